#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# tandem compare with all that it can tell, on the vocational model at a coarse scale: what is printed,
# what is written, and what must be exactly zero. Usage: test_compare.py TANDEM REPOSITORY
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))
from tests.support.program import h5py, np, tandem  # noqa: E402

TANDEM = ""
REPOSITORY = pathlib.Path()
# Coarse and short: two years before the start and two after it.
SHORT = ["--scale", "1:20000", "--until", "2024Q2", "--set", "time.spin_up_years=2"]
COLUMNS = ["quality_index", "adaptability_index", "attractiveness_index", "permeability",
           "placement_rate", "public_cost"]


class Compare(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tandem-compare-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.out = self.folder / "out.h5"
        self.base = REPOSITORY / "scenarios/baseline.yaml"
        self.null = self.scenario("null", "practice_centres, strength: 0")
        self.centres = self.scenario("centres", "practice_centres, strength: 3, start: 2022Q3")
        self.local = self.scenario(
            "local", "practice_centres, strength: 3, start: 2022Q3, where: {province: Shanghai}")
        self.wages = self.scenario("wages", "skilled_wage_policy, start: 2022Q3")
        self.bundle = self.folder / "bundle.yaml"
        self.bundle.write_text(
            f"extends: {self.base}\npolicies:\n"
            "  - {instrument: practice_centres, strength: 3, start: 2022Q3}\n"
            "  - {instrument: student_aid, strength: 3, start: 2022Q3}\n", encoding="utf-8")

    def scenario(self, name, policy):
        path = self.folder / f"{name}.yaml"
        path.write_text(f"extends: {self.base}\npolicies:\n  - {{instrument: {policy}}}\n",
                        encoding="utf-8")
        return path

    def compare(self, *words, expect=0):
        return tandem(TANDEM, "compare", self.base, *words, *SHORT, "-o", self.out, "--force",
                      expect=expect)

    def test_table_frozen_and_spillover(self):
        done = self.compare(self.null, self.local, "-n", "2", "--freeze", "wages,seats,beliefs",
                            "--json", "-q")
        found = json.loads(done.stdout)
        self.assertEqual([column["title"] for column in found["columns"]], COLUMNS)
        for measures in (found["measures"], found["frozen"]["measures"]):
            for measure in measures:
                effect = measure["effects"][0]
                if measure["base"] is not None:
                    self.assertEqual((effect["difference"], effect["low"], effect["high"]),
                                     (0, 0, 0), measure["name"])
        self.assertEqual([s["scenario"] for s in found["spillover"]], ["local"])
        self.assertEqual(len(found["spillover"][0]["untouched"]), 30)
        with h5py.File(self.out) as file:
            for group in ("effects", "effects_frozen"):
                for part in ("difference", "low", "high", "share_below_zero"):
                    effects = file[f"{group}/{part}"]
                    self.assertEqual(list(effects["scenario"].asstr()[()]), ["null", "local"])
                    for name, data in effects.items():
                        if data.ndim > 1:
                            self.assertFalse(np.nan_to_num(data[0]).any(), f"{group} {name}")
            full = file["effects/difference/public_cost"][1]
            frozen = file["effects_frozen/difference/public_cost"][1]
            self.assertTrue(full.any())
            self.assertTrue(frozen.any(), "what a policy spends is no feedback")
            self.assertIn("public_cost", file["effects/headline/variance_saved"])
            self.assertIn("permeability", file["effects/spillover/difference"])
            self.assertEqual(set(file) & {"difference", "low", "high", "share_below_zero"}, set())
            self.assertEqual(json.loads(file.attrs["analysis"])["freeze"],
                             ["wages", "seats", "beliefs"])

    def people(self):
        """Counts by kind over scenario, replicate, outcome and groups, and the result's scale."""
        with h5py.File(self.out) as file:
            group = file["effects/people"]
            return {kind: group[kind][()] for kind in ("gainers", "losers", "unchanged",
                                                       "not_compared")}, int(file.attrs["scale"])

    def test_winners_and_losers(self):
        done = self.compare(self.null, self.wages, "-n", "2", "--json", "-q", "-j", "1")
        counts, scale = self.people()
        # The policy of zero strength moves nobody, in no cell; one that acts moves some.
        self.assertFalse(counts["gainers"][0].any() or counts["losers"][0].any())
        self.assertTrue(counts["gainers"][1].any() and counts["losers"][1].any())
        # Everybody is counted: residents with agents of their own, under each outcome the same.
        everyone = sum(counts.values()).sum(axis=(3, 4, 5, 6, 7))
        self.assertTrue((everyone == everyone[:1, :, :1]).all(), everyone)
        self.assertEqual(int(everyone[0, 0, 0]) % scale, 0)
        self.assertGreater(everyone[0, 0, 0], 7e8)
        with h5py.File(self.out) as file:
            enrolled = file["outcomes/enrolment"][0, :, -1].reshape(2, -1).sum(axis=1)
        left_out = counts["not_compared"][0, :, 0].reshape(2, -1).sum(axis=1)
        self.assertTrue((left_out >= enrolled).all() and (left_out < 2 * enrolled).all())
        found = json.loads(done.stdout)["people"]
        self.assertEqual([(one["scenario"], one["outcome"]) for one in found],
                         [(scenario, outcome) for scenario in ("null", "wages")
                          for outcome in ("wage_income", "earning_power", "attainment")])
        for one, gain, lose, same in zip(found, *(counts[kind].sum(axis=(3, 4, 5, 6, 7))
                                                  .reshape(2, 2, 3).transpose(0, 2, 1).reshape(6, 2)
                                                  for kind in ("gainers", "losers", "unchanged"))):
            self.assertAlmostEqual(one["net"]["mean"],
                                   ((gain - lose) / (gain + lose + same)).mean(), places=12)
        self.assertEqual(set(found[0]["by"]), {"region", "sex", "hukou", "ses", "generation"})
        # Nothing else in the file, the table or the counts depends on how it was run.
        again = self.compare(self.null, self.wages, "-n", "2", "--json", "-q", "-j", "3")
        self.assertEqual(again.stdout, done.stdout)
        others, _ = self.people()
        for kind, values in counts.items():
            np.testing.assert_array_equal(values, others[kind])
        table = self.compare(self.null, self.wages, "-n", "1").stdout
        self.assertIn("Who gains and who loses", table)
        self.assertIn("chose since start", table)

    def test_attribution(self):
        done = self.compare(self.bundle, "-n", "1", "--attribute", "-v")
        self.assertIn("one in", done.stdout)
        self.assertIn("bundle, public_cost:", done.stdout)
        with h5py.File(self.out) as file:
            shares = file["attribution/shapley"]
            self.assertEqual(list(shares["policy"].asstr()[()]),
                             ["practice_centres", "student_aid"])
            for name, whole in file["effects/headline/difference"].items():
                if name != "scenario" and not np.isnan(whole[0]):
                    self.assertAlmostEqual(shares[name][0].sum(), whole[0],
                                           delta=1e-9 * max(1.0, abs(whole[0])), msg=name)
            cost = file["attribution/one_in/public_cost"][0]
            self.assertTrue((cost > 0).all())

    def test_equal_cost(self):
        done = self.compare(self.centres, self.bundle, "-n", "1", "--equal-cost", "--json", "-q")
        found = json.loads(done.stdout)
        target = found["equal_cost"][0]["target"]
        self.assertGreater(target, 0)
        self.assertLess(found["equal_cost"][1]["factor"], 1)
        cost = [m for m in found["measures"] if m["name"] == "public_cost"][0]["effects"]
        self.assertAlmostEqual(cost[1]["difference"] / target, 1, delta=0.02)
        tandem(TANDEM, "reproduce", self.out, "-q")

    def test_dry_run_counts_and_times(self):
        work = json.loads(self.compare(self.bundle, self.local, "-n", "3", "--attribute", "--freeze",
                                       "wages", "--dry-run", "--json").stdout)["work"]
        self.assertEqual((work["written"], work["frozen"], work["coalitions"]), (9, 6, 6))
        self.assertGreater(work["seconds"], 0)
        self.assertFalse(self.out.exists())

    def test_refusals(self):
        self.assertIn("Did you mean 'wages'?",
                      self.compare(self.local, "--freeze", "wage", expect=3).stderr)
        self.assertIn("expected one of",
                      self.compare(self.local, "--until-precise", "nothing=1", expect=3).stderr)
        self.compare(self.local, "--until-precise", "placement_rate", expect=2)
        self.compare(self.local, "--equal-cost=little", expect=2)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: test_compare.py TANDEM REPOSITORY [unittest options]")
    TANDEM = str(pathlib.Path(sys.argv[1]).resolve())
    REPOSITORY = pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
