#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The page of patterns on a small run of the baseline: its numbers are those of the file, computed
here from the datasets themselves, and what does not hold is written as no.

    test_patterns.py TANDEM
"""

import contextlib
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

import patterns  # noqa: E402
import patterns_schooling  # noqa: E402
import show_patterns  # noqa: E402
from read_run import UPPER_SECONDARY  # noqa: E402

PROGRAM = None  # set by the command line
SECONDARY = slice(0, 4)  # tracks in the order of the file
VOCATIONAL = [2, 3, 4, 5]
FIRST_YEAR = 2022


def number(text):
    return float(text.replace("\N{MINUS SIGN}", "-").replace(",", "").replace(" %", "").strip())


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.result = cls.folder / "small.h5"
        tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", "--scale", "1:20000", "-q",
               "--panel", "1", "-o", cls.result)
        # So small a run has hardly a city with enough agents: here all count.
        cls.fewest = patterns_schooling.FEWEST_AGENTS
        patterns_schooling.FEWEST_AGENTS = 0
        code, cls.said = cls.write()
        patterns_schooling.FEWEST_AGENTS = cls.fewest
        assert code == 0, cls.said
        cls.text = (cls.folder / "page.md").read_text(encoding="utf-8")
        with h5py.File(cls.result) as file:
            # The one replicate, with the dimensions that follow it.
            cls.data = {name: item[0] for name, item in file["outcomes"].items()
                        if item.ndim > 1}
            cls.panel = {name: item[()] for name, item in file["panel"].items()}
            cls.labels = {name: [as_text(x) for x in file["panel"][name].attrs["flag_labels"]]
                          for name in ("attained", "employment")}

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

    def test_enrolment_intake_and_schools_are_those_of_the_file(self):
        for year in (2022, 2029, 2034):
            quarter = 4 * (year - FIRST_YEAR)
            cells = next(row for row in self.rows(f"^{year}$") if len(row) == 3)
            expected = [self.data["enrolment"][quarter, :, SECONDARY].sum(),
                        self.data["intake"][quarter, :, SECONDARY].sum(),
                        self.data["schools"][quarter, :, 2:4].sum()]
            for cell, value in zip(cells, expected):
                self.assertAlmostEqual(number(cell), value, delta=0.51)

    def test_peak_is_where_the_file_has_it(self):
        series = self.data["enrolment"][::4, :, SECONDARY].sum(axis=(1, 2))
        found, held = self.rows("^enrolment in upper secondary schools highest")[0]
        year = FIRST_YEAR + int(np.argmax(series))
        self.assertIn(f"highest in {year}:", found)
        self.assertEqual(held == "yes", year == 2029)

    def test_open_posts_and_jobless_leavers_are_those_of_the_file(self):
        cells = next(row for row in self.rows("^2026$") if len(row) == 4)
        quarter = 4 * (2026 - FIRST_YEAR)
        self.assertAlmostEqual(number(cells[0]),
                               self.data["vacancies"][quarter, :, 1:3].sum(), delta=0.51)
        leavers = self.data["placement_rate_base"][quarter][:, VOCATIONAL]
        placed = np.nan_to_num(self.data["placement_rate"][quarter][:, VOCATIONAL])
        jobless = (leavers * (1.0 - placed)).sum()
        self.assertAlmostEqual(number(cells[1]), jobless, delta=0.51)
        self.assertAlmostEqual(number(cells[2]), 100.0 * jobless / leavers.sum(), delta=0.051)

    def test_beveridge_correlation_is_that_of_the_file(self):
        force = self.data["unemployment_rate_base"].astype(float)
        jobless = (np.nan_to_num(self.data["unemployment_rate"]) * force).sum(axis=(1, 2))
        posts = self.data["vacancies"].sum(axis=(1, 2))
        rate = jobless / force.sum(axis=(1, 2))
        vacancy_rate = posts / (posts + force.sum(axis=(1, 2)) - jobless)
        yearly = [x.reshape(13, 4).mean(axis=1) for x in (rate, vacancy_rate)]
        found, held = self.rows("^over the 13 years")[0]
        shown = number(re.search(r"correlation (\S+),", found).group(1))
        r = np.corrcoef(*yearly)[0, 1]
        self.assertAlmostEqual(shown, r, delta=0.0051)
        # Student's t with 11 degrees of freedom: 1.796 at 5 %, one-sided.
        self.assertEqual(held == "yes", r < -1.796 / np.sqrt(11 + 1.796 ** 2))

    def test_premia_are_those_of_the_file_and_of_the_panel(self):
        base = self.data["wage_base"][1].astype(float)
        wage = (np.nan_to_num(self.data["wage"][1]) * base).sum(axis=0) / base.sum(axis=0)
        cells = self.rows("^gap of mean wages, 2022Q4")[0]
        for cell, value in zip(cells, wage[1:] / wage[0] - 1.0):
            self.assertAlmostEqual(number(cell), 100.0 * value, delta=0.051)
        cells = self.rows("^wage earners at equal experience and province, 2022Q4")[0]
        for cell, value in zip(cells, self.mincer()):
            self.assertAlmostEqual(number(cell), 100.0 * value, delta=0.051)

    def mincer(self):
        """Demeaned within provinces in place of a column for each."""
        frame = pd.DataFrame({name: self.panel[name] for name in
                              ("time", "wage", "experience", "region", "attained", "employment")})
        employment = frame.employment.map(dict(enumerate(self.labels["employment"])))
        level = frame.attained.map(dict(enumerate(self.labels["attained"])))
        frame = frame[(employment == "formal") & (frame.time == 2022.75)
                      & (level != "below_lower_secondary")]
        level = level[frame.index]
        table = pd.DataFrame({
            "upper": level.isin(UPPER_SECONDARY),
            "associate": level == "higher_vocational", "bachelor": level.str.contains("bachelor"),
            "experience": frame.experience, "square": frame.experience.astype(float) ** 2,
            "wage": np.log(frame.wage)}).astype(float)
        table = table - table.groupby(frame.region).transform("mean")
        columns = table.drop(columns="wage").values
        return np.expm1(np.linalg.lstsq(columns, table.wage.values, rcond=None)[0][:3])

    def test_weight_of_the_start_is_that_of_the_file(self):
        def track(name):
            return self.data[name][:, :, 2]

        base = self.data["wage_base"].astype(float)
        wage = (np.nan_to_num(self.data["wage"]) * base).sum(axis=2) / base.sum(axis=2)
        with h5py.File(self.result) as file:
            regions = [as_text(x) for x in file["outcomes/region"][()]]
            cities = [as_text(x) for x in file["outcomes/city"][()]]
        home = [regions.index(city.rsplit(" ", 1)[0]) for city in cities]
        quality = track("programme_quality_by_city")
        spent = track("spending_per_student_by_city")
        matrix = np.column_stack([np.ones(len(cities)), np.log(np.nanmean(spent, 0)),
                                  np.log(wage.mean(axis=0))[home], quality[0]])
        there = np.isfinite(matrix).all(axis=1) & np.isfinite(quality[48])
        weight = np.linalg.lstsq(matrix[there], quality[48][there], rcond=None)[0][3]
        found, _ = self.rows("^programme quality of secondary vocational: weight")[0]
        self.assertAlmostEqual(number(found.split(",")[0]), weight, delta=0.0051)

    def test_cities_of_few_agents_say_nothing(self):
        pattern = patterns_schooling.history(show_patterns.open_run(self.result))
        self.assertFalse(pattern.is_shown)
        self.assertIn("cities of 30 agents", pattern.checks[0].criterion)

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
            outcomes["vacancies"][...] = np.round(
                outcomes["vacancies"][...] * (1.0 + 0.3 * np.cos(turn)))
            outcomes["unemployment_rate"][...] -= 0.01 * np.cos(turn - lag * np.pi / 16.0)
        return path

    def test_loop_has_the_direction_of_the_lag(self):
        for lag, expected in ((4, "yes"), (-4, "**no**")):
            code, said = self.write("--cycle", str(self.with_cycle(lag)))
            self.assertEqual(code, 0, said)
            text = (self.folder / "page.md").read_text(encoding="utf-8")
            line = next(row for row in text.splitlines()
                        if row.startswith("| over the last whole cycle"))
            self.assertTrue(line.endswith(f"| {expected} |"), line)
            area = number(re.search(r"area (\S+) square", line).group(1))
            self.assertEqual(area > 0.0, lag > 0)
            self.assertIn("amplitude 5.0 %", line)


class Measures(unittest.TestCase):
    def test_area_is_positive_counter_clockwise(self):
        turn = 2.0 * np.pi * np.arange(400) / 400
        self.assertAlmostEqual(patterns.signed_area(np.cos(turn), np.sin(turn)), np.pi, places=3)
        self.assertAlmostEqual(patterns.signed_area(np.sin(turn), np.cos(turn)), -np.pi, places=3)

    def test_a_wave_of_another_shape_is_no(self):
        years = np.arange(2022, 2035)
        rising = pd.Series(1000.0 + years, index=years)
        enrolment, first, second = patterns_schooling.peaks(rising, rising)
        fall = patterns_schooling.fall(rising, rising)
        self.assertEqual([c.held for c in (enrolment, second, fall)], [False] * 3)
        self.assertTrue(first.held)  # 2030 is above 2028, but by less than 0.5 %

    def test_the_start_counts_only_beyond_the_means(self):
        random = np.random.default_rng(1)
        means = random.normal(size=(31, 2))
        start = random.normal(size=31) + means[:, 0]
        end = 3.0 * means[:, 0] - means[:, 1] + 0.6 * start
        weight, error, _ = patterns_schooling.given_means(start, end, means)
        self.assertAlmostEqual(weight, 0.6)
        self.assertAlmostEqual(error, 0.0)


def as_text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
