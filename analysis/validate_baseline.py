#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds a baseline result against the recorded numbers of its start year and writes the errors.

    analysis/validate_baseline.py results/baseline.h5 -o docs/validation.md

Intake, enrolment and transfers of the start year by track against scenarios/data/china/
track_years.csv; provinces against the shares of 2019 in province_tracks.csv; completion against the
recorded rates. The rows are also written as JSON beside the page, for reports. Exits with 1 if a
stated tolerance is missed. Numbers of the literature that no calibration uses (rows `moment` of
docs/evidence.csv) stand beside what the model says, without a tolerance.
"""
import interpreter  # noqa: F401

import argparse
import csv
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import criteria  # noqa: E402
import read_run  # noqa: E402

ROOT = pathlib.Path(__file__).parent.parent
DATA = ROOT / "scenarios/data/china"
BACHELOR = ["applied_bachelor", "academic_bachelor"]
GROUPS = {"general_high": ["general_high"], "secondary_vocational": ["secondary_vocational"],
          "technical_school": ["technical_school"], "higher_vocational": ["higher_vocational"],
          "vocational_bachelor": ["vocational_bachelor"], "regular_bachelor": BACHELOR}
INTAKE_TOLERANCE = {"vocational_bachelor": 0.10}
COMPLETION = {"general_high": 0.98, "secondary_vocational": 0.86, "technical_school": 0.84}
LOCATED = {"general_high": "general_high", "secondary_vocational": "secondary_vocational",
           "higher_vocational": "higher_vocational", "regular_bachelor": "regular_bachelor"}


def rows(name):
    with open(DATA / name, encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Validation:
    def __init__(self, run):
        outcomes = run.outcomes
        self.outcomes = outcomes.mean("replicate", skipna=True) if "replicate" in outcomes.dims \
            else outcomes
        self.year = int(np.floor(float(outcomes.time.values[0])))
        self.recorded = {r["track"]: r for r in rows("track_years.csv")
                         if int(r["year"]) == self.year}
        self.lines = []
        self.tables = []

    def value(self, name, tracks, time, by_region=False):
        data = self.outcomes[name].sel(time=time, track=tracks).sum("track")
        return data.values if by_region else float(data.sum())

    @property
    def missed(self):
        return [f"{table.title}: {row}" for table in self.tables for row in table.missed]

    def finish(self, table, remark=None):
        self.tables.append(table)
        self.lines += [f"## {table.title}", "", *([remark, ""] if remark else []),
                       *table.markdown(), ""]

    def national(self):
        autumn = self.year + 0.5
        head = ["", "recorded", "model", "error", "tolerance"]

        def check(table, what, model, record, tolerance):
            error = model / record - 1
            table.add([what, f"{record:,.0f}", f"{model:,.0f}", f"{error:+.2%}",
                       f"{tolerance:.0%}"], abs(error) <= tolerance)

        intake = criteria.Table(f"Intake of {self.year}", head)
        for group, tracks in GROUPS.items():
            check(intake, group, self.value("intake", tracks, autumn),
                  float(self.recorded[group]["intake"]), INTAKE_TOLERANCE.get(group, 0.02))
        check(intake, "five-year transfers",
              self.value("transfers_in", ["higher_vocational"], autumn),
              float(self.recorded["higher_vocational"]["transfers_in"]), 0.02)
        check(intake, "upgrading entrants",
              self.value("upgrade_entrants", [*BACHELOR, "vocational_bachelor"], autumn),
              sum(float(r["upgrade_entrants"]) for r in self.recorded.values()), 0.02)
        self.finish(intake)
        enrolment = criteria.Table(f"Enrolment of {self.year}", head)
        for group, tracks in GROUPS.items():
            check(enrolment, group, self.value("enrolment", tracks, autumn),
                  float(self.recorded[group]["enrolment"]), 0.03)
        self.finish(enrolment)

    def provincial(self):
        shares = {}
        for row in rows("province_tracks.csv"):
            if int(row["year"]) == 2019:
                shares.setdefault(row["track"], {})[row["province"]] = float(row["enrolment"])
        regions = [str(r) for r in self.outcomes.region.values]
        table = criteria.Table("Provinces", ["", "correlation of shares", "largest difference",
                                             "at least"])
        for group, track in LOCATED.items():
            model = self.value("enrolment", GROUPS[group], self.year + 0.5, by_region=True)
            record = np.array([shares[track][r] for r in regions])
            model, record = model / model.sum(), record / record.sum()
            correlation = float(np.corrcoef(model, record)[0, 1])
            worst = int(np.argmax(np.abs(model - record)))
            table.add([group, f"{correlation:.4f}", f"{regions[worst]} "
                       f"{100 * (model - record)[worst]:+.2f} points", "0.95"], correlation > 0.95)
        self.finish(table, f"Enrolment of {self.year} by province of the school against the shares "
                           "of 2019, the last year recorded by province.")

    def completion(self):
        table = criteria.Table("Completion", ["", "recorded", "model", "difference", "tolerance"])
        rate = self.outcomes["completion_rate"]
        base = self.outcomes["completion_rate_base"]
        for track, recorded in COMPLETION.items():
            # The first cohort of the start year completes three years later.
            at = {"track": track, "time": rate.time[rate.time >= self.year + 3]}
            weight = base.sel(**at)
            model = float((rate.sel(**at) * weight).sum() / weight.where(rate.sel(**at) >= 0).sum())
            table.add([track, f"{recorded:.0%}", f"{model:.1%}",
                       f"{100 * (model - recorded):+.1f} points", "2 points"],
                      abs(model - recorded) <= 0.02)
        self.finish(table, "Graduates over entrants of their cohort, cohorts that entered from the "
                           "start year on.")


    def pooled(self, name, **at):
        """The mean over cells and quarters, weighted by the denominator."""
        value = self.outcomes[name].sel(**at)
        weight = self.outcomes[f"{name}_base"].sel(**at).where(value.notnull())
        return float((value * weight).sum() / weight.sum())

    def moments(self):
        with open(ROOT / "docs/evidence.csv", encoding="utf-8") as file:
            evidence = {row["parameter"]: row for row in csv.DictReader(file)}
        crossing = self.outcomes["wage_crossover_age"]
        crossing = crossing[np.isclose(crossing.time % 1, 0.25)]  # due in second quarters
        crosses = bool(crossing.notnull().mean() >= 0.5)
        college = {"track": "higher_vocational"}
        found = {
            "wage_growth_5y": self.pooled("wage_after_years", years="5", **college)
            / self.pooled("starting_wage", **college),
            "hires_lost_mismatch": self.pooled("hires_lost_to_mismatch"),
            "secvoc_progress_shanghai": self.pooled(
                "continuation_rate", region="Shanghai", track="secondary_vocational"),
            "age_voc_wage_gap_opens": float(crossing.mean()) if crosses else np.nan,
        }
        self.lines += [
            "## Numbers of the literature", "",
            "Rows of docs/evidence.csv that an outcome measures and that neither a parameter nor a "
            "calibration takes. They come from other places, years and definitions (the last "
            "column), so there is no tolerance. No age means that in most years pay after vocational "
            "schooling is below at every age, or at none.", "",
            "| row | found | range | model | inside | caution |", "|---|---|---|---|---|---|"]
        for name, value in found.items():
            row = evidence[name]
            inside = float(row["low"]) <= value <= float(row["high"])
            said = "none" if np.isnan(value) else f"{value:.3g}"
            self.lines.append(
                f"| {row['meaning']} (`{name}`) | {row['central']} {row['unit']} | {row['low']} to "
                f"{row['high']} | {said} | {'yes' if inside else 'no'} | {row['note']} |")
        self.lines += [
            "", "`deadweight`, the share of supported training places that would have existed "
            "anyway, is of scenarios that support places; the baseline supports none.", ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("result", help="result file of scenarios/baseline.yaml")
    parser.add_argument("-o", "--out", help="Markdown file to write; default: standard output")
    arguments = parser.parse_args()
    run = read_run.open_run(arguments.result)
    validation = Validation(run)
    validation.national()
    validation.provincial()
    validation.completion()
    validation.moments()
    a = run.attributes
    text = "\n".join([
        "# How well the baseline reproduces the records", "",
        "Written by `analysis/validate_baseline.py` from a result of `scenarios/baseline.yaml`; do "
        "not edit. `./dev docs` writes it anew.", "",
        f"One agent stands for {a['scale']:,} people; {run.replicates()} replicate"
        f"{'s' if run.replicates() > 1 else ''}, seed {a['seed']}. Up to the admission of the start "
        "year seats follow the records, so intake tests that the markets fill them; enrolment, "
        "provinces and completion also test stopping, quotas and the initial stocks.", "",
        *validation.lines,
        "All tolerances hold." if not validation.missed
        else "Missed: " + "; ".join(validation.missed) + ".", ""])
    if arguments.out:
        pathlib.Path(arguments.out).write_text(text, encoding="utf-8")
        criteria.save(arguments.out, validation.tables)
    else:
        sys.stdout.write(text)
    return 1 if validation.missed else 0


if __name__ == "__main__":
    sys.exit(main())
