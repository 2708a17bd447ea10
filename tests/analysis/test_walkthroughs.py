#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The walkthroughs in Python and in R draw their figure and say the same number, which is the file's.

    test_walkthroughs.py TANDEM
"""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

import h5py  # noqa: E402
from program import tandem  # noqa: E402

PROGRAM = None  # set by the command line


class Walkthroughs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.result = cls.folder / "run.h5"
        tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", "--scale", "1:20000", "-n", "2",
               "--until", "2024Q4", "-q", "-o", cls.result)
        with h5py.File(cls.result) as file:
            tracks = [t.decode() for t in file["outcomes/track"][()]]
            enrolment = file["outcomes/enrolment"][:, 0, :, tracks.index("secondary_vocational")]
            cls.said = f"{enrolment.sum(axis=1).mean() / 1e6:.3f} million in 2022\n"

    def test_python(self):
        self.check([sys.executable, "-B", ROOT / "analysis/walkthrough.py"], "python.png", b"\x89PNG")

    def test_r(self):
        if not shutil.which("Rscript"):
            self.skipTest("Rscript is not installed (./dev deps)")
        self.check(["Rscript", ROOT / "analysis/walkthrough.R"], "r.pdf", b"%PDF")

    def check(self, command, picture, start):
        path = self.folder / picture
        done = subprocess.run([*map(str, command), str(self.result), str(path)],
                              capture_output=True, text=True, check=False)
        if done.returncode == 77:
            self.skipTest(done.stdout.strip())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, self.said)
        self.assertTrue(path.read_bytes().startswith(start))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = sys.argv.pop(1)
    unittest.main()
