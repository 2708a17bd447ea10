#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Steps of the indices from a small run: those of the file, and none without the reference year.

    test_index_steps.py TANDEM
"""

import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "analysis"), str(ROOT / "tests/support")]

from program import arrays, tandem  # noqa: E402

import numpy as np  # noqa: E402

import index_steps  # noqa: E402
from read_run import ResultError, open_run  # noqa: E402

PROGRAM = None  # set by the command line
VOCATIONAL = [2, 3, 4, 5]
REFERENCE = slice(16, 20)  # of five years before the start


class Steps(unittest.TestCase):
    def run_baseline(self, folder, *options):
        out = Path(folder) / "out.h5"
        tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", "-q", "-o", out, "--force",
               "--scale", "1:20000", "--until", "2022Q4", *options)
        return out

    def test_a_step_is_the_spread_over_provinces_in_the_reference_year(self):
        with tempfile.TemporaryDirectory() as folder:
            out = self.run_baseline(folder, "--set", "output.spin_up=true")
            found = index_steps.steps(open_run(out))
            data = arrays(out)
        self.assertEqual(len(found), 12)
        values, base = (data[f"outcomes/track_prestige{end}"][0, REFERENCE][:, :, VOCATIONAL]
                        .astype(float) for end in ("", "_base"))
        base = np.where(np.isfinite(values), base, 0.0)
        pooled = (np.nan_to_num(values) * base).sum(axis=(0, 2)) / base.sum(axis=(0, 2))
        self.assertAlmostEqual(found["index.attractiveness.step.track_prestige"],
                               pooled.std(ddof=1))
        self.assertIsNone(found["index.adaptability.step.field_region_distance"])

    def test_a_run_without_its_spin_up_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaises(ResultError):
                index_steps.steps(open_run(self.run_baseline(folder)))


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
