# SPDX-License-Identifier: Apache-2.0
"""The evaluation of a pilot, /pilot, in real runs: it is what the outcomes of the file say, and R17b
comes out: a pilot of richer provinces with an effort bonus looks better than its roll-out turns out,
and no better where neither is there.

    test_pilot.py TANDEM REPOSITORY
"""
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import h5py, np, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
VOCATIONAL = ["secondary_vocational", "technical_school", "higher_vocational", "vocational_bachelor"]
MEASURE = "programme_quality"  # rises at once with what core courses do for their money
WORLD = f"""extends: {ROOT / 'scenarios/baseline.yaml'}
time: {{end: 2025Q2}}
scale: 1:20000
replicates: 6
"""
PILOT = """policies:
  - {instrument: provincial_pilot, label: pilot, start: 2023Q3, number: 12%s}
  - {instrument: core_capability, pilot: pilot, start: 2023Q3, productivity: 0.3, central_share: 0}
"""
FILES = {"base": WORLD, "pilot": WORLD + PILOT % ", effort_bonus: 0.3",
         "plain": WORLD + PILOT % ", effort_bonus: 0, selection: 0"}


def labels(group, dimension):
    return list(group[dimension].asstr()[()])


class Levels:
    """A measure of the outcomes, pooled over quarters, tracks and a set of regions by its base."""

    def __init__(self, file, name):
        outcomes = file["outcomes"]
        data = outcomes[name]
        names = [pathlib.PurePath(data.dims[i][0].name).name for i in range(data.ndim)]
        self.is_count = data.dtype.kind in "iu"
        self.values = data[()].astype(float)
        base = outcomes.get(f"{name}_base")
        self.base = np.ones_like(self.values) if base is None else base[()]
        if "track" in names:
            keep = [labels(outcomes, "track").index(track) for track in VOCATIONAL]
            axis = names.index("track")
            self.values, self.base = self.values.take(keep, axis), self.base.take(keep, axis)
        assert names[3] == "region"

    def of(self, scenario, replicate, quarters, regions):
        value = self.values[scenario, replicate][quarters][:, regions]
        if self.is_count:
            return value.sum() / len(quarters) / regions.sum()
        weight = np.where(np.isnan(value), 0.0, self.base[scenario, replicate][quarters][:, regions])
        return np.nansum(value * weight) / weight.sum() if weight.sum() > 0 else np.nan


class Pilot(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.folder.name)
        cls.paths = {}
        for stem, text in FILES.items():
            cls.paths[stem] = folder / f"{stem}.yaml"
            cls.paths[stem].write_text(text, encoding="utf-8")
        cls.out = folder / "compare.h5"
        cls.said = tandem(PROGRAM, "compare", *cls.paths.values(), "-o", cls.out)
        cls.file = h5py.File(cls.out)
        cls.group = cls.file["pilot"]
        cls.measures = labels(cls.group, "measure")

    @classmethod
    def tearDownClass(cls):
        cls.file.close()
        cls.folder.cleanup()

    def value(self, name, pilot, measure=MEASURE):
        row = labels(self.group, "pilot").index(pilot)
        return float(self.group[name][row, self.measures.index(measure)])

    def test_roll_outs_are_run_beside(self):
        scenarios = labels(self.file["outcomes"], "scenario")
        self.assertEqual(scenarios, ["base", "pilot", "plain", "pilot_rolled_out"])
        # The two pilots have the same measures, so the same roll-out serves both.
        self.assertEqual(labels(self.group, "pilot"), ["pilot", "plain"])
        self.assertEqual(list(self.group["start"]), [2023.5, 2023.5])
        self.assertEqual(list(self.group["end"]), [2025.25, 2025.25])

    def test_treated_are_where_the_pilot_runs(self):
        marks = self.file["outcomes/pilot_regions"][()]
        for row, scenario in enumerate((1, 2)):
            np.testing.assert_array_equal(self.group["treated"][row], marks[scenario, :, -1])
            np.testing.assert_array_equal(self.group["treated"][row].sum(axis=1), 12)
        self.assertEqual(marks[[0, 3]].sum(), 0)
        self.assertEqual(marks[:, :, :4].sum(), 0)

    def test_estimates_are_what_the_outcomes_say(self):
        before, last = np.arange(0, 4), np.arange(8, 12)
        everywhere = np.ones(31, dtype=bool)
        checked = 0
        for measure in self.measures:
            levels = Levels(self.file, measure)
            for row, scenario in enumerate((1, 2)):
                estimate, truth, rollout = [], [], []
                for r in range(6):
                    treated = self.group["treated"][row, r].astype(bool)
                    t0, t1 = (levels.of(scenario, r, when, treated) for when in (before, last))
                    c0, c1 = (levels.of(scenario, r, when, ~treated) for when in (before, last))
                    estimate.append(t1 - t0 * c1 / c0 if levels.is_count else t1 - t0 - (c1 - c0))
                    truth.append(t1 - levels.of(0, r, last, treated))
                    rollout.append(levels.of(3, r, last, everywhere)
                                   - levels.of(0, r, last, everywhere))
                for name, draws in (("pilot_estimate", estimate), ("paired_truth", truth),
                                    ("rollout_effect", rollout)):
                    found = self.value(name, ("pilot", "plain")[row], measure)
                    if np.isnan(draws).any():
                        continue  # a year of the measure is not there
                    scale = np.abs(draws).max()
                    self.assertAlmostEqual(found, np.mean(draws), delta=1e-9 * scale + 1e-12,
                                           msg=f"{measure} {name}")
                    checked += 1
        self.assertGreater(checked, 100)

    def test_pilot_of_the_rich_with_a_bonus_flatters(self):
        for name in ("pilot_estimate", "paired_truth", "rollout_effect", "excess"):
            for pilot in ("pilot", "plain"):
                print(f"{pilot} {name}: {self.value(name, pilot):.4g} "
                      f"({self.value(name + '_low', pilot):.4g} to "
                      f"{self.value(name + '_high', pilot):.4g})")
        self.assertGreater(self.value("rollout_effect_low", "pilot"), 0.0)
        self.assertGreater(self.value("excess_low", "pilot"), 0.0)
        # Bonus and higher fidelity of the richer together.
        ratio = self.value("pilot_estimate", "pilot") / self.value("rollout_effect", "pilot")
        self.assertGreater(ratio, 1.2)
        self.assertLess(ratio, 1.8)
        # The estimate is right about the treated provinces; it is they who are not like all.
        self.assertLess(abs(self.value("pilot_estimate", "pilot")
                            - self.value("paired_truth", "pilot")),
                        0.2 * self.value("paired_truth", "pilot"))
        self.assertLess(self.value("excess_low", "plain"), 0.0)
        self.assertGreater(self.value("excess_high", "plain"), 0.0)

    def test_tables_show_it(self):
        self.assertIn("Pilot pilot of plain: 12 of 31 regions treated from 2023Q3", self.said.stdout)
        self.assertIn("roll-out effect", self.said.stdout)

    def test_a_run_has_the_estimate_alone(self):
        out = pathlib.Path(self.folder.name) / "run.h5"
        said = tandem(PROGRAM, "run", self.paths["pilot"], "-o", out, "--json", "-q")
        [pilot] = json.loads(said.stdout)["pilots"]
        by_name = {measure["name"]: measure for measure in pilot["measures"]}
        self.assertAlmostEqual(by_name[MEASURE]["pilot_estimate"]["mean"],
                               self.value("pilot_estimate", "pilot"), delta=1e-12)
        with h5py.File(out) as file:
            self.assertEqual(labels(file["pilot"], "pilot"), ["pilot"])
            self.assertNotIn("paired_truth", file["pilot"])
            np.testing.assert_array_equal(file["pilot/pilot_estimate"][0],
                                          self.group["pilot_estimate"][0])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
