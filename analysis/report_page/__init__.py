# SPDX-License-Identifier: Apache-2.0
"""What analysis/report.py puts together: contents, words, and the page they stand in."""
