#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Sizes, names, licence lines and opening comments of files.
import re
import unittest

from tree import FILES, TreeTest, cpp_files, text_of, with_suffix

LONGEST = 400
# File → why it is longer than the limit.
LONG_FILES = {}
CROWDED = 26
# Folder → why it holds more files than that.
CROWDED_FOLDERS = {}

SPDX = "SPDX-License-Identifier: Apache-2.0"


class Files(TreeTest):
    def test_length(self):
        files = with_suffix(".cpp", ".hpp", ".py", ".sh", ".cmake", "CMakeLists.txt")
        self.assert_finds_files(files)
        lengths = {name: text_of(name).count("\n") for name in files}
        self.none_of(f"{name}: {length} lines (at most {LONGEST})"
                     for name, length in lengths.items()
                     if length > LONGEST and name not in LONG_FILES)
        self.none_of(f"{name}: listed as long, but is not"
                     for name in LONG_FILES if lengths.get(name, 0) <= LONGEST)

    def test_licence_line(self):
        files = with_suffix(".cpp", ".hpp", ".py", ".sh", ".cmake", ".R", "CMakeLists.txt")
        wrong = []
        for name in files + [n for n in ("dev", ".ci/run") if n in FILES]:
            head = text_of(name).splitlines()[:2]
            at = 1 if head and head[0].startswith("#!") else 0
            if len(head) <= at or SPDX not in head[at]:
                wrong.append(f"{name}: no SPDX line at line {at + 1}")
        self.none_of(wrong)

    def test_headers_open_with_their_purpose(self):
        wrong = []
        for name in with_suffix(".hpp"):
            lines = text_of(name).splitlines()
            comment = 0
            while comment + 1 < len(lines) and lines[comment + 1].startswith("//"):
                comment += 1
            # A model's mechanism states its equations and sources at the top.
            most = 20 if name.startswith("models/") else 5
            if not 1 <= comment <= most:
                wrong.append(f"{name}: opens with {comment} comment lines (1 to {most})")
            if "#pragma once" not in lines:
                wrong.append(f"{name}: no #pragma once")
        self.none_of(wrong)

    def test_names(self):
        self.none_of(f"{name}: names of code files are snake_case"
                     for name in cpp_files() + with_suffix(".py")
                     if not re.fullmatch(r"[a-z0-9_./]+", name))

    def test_no_crowded_folder(self):
        count = {}
        for name in cpp_files():
            folder = name.rpartition("/")[0]
            stem = name.rpartition(".")[0]
            count.setdefault(folder, set()).add(stem)
        self.none_of(f"{folder}: {len(stems)} units (subfolders from {CROWDED} on)"
                     for folder, stems in count.items()
                     if len(stems) >= CROWDED and folder not in CROWDED_FOLDERS)


if __name__ == "__main__":
    unittest.main()
