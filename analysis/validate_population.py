#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the initial population against the margins that it was made from and writes the residuals.

    tandem run scenarios/baseline.yaml --set time.start=2017Q3 --set time.spin_up_years=0 \\
        --until 2017Q4 --panel 1 -o population.h5
    analysis/validate_population.py population.h5 -o docs/population.md

Needs a panel of everybody, taken as early as a panel is: at the end of the first fourth quarter.
The rows are also written as JSON beside the page, for reports. Exits with 1 if a stated tolerance is
missed.
"""
import interpreter  # noqa: F401

import argparse
import csv
import pathlib
import sys

import numpy as np
import pandas as pd

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import criteria  # noqa: E402
import read_run  # noqa: E402

DATA = pathlib.Path(__file__).parent.parent / "scenarios/data/china"
LEVELS = ["tertiary", "upper_secondary", "lower_secondary", "below"]
LEVEL_OF = {"below_lower_secondary": "below", "lower_secondary": "lower_secondary",
            "general_high": "upper_secondary", "comprehensive_high": "upper_secondary",
            "secondary_vocational": "upper_secondary", "technical_school": "upper_secondary",
            "higher_vocational": "tertiary", "vocational_bachelor": "tertiary",
            "applied_bachelor": "tertiary", "academic_bachelor": "tertiary"}


def table(name):
    return pd.read_csv(DATA / name)


def number(item):
    with open(DATA / "origins.csv", encoding="utf-8") as file:
        return next(float(r["value"]) for r in csv.DictReader(file) if r["item"] == item)


class Residuals:
    """Rows of the page: one margin each, with its largest and mean error."""

    def __init__(self):
        self.table = criteria.Table("Margins of the initial population", [
            "margin", "cells", "recorded", "model", "mean error", "largest error", "where",
            "tolerance"])

    def add(self, margin, recorded, model, tolerance, relative=False):
        """Both in the same order; errors in percentage points of shares, or relative."""
        model = pd.Series(np.asarray(model, dtype=float), index=recorded.index)
        error = (model / recorded - 1.0 if relative else model - recorded) * 100.0
        worst = error.abs().idxmax()
        unit = "%" if relative else "points"
        where = ", ".join(map(str, worst)) if isinstance(worst, tuple) else str(worst)
        single = len(recorded) == 1
        self.table.add([margin, len(recorded),
                        f"{recorded.iloc[0]:,.4g}" if single else "–",
                        f"{model.iloc[0]:,.4g}" if single else "–",
                        f"{error.abs().mean():.2f} {unit}", f"{error[worst]:+.2f} {unit}",
                        "–" if single else where, f"{100 * tolerance:g} {unit}"],
                       error.abs().max() <= 100.0 * tolerance)


def people(run):
    panel = run.group("panel")
    columns = ["replicate", "time", "birth_time", "sex", "hukou", "region", "attained"]
    frame = pd.DataFrame({name: panel[name].values for name in columns})
    for name in ["sex", "hukou", "region", "attained"]:
        labels = panel[name].attrs["flag_labels"]
        values = np.atleast_1d(panel[name].attrs["flag_values"])
        frame[name] = frame[name].map(dict(zip(values.tolist(), labels)))
    first = frame.time.min()
    frame = frame[(frame.time == first) & (frame.replicate == 0)]
    frame["birth_year"] = np.floor(frame.birth_time).astype(int)
    frame["level"] = frame.attained.map(LEVEL_OF)
    return frame, float(first)


def provincial_attainment(recorded, older, national):
    """The target that the fit uses: recorded rates relative to the nation's, balanced so that
    provinces and national levels add up."""
    count = older.groupby("region").size().reindex(recorded.province).values.astype(float)
    rates = recorded[["tertiary_per_100k", "upper_secondary_per_100k",
                      "lower_secondary_per_100k"]].values / 1e5
    rates = np.column_stack([rates, np.maximum(0.01, 1.0 - rates.sum(axis=1))])
    target = count[:, None] * rates * (national / (count @ rates))
    for _ in range(500):
        target *= national / target.sum(axis=0)
        target *= (count / target.sum(axis=1))[:, None]
    shares = pd.DataFrame(target / count[:, None], index=recorded.province, columns=LEVELS)
    return shares.stack()


def measure(run):
    frame, when = people(run)
    scale = run.attributes["scale"]
    residuals = Residuals()
    cohorts = table("birth_cohorts.csv").set_index("birth_year").persons
    counted = frame.groupby("birth_year").size() * scale
    inside = [y for y in counted.index if y in cohorts.index and when - 59 < y < when - 16]
    residuals.add("people by year of birth", cohorts[inside], counted[inside], 0.01, relative=True)
    provinces = table("provinces.csv").set_index("province").population
    older = frame[frame.birth_year <= when - 24]
    residuals.add("people by province", provinces / provinces.sum(),
                  older.groupby("region").size().reindex(provinces.index) / len(older), 0.002)
    male = number("males_per_100_females")
    residuals.add("male", pd.Series([male / (100.0 + male)]),
                  pd.Series([(older.sex == "male").mean()]), 0.005)
    residuals.add("rural registration", pd.Series([number("rural_hukou_share_15_59")]),
                  pd.Series([(older.hukou == "rural").mean()]), 0.02)
    attainment = table("attainment.csv").set_index("birth_year")
    national = pd.DataFrame({
        "tertiary": attainment.associate + attainment.bachelor,
        "upper_secondary": attainment.upper_secondary_general
        + attainment.upper_secondary_vocational,
        "lower_secondary": attainment.lower_secondary,
        "below": attainment.below_lower_secondary})[LEVELS]
    years = [y for y in sorted(older.birth_year.unique()) if y in national.index]
    shares = pd.crosstab(older.birth_year, older.level, normalize="index").reindex(
        index=years, columns=LEVELS, fill_value=0.0)
    residuals.add("attainment by year of birth", national.loc[years].stack(), shares.stack(), 0.01)
    totals = older.groupby("level").size().reindex(LEVELS).values.astype(float)
    by_place = pd.crosstab(older.region, older.level, normalize="index").reindex(
        index=provinces.index, columns=LEVELS, fill_value=0.0)
    residuals.add("attainment by province",
                  provincial_attainment(table("province_attainment.csv"), older, totals),
                  by_place.stack(), 0.02)
    return residuals, len(frame), when


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("result", help="result file with a panel of everybody")
    parser.add_argument("-o", "--out", help="Markdown file to write; default: standard output")
    arguments = parser.parse_args()
    run = read_run.open_run(arguments.result)
    residuals, agents, when = measure(run)
    text = "\n".join([
        "# How well the initial population meets its margins", "",
        "Written by `analysis/validate_population.py`; do not edit. `./dev docs` writes it anew.",
        "",
        f"{agents:,} agents, each {run.attributes['scale']:,} people, at the end of "
        f"{int(when)}Q{int(when % 1 * 4) + 1}, the first quarters of a run without spin-up. "
        "Attainment and provinces: people of 24 and over, who are past school. Errors of shares are "
        "in percentage points. Attainment by province is held against the census of 2020, whose rates "
        "are taken relative to the nation's.", "", *residuals.table.markdown(), "",
        "All tolerances hold." if not residuals.table.missed
        else "Missed: " + "; ".join(residuals.table.missed) + ".", ""])
    if arguments.out:
        pathlib.Path(arguments.out).write_text(text, encoding="utf-8")
        criteria.save(arguments.out, [residuals.table])
    else:
        sys.stdout.write(text)
    return 1 if residuals.table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
