#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Uncertainty kept apart, through the whole tool chain: a function whose parts of variance are known,
# with a structure, parameters and noise. Usage: test_uncertainty.py TANDEM REPOSITORY
import json
import math
import unittest

import sweep_case
from sweep_case import SweepTest

NOISE = 4.0
B, A = 0.1, 7.0
# sin x1 (1 + b x3⁴) + a sin² x2, and where it is tilted 4 + 2 sin x1 more.
STRUCTURES = 4.0
PARAMETERS = 0.5 * (4.0 + 4.0 * B * math.pi ** 4 / 5.0 + B ** 2 * math.pi ** 8 / 9.0) + A ** 2 / 8.0
TOGETHER = 0.5


class Uncertainty(SweepTest):
    def experiment(self, name, design, replicates=4, factors=(), structure=True):
        ishigami = sweep_case.REPOSITORY / "scenarios/classic/ishigami.yaml"
        self.write("noisy.yaml", f"extends: {ishigami}\nparameters: {{ishigami.noise: 2}}\n")
        # 2 sin² x2 more: a mean of 1, a variance of 0.5.
        self.write("heavier.yaml", "extends: noisy.yaml\nparameters: {ishigami.a: 9}\n")
        lines = [f"  - path: parameters.ishigami.{f}\n" for f in ("x1", "x2", "x3")]
        lines = list(factors) or lines
        if structure:
            lines.append("  - path: structures.shape\n")
        self.write(name, "base: noisy.yaml\nscenarios: [heavier.yaml]\nfactors:\n" + "".join(lines)
                   + f"design: {design}\nreplicates: {replicates}\n"
                   "measures: [{outcome: response, time: 2000Q1}]\n")
        self.sweep("out", "--force", file=name)
        return json.loads(self.tandem("sensitivity", "out", "--json").stdout)

    def parts(self, found, scenario, base=None):
        of, = [one for one in found["outcomes"] if (one["scenario"], one["base"]) == (scenario, base)]
        return of, {part["name"]: part["variance"] for part in of["parts"]}

    def check(self, part, truth, tolerance):
        self.assertAlmostEqual(part["value"], truth, delta=tolerance)
        self.assertLessEqual(part["low"], truth)
        self.assertGreaterEqual(part["high"], truth)

    def test_parts_of_a_known_function(self):
        found = self.experiment("crossed.yaml", "{kind: crossed, points: 600}")
        self.assertEqual((found["structures"], found["settings"], found["replicates"]), (2, 600, 4))
        self.assertEqual(found["structure_factors"], ["shape"])
        of, parts = self.parts(found, "noisy")
        self.check(parts["structures"], STRUCTURES, 0.6)
        self.check(parts["parameters"], PARAMETERS, 1.5)
        self.check(parts["together"], TOGETHER, 0.3)
        self.check(parts["replicates"], NOISE, 0.3)
        whole = sum(part["value"] for part in parts.values())
        self.assertAlmostEqual(whole, of["variance"]["value"], delta=1e-9)
        self.assertAlmostEqual(sum(part["share"]["value"] for part in of["parts"]), 1.0, delta=1e-9)
        # Both scenarios draw the same noise at the same point: it cancels, and so does all but x2.
        effect, parts = self.parts(found, "heavier", "noisy")
        self.assertAlmostEqual(effect["mean"], 1.0, delta=0.02)
        self.check(parts["parameters"], 0.5, 0.05)
        for name in ("structures", "together", "replicates"):
            self.assertAlmostEqual(parts[name]["value"], 0.0, delta=1e-9)
        self.assertTrue(any("same luck" in line for line in effect["words"]))
        self.assertTrue(any("100 % of the variance comes from parameters" in line
                            for line in effect["words"]), effect["words"])
        said = self.tandem("sensitivity", "out").stdout
        self.assertIn("response, heavier less noisy", said)
        self.assertIn("both together", said)

    def test_small_parts_may_be_negative_and_are_put_in_words(self):
        for seed in range(1, 30):
            found = self.experiment("few.yaml", f"{{kind: crossed, points: 4, seed: {seed}}}", 2)
            of, parts = self.parts(found, "noisy")
            negative = [name for name, part in parts.items() if part["value"] < 0.0]
            said = " ".join(of["words"])
            self.assertEqual(bool(negative), "cannot be negative" in said, said)
            if negative:
                return
        self.fail("no part came out negative in 29 designs of 4 points")

    def test_other_designs_say_what_they_cannot_tell(self):
        found = self.experiment("lhs.yaml", "{kind: lhs, points: 64}")
        self.assertEqual(found["structures"], 1)
        of, parts = self.parts(found, "noisy")
        self.assertIsNone(parts["structures"]["value"])
        self.assertTrue(any("a crossed design keeps them apart" in line for line in of["words"]))
        values = [f"  - {{path: parameters.ishigami.{f}, values: [0, 1]}}\n" for f in ("x1", "x2")]
        found = self.experiment("grid.yaml", "{kind: factorial}", factors=values)
        of, parts = self.parts(found, "noisy")
        # Means of 4 t + 2 t sin x1 over x1 of 0 and 1.
        half = 2.0 * math.sin(1.0) / 2.0
        self.assertAlmostEqual(parts["structures"]["value"], (4.0 + half) ** 2 / 4.0, delta=5.0)
        effect, parts = self.parts(found, "heavier", "noisy")
        self.assertAlmostEqual(parts["parameters"]["value"], math.sin(1.0) ** 4, delta=1e-9)
        self.assertAlmostEqual(effect["mean"], math.sin(1.0) ** 2, delta=1e-9)

    def test_what_is_missing_is_left_out_and_one_replicate_is_refused(self):
        self.experiment("crossed.yaml", "{kind: crossed, points: 8}", 2)
        self.sweep("part", "--shard", "1/3", file="crossed.yaml")
        found = json.loads(self.tandem("sensitivity", "part", "--json").stdout)
        of, _ = self.parts(found, "noisy")
        self.assertLess(of["used"], 8)
        self.assertTrue(any("have all their members" in line for line in of["words"]))
        self.sweep("single", "-n", "1", file="crossed.yaml")
        self.assertIn("expected two replicates", self.tandem("sensitivity", "single", code=3).stderr)

    def test_crossed_designs_that_are_refused(self):
        text = (self.folder / "saving.yaml").read_text()
        for design, words in (("{kind: crossed, points: 7}", "expected an even number"),
                              ("{kind: crossed}", "'points' is missing"),
                              ("{kind: lhs, points: 8, structures: 2}", "only a crossed design")):
            self.write("bad.yaml", text + f"design: {design}\n")
            self.assertIn(words, self.tandem("validate", "bad.yaml", code=3).stderr)
        self.write("bad.yaml", "base: base.yaml\ndesign: {kind: crossed, points: 8}\n")
        self.assertIn("needs factors", self.tandem("validate", "bad.yaml", code=3).stderr)


class Shipped(SweepTest):
    def test_the_experiment_of_uncertainty_runs(self):
        file = sweep_case.REPOSITORY / "scenarios/experiments/uncertainty.yaml"
        self.tandem("validate", file)
        self.sweep("out", "--shard", "1/120", "--scale", "1:50000", "--until", "2023Q2", file=file)


if __name__ == "__main__":
    sweep_case.main()
