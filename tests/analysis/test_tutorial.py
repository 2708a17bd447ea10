#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The commands of README.md and docs/tutorial.md work as they stand there, on the files that these pages
tell the reader to write.

    test_tutorial.py TANDEM
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = None  # set by the command line
BLOCK = re.compile(r"^```(\w+)(?: title=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# A reader has a laptop for herself; the test asks for the same of fewer agents and quarters.
SMALLER = {"1:10000": "1:50000", "2030Q4": "2025Q4", "5": "2"}
SMALL = ["--scale", "1:50000", "--until", "2025Q4", "-n", "2"]


def blocks(page):
    return BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))


class Reader(unittest.TestCase):
    """Has the program, the scenarios and the scripts where a checkout has them."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("scenarios", "results", "build/release"):
            (self.folder / name).mkdir(parents=True)
        for path in (ROOT / "scenarios").iterdir():
            (self.folder / "scenarios" / path.name).symlink_to(path)
        (self.folder / "analysis").symlink_to(ROOT / "analysis")
        (self.folder / "build/release/tandem").symlink_to(PROGRAM)

    def follow(self, page, adapted):
        commands = 0
        for language, target, text in blocks(page):
            if target:
                (self.folder / target).write_text(text, encoding="utf-8")
            for line in text.splitlines() if language == "sh" else ():
                self.run_line(adapted(shlex.split(line)))
                commands += 1
        return commands

    def run_line(self, words):
        if words[0] == "python3":
            words = [sys.executable, "-B", *words[1:]]
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False,
                              env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        self.assertEqual(done.returncode, 0, f"{shlex.join(words)}\n{done.stdout}\n{done.stderr}")

    def test_tutorial(self):
        count = self.follow("docs/tutorial.md",
                            lambda words: [SMALLER.get(word, word) for word in words])
        self.assertGreater(count, 10)
        for name in ("funding.html", "funding/forest.png", "funding_sweep/collected.h5"):
            self.assertTrue((self.folder / "results" / name).is_file(), name)

    def test_readme(self):
        count = self.follow("README.md", lambda words: words if words[1] != "compare"
                            else [*words[:4], *SMALL, *words[6:]])
        self.assertGreater(count, 2)
        self.assertTrue((self.folder / "results/delta.html").is_file())


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = Path(sys.argv.pop(1)).resolve()
    if not (ROOT / "analysis/node_modules/vega/build/vega.min.js").is_file():
        print("skipped: npm packages of reports are missing (./dev web)")
        sys.exit(77)
    unittest.main()
