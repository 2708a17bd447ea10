#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The page of patterns on a small run of the baseline: its numbers are those of the file, computed
here from the datasets themselves, and what does not hold is written as no.

    test_patterns.py TANDEM
"""

import contextlib
import dataclasses
import io
import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "analysis"), str(ROOT / "tests/support")]

from program import tandem  # noqa: E402

import h5py  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import xarray  # noqa: E402

import patterns  # noqa: E402
import patterns_schooling  # noqa: E402
import show_patterns  # noqa: E402
from read_run import ResultError  # noqa: E402

PROGRAM = None  # set by the command line
SECONDARY = slice(0, 4)  # tracks in the order of the file
VOCATIONAL = [2, 3, 4, 5]
FIRST_YEAR = 2022
T_OF_ONE = 12.706  # Student's t, one degree of freedom: two replicates
PUSHED = ["Hebei", "Jiangsu", "Anhui", "Henan", "Hunan", "Guangxi", "Sichuan", "Shaanxi"]


def number(text):
    return float(text.replace("\N{MINUS SIGN}", "-").replace(",", "").replace(" %", "").strip())


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.result, cls.pushed = cls.folder / "small.h5", cls.folder / "push.h5"
        for scenario, path in (("baseline", cls.result), ("patterns/early_push", cls.pushed)):
            tandem(PROGRAM, "run", ROOT / f"scenarios/{scenario}.yaml", "--scale", "1:20000", "-n", "2",
                   "-q", "-o", path)
        code, cls.said = cls.write("--push", str(cls.pushed))
        assert code == 0, cls.said
        cls.text = (cls.folder / "page.md").read_text(encoding="utf-8")
        cls.data, cls.push = (outcomes_of(path) for path in (cls.result, cls.pushed))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def write(cls, *options, result=None):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = show_patterns.main([str(result or cls.result), "-o", str(cls.folder / "page.md"),
                                       "--images", str(cls.folder / "images"), *options])
        return code, err.getvalue()

    def rows(self, first_cell):
        """Cells of the rows whose first cell matches."""
        lines = [[cell.strip() for cell in line.strip("|").split("|")]
                 for line in self.text.splitlines() if line.startswith("|")]
        found = [cells[1:] for cells in lines if re.search(first_cell, cells[0])]
        self.assertTrue(found, first_cell)
        return found

    def judged(self, first_cell, values, low=-np.inf, high=np.inf, factor=1.0):
        """The row shows mean and interval of `values`, and judges by them."""
        found, alone, held = self.rows(first_cell)[0]
        centre, half = values.mean(), T_OF_ONE * abs(values[0] - values[1]) / 2.0
        shown = re.match(r"(\S+)(?: %)? ± (\S+)", found)
        places = len(shown.group(1).partition(".")[2])
        delta = 0.51 * 10.0 ** -places
        self.assertAlmostEqual(number(shown.group(1)), factor * centre, delta=delta, msg=found)
        self.assertAlmostEqual(number(shown.group(2)), factor * half, delta=delta, msg=found)
        self.assertEqual(held == "yes", low < centre - half and centre + half < high)
        self.assertEqual(alone, f"{((low < values) & (values < high)).sum()} of 2")

    def test_enrolment_intake_and_schools_are_those_of_the_file(self):
        for year in (2022, 2029, 2034):
            quarter = 4 * (year - FIRST_YEAR)
            cells = next(row for row in self.rows(f"^{year}$") if len(row) == 5)
            expected = [self.data["enrolment"][:, quarter, :, SECONDARY].sum() / 2,
                        self.data["intake"][:, quarter, :, SECONDARY].sum() / 2,
                        self.data["schools"][:, quarter + 1, :, 2:4].sum() / 2]
            for cell, value in zip(cells, expected):
                self.assertAlmostEqual(number(cell), value, delta=0.51)

    def test_schools_fewer_and_more_add_up_cells(self):
        cells = next(row for row in self.rows("^2034$") if len(row) == 5)
        quarter = 4 * (2034 - FIRST_YEAR) + 1
        schools = self.data["schools"][:, :, :, 2:4]
        moved = schools[:, quarter] - schools[:, quarter - 4]
        self.assertAlmostEqual(number(cells[3]), -moved[moved < 0.0].sum() / 2, delta=0.51)
        self.assertAlmostEqual(number(cells[4]), moved[moved > 0.0].sum() / 2, delta=0.51)
        self.judged("fewer at the end of 2034", moved.sum(axis=(1, 2)), high=0.0)

    def test_peak_and_fall_are_where_the_file_has_them(self):
        enrolled, entered = (self.data[name][:, ::4, :, SECONDARY].sum(axis=(2, 3)).astype(float)
                             for name in ("enrolment", "intake"))
        others = np.delete(enrolled, 2029 - FIRST_YEAR, axis=1).max(axis=1)
        self.judged("^enrolment in upper secondary schools highest",
                    enrolled[:, 2029 - FIRST_YEAR] / others - 1.0, low=0.0, factor=100.0)
        at = 2033 - FIRST_YEAR
        self.judged("^intake falls steeply in 2033", entered[:, at] / entered[:, at - 1] - 1.0,
                    high=-0.05, factor=100.0)

    def test_open_posts_and_jobless_leavers_are_those_of_the_file(self):
        cells = next(row for row in self.rows("^2026$") if len(row) == 4)
        quarter = 4 * (2026 - FIRST_YEAR)
        self.assertAlmostEqual(number(cells[0]),
                               self.data["vacancies"][:, quarter, :, 1:3].sum() / 2, delta=0.51)
        leavers = self.data["placement_rate_base"][:, quarter][:, :, VOCATIONAL]
        placed = np.nan_to_num(self.data["placement_rate"][:, quarter][:, :, VOCATIONAL])
        jobless = (leavers * (1.0 - placed)).sum()
        self.assertAlmostEqual(number(cells[1]), jobless / 2, delta=0.51)
        self.assertAlmostEqual(number(cells[2]), 100.0 * jobless / leavers.sum(), delta=0.051)

    def test_hires_lost_are_those_of_the_file_and_open_posts_have_no_band(self):
        base = self.data["hires_lost_to_mismatch_base"].astype(float)
        lost = np.nan_to_num(self.data["hires_lost_to_mismatch"]) * base
        by_year = [x.sum(axis=2).reshape(2, 13, 4).sum(axis=2) for x in (lost, base)]
        self.judged("^hires lost to mismatch", (by_year[0] / by_year[1]).mean(axis=1), 0.02, 0.08,
                    100.0)
        self.assertNotIn("| skilled vacancies that stay open", self.text)

    def test_beveridge_correlation_and_loop_are_those_of_the_file(self):
        force = self.data["unemployment_rate_base"].astype(float)
        jobless = (np.nan_to_num(self.data["unemployment_rate"]) * force).sum(axis=(2, 3))
        posts = self.data["vacancies"].sum(axis=(2, 3))
        force = force.sum(axis=(2, 3))
        rates = [jobless / force, posts / (posts + force - jobless)]
        yearly = [x.reshape(2, 13, 4).mean(axis=2) for x in rates]
        self.judged("^over the 13 years", np.array([np.corrcoef(*uv)[0, 1] for uv in zip(*yearly)]),
                    high=0.0)
        areas = []
        for pair in zip(*rates):
            x, y = (signal(pd.Series(100.0 * one).rolling(4).mean().dropna().values) for one in pair)
            areas.append(0.5 * sum(x[i - 1] * y[i] - x[i] * y[i - 1] for i in range(x.size)))
        self.judged("^path of the whole run", np.array(areas), low=0.0)

    def test_premia_are_those_of_the_file(self):
        base = self.data["wage_base"][:, 1].astype(float)
        wage = (np.nan_to_num(self.data["wage"][:, 1]) * base).sum(axis=1) / base.sum(axis=1)
        wage = wage.mean(axis=0)
        cells = self.rows("^gap of mean wages, 2022Q4")[0]
        for cell, value in zip(cells, wage[1:] / wage[0] - 1.0):
            self.assertAlmostEqual(number(cell), 100.0 * value, delta=0.051)
        people = self.data["wage_premium_base"][:, 1::4].astype(float)
        gap = (np.nan_to_num(self.data["wage_premium"][:, 1::4]) * people).sum(axis=2)
        premia = np.expm1(gap / people.sum(axis=2)).mean(axis=1)
        self.judged("^upper secondary over lower", premia[:, 1], 0.15, 0.25, 100.0)
        self.judged("^bachelor over lower", premia[:, 3], 0.6, 0.9, 100.0)

    def test_growth_over_five_years_follows_the_same_leavers(self):
        def pooled(name, *where):
            base = self.data[f"{name}_base"].astype(float)
            total = np.nan_to_num(self.data[name]) * base
            return [x[(slice(None), slice(None), slice(None), *where)].sum(axis=2)
                    for x in (total, base)]

        start = np.divide(*pooled("starting_wage", 4))[:, 1::4]
        later = np.divide(*(x[:, 3::4] for x in pooled("wage_after_years", 2, 4)))
        # Quarter 3 of the file is the first Q2, of 2023: leavers of 2022 are five years out in 2027.
        ratio = (later[:, 4:] / start[:, :9]).mean(axis=1)
        self.judged("^wage of college leavers after five years", ratio, 1.7 / 2.1 * 1.9,
                    2.3 / 2.1 * 1.9)
        self.assertIn("is real", self.text)

    def test_twins_differ_as_the_files_do(self):
        with h5py.File(self.result) as file:
            cities = [as_text(x) for x in file["outcomes/city"][()]]
        pushed = np.array([city.rsplit(" ", 1)[0] in PUSHED for city in cities])
        quarter = 4 * (2030 - FIRST_YEAR)
        for name, track, words in (("track_prestige", 2, "track prestige of secondary"),
                                   ("programme_quality", 4, "programme quality of higher")):
            apart = (self.push[f"{name}_by_city"] - self.data[f"{name}_by_city"])[:, quarter, :, track]
            weight = self.data["programme_quality_by_city_base"][:, quarter, :, track].astype(float)
            weight = np.where(np.isfinite(apart), weight, 0.0) * pushed
            values = (np.nan_to_num(apart) * weight).sum(axis=1) / weight.sum(axis=1)
            self.judged(f"^{words} vocational: cities of the push", values, low=0.0)

    def test_a_push_must_end_and_be_of_the_same_seed(self):
        code, said = self.write("--push", str(self.result))
        self.assertEqual(code, 4)
        self.assertIn("no early push", said)
        other = self.folder / "other.h5"
        shutil.copy(self.pushed, other)
        with h5py.File(other, "r+") as file:
            file.attrs["seed"] = 7
        code, said = self.write("--push", str(other))
        self.assertEqual(code, 4)
        self.assertIn("another scale, seed", said)

    def test_twins_are_those_of_the_first_replicates(self):
        run, push = (show_patterns.open_run(path) for path in (self.result, self.pushed))
        one = dataclasses.replace(push, outcomes=push.outcomes.isel(replicate=[0]))
        self.assertEqual(patterns_schooling.twins_of(run, one).replicates(), 1)
        with self.assertRaisesRegex(ResultError, "more replicates"):
            patterns_schooling.twins_of(one, push)

    def test_without_a_push_history_is_not_shown(self):
        pattern = patterns_schooling.history(show_patterns.open_run(self.result))
        self.assertFalse(pattern.is_shown)

    def test_every_run_is_named(self):
        self.assertIn("`scenarios/baseline.yaml` | 2 |", self.text)
        self.assertIn("`scenarios/patterns/early_push.yaml` | 2 |", self.text)
        self.assertNotIn("demand_cycle.yaml", self.text)

    def test_verdicts_follow_from_their_criteria(self):
        for section in self.text.split("\n## ")[1:]:
            title = section.splitlines()[0]
            held = re.findall(r"\| (yes|\*\*no\*\*) \|$", section, re.MULTILINE)
            said = re.search(r"^Shown: (.*)\.$", section, re.MULTILINE).group(1)
            self.assertEqual(said == "yes", all(word == "yes" for word in held), title)
            cells = self.rows(f"^{title}$")[0]
            self.assertEqual(cells, [f"{held.count('yes')} of {len(held)}", said])

    def test_every_picture_is_there(self):
        images = re.findall(r"!\[.*?\]\((.*?)\)", self.text)
        self.assertEqual(len(images), 5)
        for image in images:
            self.assertGreater((self.folder / image).stat().st_size, 10_000)

    def test_a_run_without_a_cycle_of_demand_is_refused_as_one_with(self):
        code, said = self.write("--cycle", str(self.result))
        self.assertEqual(code, 4)
        self.assertIn("no cycle of demand", said)

    def with_cycle(self, lag):
        """A copy whose unemployment swings against its vacancies, `lag` quarters behind."""
        path = self.folder / "cycle.h5"
        shutil.copy(self.result, path)
        with h5py.File(path, "r+") as file:
            for i, (name, value) in enumerate((("years", 8.0), ("amplitude", 0.05))):
                file["parameters/parameter"][i] = f"firm.demand_cycle_{name}"
                file["parameters/number"][i] = value
            outcomes = file["outcomes"]
            turn = 2.0 * np.pi * np.arange(52)[None, :, None, None] / 32.0
            outcomes["vacancies"][...] = np.round(1e5 * (1.0 + 0.5 * np.cos(turn))
                                                  + 0.0 * outcomes["vacancies"][...])
            outcomes["unemployment_rate"][...] = (0.05 - 0.01 * np.cos(turn - lag * np.pi / 16.0)
                                                  + 0.0 * outcomes["unemployment_rate"][...])
        return path

    def test_loop_of_the_cycle_alone_has_the_direction_of_the_lag(self):
        for lag, expected in ((4, "yes"), (-4, "**no**")):
            code, said = self.write("--cycle", str(self.with_cycle(lag)))
            self.assertEqual(code, 0, said)
            text = (self.folder / "page.md").read_text(encoding="utf-8")
            self.assertIn("`scenarios/patterns/demand_cycle.yaml`", text)
            line = next(row for row in text.splitlines()
                        if row.startswith("| in the run with a cycle of demand") and "area" in row)
            self.assertTrue(line.endswith(f"| {expected} |"), line)
            area = number(re.search(r"\| (\S+) ± ", line).group(1))
            self.assertEqual(area > 0.0, lag > 0)
            self.assertIn("amplitude 5.0 %", line)


class Measures(unittest.TestCase):
    def test_area_is_positive_counter_clockwise(self):
        turn = 2.0 * np.pi * np.arange(400) / 400
        self.assertAlmostEqual(patterns.signed_area(np.cos(turn), np.sin(turn)), np.pi, places=3)
        self.assertAlmostEqual(patterns.signed_area(np.sin(turn), np.cos(turn)), -np.pi, places=3)

    def test_the_whole_interval_counts(self):
        values = [0.1, 0.2, 0.3]  # ± 4.303 · 0.1 ÷ √3
        check = patterns.judged("", values, lambda x: f"{x:.3f}", low=0.0)
        self.assertEqual(check.found, "0.200 ± 0.248")
        self.assertEqual((check.held, check.mean_held, check.count), (False, True, "3 of 3"))
        self.assertTrue(patterns.judged("", values, str, low=-0.05).held)
        self.assertFalse(patterns.judged("", [0.1, float("nan")], str, low=0.0).held)
        self.assertFalse(patterns.counted("", "", [True, False]).held)

    def test_a_wave_of_another_shape_is_no(self):
        years = np.arange(2022, 2035)
        rising = xarray.DataArray([1000.0 + years, 1001.0 + years], dims=("replicate", "year"),
                                  coords={"year": years})
        series = patterns_schooling.Series(rising)
        checks = [*patterns_schooling.peaks(series, series),
                  *patterns_schooling.falls(series, series), *patterns_schooling.closures(series)]
        self.assertEqual([c.held for c in checks], [False] * len(checks))
        falling = patterns_schooling.Series(rising[:, ::-1].assign_coords(year=years))
        self.assertTrue(all(c.held for c in patterns_schooling.closures(falling)))


def outcomes_of(path):
    with h5py.File(path) as file:
        return {name: item[()] for name, item in file["outcomes"].items() if item.ndim > 1}


def signal(values):
    """Without the line of least squares."""
    at = np.column_stack([np.ones(values.size), np.arange(values.size)])
    return values - at @ np.linalg.lstsq(at, values, rcond=None)[0]


def as_text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
