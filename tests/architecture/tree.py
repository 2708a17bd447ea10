# SPDX-License-Identifier: Apache-2.0
# The files of the project and how to report on them; shared by the tests of this folder. Files that
# git ignores (builds, results) are not part of the tree.
import pathlib
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE_FOLDERS = ("sim", "models", "tests", "bench")


def all_files():
    """Paths relative to the root, as strings with '/', sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        names = listed.stdout.splitlines()
    else:
        skipped = {"build", "results", ".git", "__pycache__"}
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*")
                 if not skipped.intersection(path.relative_to(ROOT).parts)]
    return sorted(name for name in names if (ROOT / name).is_file())


FILES = all_files()


def with_suffix(*suffixes, folders=None):
    return [name for name in FILES if name.endswith(suffixes)
            and (folders is None or name.split("/")[0] in folders)]


def cpp_files(folders=CODE_FOLDERS):
    return with_suffix(".cpp", ".hpp", folders=folders)


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


class TreeTest(unittest.TestCase):
    """Collects what is wrong and shows all of it at once."""

    def none_of(self, problems):
        problems = list(problems)
        self.assertFalse(problems, "\n  " + "\n  ".join(problems))

    def assert_finds_files(self, files):
        self.assertTrue(files, "no files found: the test looks in the wrong place")
