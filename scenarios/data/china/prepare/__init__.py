# SPDX-License-Identifier: Apache-2.0
# Makes the tidy tables of ../*.csv from ../sources/*.csv; ../prepare.py is the program, one module
# per topic.
