#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds national means of the baseline at one scale against those at another (DEFINITIONS 2).

    tandem run scenarios/baseline.yaml --scale 1:1000 -n 10 -o fine.h5
    tandem run scenarios/baseline.yaml --scale 1:10000 -n 20 -o coarse.h5
    analysis/compare_scales.py fine.h5 coarse.h5 -o docs/scale.md

An outcome agrees if the difference of its means over the run lies within three standard deviations of
the difference between one run at each scale: that is the error of what a run of so many agents shows.
Outcomes that depend on scale are listed below with the reason and how much they may differ. Exits with
1 if another one differs, or one of these by more.
"""
import interpreter  # noqa: F401

import argparse
import math
import pathlib
import sys
import warnings
from dataclasses import dataclass

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import criteria  # noqa: E402
import read_run  # noqa: E402

DEVIATIONS = 3.0

# Why, and the outcomes with the share of the mean by which they may differ from 1:1000 to 1:10000.
DEPENDS = {
    "it counts agents, not people.": {"agents": 0.905},
    "distances between two distributions over many cells are the larger the fewer agents fill the "
    "cells, also where nothing sets them apart (`school_dissimilarity_by_chance` says how much of "
    "one is chance).": {
        "field_distance": 0.5, "field_region_distance": 0.4, "school_dissimilarity": 0.5},
    "a city has fewer schools, so that they differ less and families have less to choose from: "
    "fewer are turned away by schools that they like although their score would do, and provinces "
    "without a place of a small track have no ratio.": {
        "skill_spread_between_schools": 0.7, "general_offer_share": 0.75,
        "first_choices_per_seat": 0.06, "private_enrolment": 0.06, "unaffordable_share": 0.3},
    "hardly one agent a year is poached.": {"training_contracts_poached": 0.95},
    "intake of schools with few students goes up and down more. Teachers are hired at once and leave "
    "slowly, so there are more of them, and less is left for equipment and courses.": {
        "teachers": 0.02, "stations_per_student": 0.04, "equipment_per_student": 0.04,
        "practice_hours_per_student": 0.04, "course_age": 0.03, "curriculum_currency": 0.01,
        "experienced_teaching_share": 0.03, "net_cost_to_family": 0.03},
    "cities with one firm of a sector have one of middling size; small firms, which close more "
    "often, are missing. The jobs lost by closures agree.": {"firm_exit_rate": 0.35},
    "posts come whole: where a firm has few, none may be open for a quarter and the next starts anew; "
    "and a cell with few posts has not every field.": {"vacancy_age": 0.2, "field_match_rate": 0.03},
    "small technical schools fill less of their places.": {
        "general_intake_share": 0.01, "vocational_share": 0.01},
}


def allowed(name):
    """The share by which an outcome may differ and why, or None."""
    for why, names in DEPENDS.items():
        if name in names:
            return names[name], why
    return None


@dataclass
class Means:
    """Of one outcome: means and standard deviations over replicates at both scales."""

    name: str
    unit: str
    fine: float
    coarse: float
    deviation: float  # of the difference between one run at each
    error: float      # of the difference of the means

    @property
    def difference(self):
        return self.coarse - self.fine

    @property
    def share(self):
        return self.difference / abs(self.fine) if self.fine else math.inf * self.difference

    @property
    def agrees(self):
        return abs(self.difference) <= DEVIATIONS * self.deviation

    @property
    def held(self):
        exception = allowed(self.name)
        return self.agrees or (exception is not None and abs(self.share) <= exception[0])


def cuts_left_out(outcomes):
    """Cuts of an outcome that is there as well say nothing new of the nation."""
    return {name for name in outcomes.data_vars
            if any(name.startswith(f"{whole}_by_") for whole in outcomes.data_vars)}


def by_replicate(run, name):
    """Means over the run, one for each replicate; None if the outcome has no national value."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            values = read_run.national(run, name)
    except read_run.ResultError:
        return None
    over = [dim for dim in values.dims if dim != "replicate"]
    return values.mean(over).values.astype(float)


def compare(fine, coarse):
    """Means of all outcomes that both runs have for the nation, in order of name."""
    skipped = cuts_left_out(fine.outcomes)
    bases = {values.attrs["base"] for values in fine.outcomes.values() if "base" in values.attrs}
    found = []
    for name in sorted(set(fine.outcomes.data_vars) & set(coarse.outcomes.data_vars)):
        if "replicate" not in fine.outcomes[name].dims or name in skipped or name in bases:
            continue
        if fine.outcomes[name].dims == ("replicate",):
            continue  # marks of the file
        one, other = (by_replicate(run, name) for run in (fine, coarse))
        if one is None or not (math.isfinite(one.sum()) and math.isfinite(other.sum())):
            continue
        variances = [x.var(ddof=1) for x in (one, other)]
        found.append(Means(name, fine.outcomes[name].attrs.get("units", ""), one.mean(),
                           other.mean(), math.sqrt(sum(variances)),
                           math.sqrt(variances[0] / one.size + variances[1] / other.size)))
    return found


def show(value):
    return f"{value:,.0f}" if abs(value) >= 1e5 else f"{value:.4g}"


def row(means):
    times = means.difference / means.deviation if means.deviation > 0.0 else 0.0
    error = abs(means.difference) / means.error if means.error > 0.0 else 0.0
    share = f"{100 * means.share:+.2f} %" if means.fine else "–"
    return [f"`{means.name}`", means.unit, show(means.fine), show(means.coarse), share,
            f"{times:+.1f}", f"{error:.1f}"]


def tables(found):
    head = ["outcome", "unit", "fine", "coarse", "difference", "÷ deviation of a run",
            "÷ error of the means"]
    agreeing = criteria.Table("Outcomes that agree", head)
    others = criteria.Table("Outcomes that depend on scale", [*head, "may differ by"])
    for means in found:
        exception = allowed(means.name)
        if exception is None:
            agreeing.add(row(means), means.held)
        else:
            others.add([*row(means), f"{100 * exception[0]:g} %"], means.held)
    return agreeing, others


def page(fine, coarse, found):
    agreeing, others = tables(found)
    scales = [f"1:{run.attributes['scale']:,}" for run in (fine, coarse)]
    significant = sum(abs(m.difference) > DEVIATIONS * m.error for m in found)
    lines = [
        "# Does the scale matter?", "",
        "Written by `analysis/compare_scales.py`; do not edit. `./dev docs` writes it anew.", "",
        f"National means over the baseline's run at {scales[0]} ({fine.replicates()} replicates) and at "
        f"{scales[1]} ({coarse.replicates()}). An outcome agrees if the difference is within "
        f"{DEVIATIONS:g} standard deviations of the difference between one run at each scale: a user "
        "who runs once at either could not tell them apart. Many replicates can: "
        f"{significant} of {len(found)} means differ by more than {DEVIATIONS:g} standard errors "
        "(last column), most by less than 2 %. Compare scenarios at one scale.", "",
        f"## {agreeing.title}", "", *agreeing.markdown(), "", f"## {others.title}", ""]
    for why, names in DEPENDS.items():
        lines.append(f"- {', '.join(f'`{name}`' for name in names)}: {why}")
    lines += ["", *others.markdown(), ""]
    missed = agreeing.missed + others.missed
    lines += ["All hold." if not missed else "Missed: " + ", ".join(missed) + ".", ""]
    return "\n".join(lines), [agreeing, others]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("fine", help="result file of the finer scale, several replicates")
    parser.add_argument("coarse", help="result file of the coarser scale, several replicates")
    parser.add_argument("-o", "--out", help="Markdown file to write; default: standard output")
    arguments = parser.parse_args()
    fine, coarse = (read_run.open_run(path) for path in (arguments.fine, arguments.coarse))
    found = compare(fine, coarse)
    text, made = page(fine, coarse, found)
    if arguments.out:
        pathlib.Path(arguments.out).write_text(text, encoding="utf-8")
        criteria.save(arguments.out, made)
    else:
        sys.stdout.write(text)
    return 0 if all(means.held for means in found) else 1


if __name__ == "__main__":
    sys.exit(main())
