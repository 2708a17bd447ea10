# SPDX-License-Identifier: Apache-2.0
"""Every alternative structure changes a run, the ones of learning in the direction they state.

    test_structures.py TANDEM REPOSITORY
"""
import pathlib
import sys
import tempfile
import unittest

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import arrays, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
ALTERNATIVES = {"general_seats": ["trend"], "wage_gap": ["penalty", "premium"],
                "hiring": ["random"], "wage_response": ["stated", "none"],
                "technical_learning": ["gains", "losses"], "capital_money": ["half"],
                "internships": ["premium", "none"]}
SECONDARY_VOCATIONAL = 2  # in the order of tracks
VOCATIONAL = [2, 3, 4, 5]
LAST = -1  # 2025Q2: everybody in upper-secondary schools has been taught under it alone


class Structures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "out.h5"

            def run(*options):
                tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", "-q", "-o", out, "--force",
                       "--scale", "1:10000", "--until", "2025Q2", *options)
                return arrays(out)

            cls.usual = run()
            cls.other = {(name, form): run("--set", f"structures.{name}={form}")
                         for name, forms in ALTERNATIVES.items() for form in forms}

    def mean(self, data, name, tracks):
        """Mean over provinces and tracks at the end, weighted with the base."""
        values, base = (data[f"outcomes/{key}"][0, LAST][:, tracks].astype(float)
                        for key in (name, f"{name}_base"))
        there = np.isfinite(values)
        return float((values[there] * base[there]).sum() / base[there].sum())

    def test_each_changes_the_state(self):
        hashes = [name for name in self.usual if name.startswith("state_hash/")]
        for key, data in self.other.items():
            with self.subTest(structure=key):
                self.assertTrue(any((self.usual[name] != data[name]).any() for name in hashes))

    def test_technical_learning_orders_general_skill(self):
        skill = {form: self.mean(data, "general_skill_at_graduation", [SECONDARY_VOCATIONAL])
                 for form, data in (("central", self.usual),
                                    ("gains", self.other["technical_learning", "gains"]),
                                    ("losses", self.other["technical_learning", "losses"]))}
        self.assertGreater(skill["gains"], skill["central"])
        self.assertGreater(skill["central"], skill["losses"])

    def test_half_the_worth_of_capital_narrows_quality(self):
        def spread(data):
            quality = data["outcomes/programme_quality"][0, LAST, :, SECONDARY_VOCATIONAL]
            return float(np.nanstd(quality))
        self.assertLess(spread(self.other["capital_money", "half"]), spread(self.usual))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
