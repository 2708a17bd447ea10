#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Every source is built: it stands in the list of its folder or of a folder above, or its folder
# is collected whole.
import pathlib
import re
import unittest

from tree import FILES, TreeTest, text_of, with_suffix

PLUGIN = re.compile(r"^models/\w+/(phases|policies|outputs)/")
# Projects of their own, built by a test.
SEPARATE = ("tests/architecture/consumer/",)


def listed_in_a_folder_above(name):
    path = pathlib.PurePosixPath(name)
    for folder in path.parents:
        lists = str(folder / "CMakeLists.txt")
        if lists in FILES:
            relative = re.escape(str(path.relative_to(folder)))
            if re.search(rf"(^|[\s(\"]){relative}($|[\s)\"])", text_of(lists), re.MULTILINE):
                return True
    return False


class Builds(TreeTest):
    def test_no_source_is_forgotten(self):
        files = [n for n in with_suffix(".cpp", folders=("sim", "models", "tests"))
                 if not n.startswith(SEPARATE)]
        self.assert_finds_files(files)
        self.none_of(f"{name}: stands in no CMakeLists.txt" for name in files
                     if not PLUGIN.match(name) and not listed_in_a_folder_above(name))

    def test_no_benchmark_is_forgotten(self):
        lists = text_of("bench/CMakeLists.txt")
        self.none_of(f"{name}: no sim_bench({stem})"
                     for name in with_suffix(".cpp", folders=("bench",))
                     for stem in [pathlib.PurePosixPath(name).stem]
                     if not re.search(rf"^sim_bench\({stem}\b", lists, re.MULTILINE))

    def test_python_tests_are_run(self):
        lists = "".join(text_of(n) for n in with_suffix("CMakeLists.txt", folders=("tests",)))
        self.none_of(f"{name}: no ctest entry"
                     for name in with_suffix(".py", folders=("tests", "analysis"))
                     if pathlib.PurePosixPath(name).name.startswith("test_")
                     and not name.startswith("tests/architecture/")
                     and pathlib.PurePosixPath(name).name not in lists)


if __name__ == "__main__":
    unittest.main()
