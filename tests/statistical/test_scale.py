#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""National means do not depend on how many people an agent stands for (DEFINITIONS 2): every outcome
of the baseline at 1:10000 against 1:1000, within the sampling error of a run; those that do depend on
it are named with a reason and a limit in analysis/compare_scales.py.

    test_scale.py TANDEM
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "analysis"))
import compare_scales  # noqa: E402
from read_run import open_run  # noqa: E402

TANDEM = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
REPLICATES = {1000: 6, 10000: 16}
MOST_EXCEPTIONS = 0.25  # of the outcomes: beyond that "national means agree" would be no finding


class Scale(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            runs = []
            for scale, replicates in REPLICATES.items():
                out = Path(folder) / f"{scale}.h5"
                subprocess.run([TANDEM, "run", ROOT / "scenarios" / "baseline.yaml", "--scale",
                                f"1:{scale}", "-n", str(replicates), "-o", out, "-q",
                                "--state-cache", "off"], check=True)
                runs.append(open_run(out))
            cls.found = compare_scales.compare(*runs)
            for run in runs:
                run.outcomes.close()

    def test_means_agree(self):
        for means in self.found:
            with self.subTest(outcome=means.name):
                self.assertTrue(means.held, compare_scales.row(means))

    def test_exceptions_are_few_and_outcomes(self):
        names = {means.name for means in self.found}
        listed = {name for group in compare_scales.DEPENDS.values() for name in group}
        self.assertLessEqual(listed, names)
        self.assertLess(len(listed), MOST_EXCEPTIONS * len(names))

    def test_the_error_comes_from_the_replicates(self):
        self.assertGreater(len(self.found), 80)
        for name in ("placement_rate", "field_match_rate", "unemployment_rate", "wage", "vacancies"):
            means = next(means for means in self.found if means.name == name)
            with self.subTest(outcome=name):
                self.assertGreater(means.error, 0.0)
                self.assertLess(means.error, means.deviation)


class Rule(unittest.TestCase):
    """What counts as agreement, on made-up means."""

    def means(self, name, coarse):
        return compare_scales.Means(name, "", 100.0, coarse, 1.0, 0.2)

    def test_three_deviations_of_a_run_decide(self):
        self.assertTrue(self.means("wage", 102.9).held)
        self.assertFalse(self.means("wage", 103.1).held)
        self.assertFalse(self.means("wage", 96.9).held)

    def test_an_exception_has_a_limit(self):
        self.assertTrue(self.means("agents", 10.0).held)
        self.assertFalse(self.means("agents", 5.0).held)


if __name__ == "__main__":
    unittest.main()
