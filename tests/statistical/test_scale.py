#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""National means do not depend on how many people an agent stands for (DEFINITIONS 2): the baseline
at 1:10000 against 1:1000, means over the run, within sampling error and a stated share of the mean.

    test_scale.py TANDEM
"""

import math
import subprocess
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "analysis"))
from read_run import headline_labels, national, open_run  # noqa: E402

TANDEM = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
REPLICATES = {10000: 8, 1000: 3}
STANDARD_ERRORS = 3.0
# What may remain beyond sampling error, as a share of the mean. Posts left after matching are a small
# difference of two large numbers, to which whole posts still add at 1:10000.
ALLOWED = {"placement_rate": 0.01, "field_match_rate": 0.02, "level_match_rate": 0.02,
           "unemployment_rate": 0.02, "wage": 0.01, "tightness": 0.03, "vacancies": 0.1,
           "unfilled_skilled_vacancy_share": 0.1}


def means(path):
    """Mean over the run by replicate of each outcome."""
    run = open_run(path)
    tracks = {"track": headline_labels(run.outcomes)}
    found = {}
    for name in ALLOWED:
        labels = tracks if name.endswith(("placement_rate", "match_rate")) else {}
        values = national(run, name, **labels)
        found[name] = values.mean([d for d in values.dims if d != "replicate"]).values
    return found


class Scale(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = {}
        with tempfile.TemporaryDirectory() as folder:
            for scale, replicates in REPLICATES.items():
                out = Path(folder) / f"{scale}.h5"
                subprocess.run([TANDEM, "run", ROOT / "scenarios" / "baseline.yaml", "--scale",
                                f"1:{scale}", "-n", str(replicates), "-o", out, "-q",
                                "--state-cache", "off"], check=True)
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    cls.found[scale] = means(out)

    def test_means_agree(self):
        for name, allowed in ALLOWED.items():
            coarse, fine = (self.found[scale][name] for scale in REPLICATES)
            error = math.sqrt(sum(x.var(ddof=1) / x.size for x in (coarse, fine)))
            difference = coarse.mean() - fine.mean()
            limit = STANDARD_ERRORS * error + allowed * abs(fine.mean())
            print(f"{name}: 1:10000 {coarse.mean():.5g}, 1:1000 {fine.mean():.5g}, difference "
                  f"{difference:+.3g}, standard error {error:.2g}, limit {limit:.3g}")
            with self.subTest(outcome=name):
                self.assertLess(abs(difference), limit)

    def test_replicates_tell_the_error(self):
        for scale, replicates in REPLICATES.items():
            for name, values in self.found[scale].items():
                with self.subTest(scale=scale, outcome=name):
                    self.assertEqual(values.size, replicates)
                    self.assertGreater(values.std(), 0.0)


if __name__ == "__main__":
    unittest.main()
