# SPDX-License-Identifier: Apache-2.0
"""Figures that more than one script draws: each function takes a result and returns a figure."""
