#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# docs/tests.md: every test that it names exists, every submodel and every target has one.
import re
import unittest

from tree import FILES, TreeTest, cpp_files, text_of

PAGE = "docs/tests.md"
SUBMODELS = [f"4.{i}" for i in range(1, 14)]
TARGETS = [f"R{i}" for i in range(1, 21)]
NAMED = re.compile(r"`([^`]+)`")
CASE = re.compile(r"^TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\)", re.MULTILINE)


def rows():
    """(first cell, names in the last cell) of each row that says something."""
    for line in text_of(PAGE).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and re.match(r"(4\.|R)\d+$", cells[0]):
            yield cells[0], NAMED.findall(cells[-1])


class Tests(TreeTest):
    def test_each_name_is_that_of_a_test(self):
        files = [name for name in cpp_files(("tests",)) if name.endswith("_test.cpp")]
        self.assert_finds_files(files)
        known = {f"{suite}.{case}" for name in files for suite, case in CASE.findall(text_of(name))}
        known |= {name for name in FILES if re.match(r"tests/.*/test_\w+\.py$", name)}
        self.none_of(f"{PAGE}, {row}: no test {name}" for row, names in rows() for name in names
                     if name not in known)

    def test_each_row_names_one(self):
        self.none_of(f"{PAGE}, {row}: names no test" for row, names in rows() if not names)

    def test_every_submodel_and_target_has_a_row(self):
        there = [row for row, _ in rows()]
        self.none_of(f"{PAGE}: nothing about {name}" for name in SUBMODELS + TARGETS
                     if name not in there)
        self.none_of(f"{PAGE}: {name} is neither a submodel nor a target" for name in sorted(set(there))
                     if name not in SUBMODELS + TARGETS)


if __name__ == "__main__":
    unittest.main()
