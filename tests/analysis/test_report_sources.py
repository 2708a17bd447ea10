#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a report takes from elsewhere than a result's numbers: the labels that headline values pool, the
criteria by which the baseline was judged, and the points of a collected sweep.

    test_report_sources.py TANDEM
"""

import json
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "analysis"), str(ROOT / "tests/support"),
                str(Path(__file__).resolve().parent)]

import h5py  # noqa: E402
import numpy as np  # noqa: E402

import criteria  # noqa: E402
import measures  # noqa: E402
import read_run  # noqa: E402
import synthetic  # noqa: E402
from program import tandem  # noqa: E402
from report_page import answer, content, sweep  # noqa: E402

PROGRAM = None  # set by the command line
EXPERIMENT = """base: {base}
factors:
  - {{path: parameters.exchange.saving_propensity, values: [0, 0.5, 0.9]}}
  - {{path: parameters.exchange.traders, values: [100, 200], name: crowd}}
replicates: 4
measures: [wealth_gini, {{name: path_of_gini, outcome: wealth_gini, by: time}}]
"""


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)


class HeadlineLabels(Folder):
    def test_are_those_of_the_file(self):
        path = self.folder / "made_up.h5"
        synthetic.small(path)
        run = read_run.open_run(path)
        self.assertEqual(read_run.headline_labels(run.outcomes), synthetic.HEADLINE_TRACKS)
        changed = self.folder / "changed.h5"
        shutil.copy(path, changed)
        with h5py.File(changed, "r+") as file:
            file["outcomes/track"].attrs.create("headline_labels", synthetic.TRACKS[:1],
                                                dtype=synthetic.TEXT)
            values = file["outcomes/placement_rate"][0, :, -4:, :, 0]
            base = file["outcomes/placement_rate_base"][0, :, -4:, :, 0]
        run = read_run.open_run(changed)
        self.assertEqual(read_run.headline_labels(run.outcomes), synthetic.TRACKS[:1])
        expected = (values * base).sum(axis=(1, 2)) / base.sum(axis=(1, 2))
        np.testing.assert_allclose(measures.pooled(run, "placement_rate")[0], expected, rtol=1e-12)
        said = answer.answers(content.gather(run))[0]["asked"]["en"][0]
        self.assertIn("(track: general high), ", said)
        self.assertNotIn("secondary vocational", said)

    def test_program_writes_what_the_model_declares(self):
        path = self.folder / "run.h5"
        tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", "--scale", "1:50000", "-n", "1",
               "--until", "2022Q4", "-q", "-o", path)
        run = read_run.open_run(path)
        self.assertEqual(read_run.headline_labels(run.outcomes), synthetic.HEADLINE_TRACKS)
        self.assertNotIn("headline_labels", run.outcomes["region"].attrs)


class Criteria(Folder):
    def test_rows_are_read_as_they_were_written(self):
        table = criteria.Table("Births", ["", "recorded", "model"])
        table.add(["boys", 5, "6"], np.bool_(True))
        table.add(["girls", 5, "9"], False)
        criteria.save(self.folder / "validation.md", [table])
        self.assertEqual(criteria.load(self.folder / "validation.json"), ("validation.md", [table]))
        found = content.validation(self.folder)
        self.assertTrue(found["summary"]["en"].startswith("1 of 2 criteria"))
        self.assertEqual(found["tables"][0]["rows"], [["boys", "5", "6", "yes"],
                                                      ["girls", "5", "9", "no"]])
        self.assertIn("no page of validation",
                      content.validation(self.folder / "nowhere")["summary"]["en"])

    def test_pages_and_rows_agree(self):
        names = sorted(path.stem for path in (ROOT / "docs").glob("*.json"))
        self.assertEqual(names, ["patterns", "population", "scale", "validation"])
        for name in names:
            page, tables = criteria.load(ROOT / f"docs/{name}.json")
            text = (ROOT / "docs" / page).read_text(encoding="utf-8")
            for table in tables:
                self.assertIn("\n".join(table.markdown()), text, table.title)


class Sweep(Folder):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        experiment = cls.folder / "saving.yaml"
        experiment.write_text(EXPERIMENT.format(base=ROOT / "scenarios/classic/boltzmann_wealth.yaml"),
                              encoding="utf-8")
        cls.out = cls.folder / "sweep"
        tandem(PROGRAM, "sweep", experiment, "-q", "-o", cls.out)
        cls.path = cls.out / "collected.h5"

    def test_points_are_compared_with_the_first(self):
        self.assertTrue(sweep.is_sweep(self.path))
        found = sweep.gather(self.path)
        with h5py.File(self.path) as file:
            values = file["wealth_gini"][()]
            factors = [file[name][()].tolist() for name in ("saving_propensity", "crowd")]
        self.assertEqual([one["name"] for one in found["measures"]], ["wealth_gini"])
        self.assertEqual(found["sweep"]["values"], factors)
        for p, level in enumerate(found["levels"][0]):
            self.assertAlmostEqual(level[0], values[p].mean(), 12)
        for p, effect in enumerate(found["effects"][0], start=1):
            self.assertAlmostEqual(effect[0], (values[p] - values[0]).mean(), 12)
            self.assertEqual(effect[3], (values[p] < values[0]).mean())
        self.assertEqual(found["scenarios"][0]["title"], "Saving propensity 0, Crowd 100")
        self.assertEqual(len({one["title"] for one in found["scenarios"]}), 6)
        self.assertEqual(found["missing"], ["path_of_gini (kept by time)"])
        self.assertEqual(found["attributes"]["status"], "complete")
        self.assertEqual(len(answer.answers(found)), 5)
        json.dumps(found, allow_nan=False)

    def test_numbers_that_cannot_be_read_are_no_result(self):
        alone = self.folder / "alone.h5"
        shutil.copy(self.path, alone)
        with self.assertRaisesRegex(read_run.ResultError, "shards"):
            sweep.gather(alone)

    def test_too_many_points_are_refused(self):
        most, sweep.MOST_POINTS = sweep.MOST_POINTS, 5
        self.addCleanup(setattr, sweep, "MOST_POINTS", most)
        with self.assertRaisesRegex(read_run.ResultError, "6 points are too many"):
            sweep.gather(self.path)

    def test_results_are_no_sweeps(self):
        path = self.folder / "made_up.h5"
        synthetic.small(path)
        self.assertFalse(sweep.is_sweep(path))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = sys.argv.pop(1)
    unittest.main()
