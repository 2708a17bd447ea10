# SPDX-License-Identifier: Apache-2.0
"""Patterns of schooling: the wave of births, and what an early push leaves behind. Every public function
takes runs and returns a Pattern.
"""

import re
from dataclasses import replace

import numpy as np

from patterns import (Check, Pattern, by_replicate, change, judged, parameter, people,
                      percent, signed, span, with_interval)
from read_run import UPPER_SECONDARY, ResultError, due, national

CLOSING = ["secondary_vocational", "technical_school"]
STEEP = -0.05  # a year


# ---- The wave of births

class Series:
    """Values by replicate and year of one quarter."""

    def __init__(self, values):
        self.years = [int(year) for year in values["year"].values]
        self.by_replicate = by_replicate(values, "year").astype(float)
        self.mean = self.by_replicate.mean(axis=0)

    def __getitem__(self, year):
        return self.by_replicate[:, self.years.index(year)]

    def between(self, first, last):
        return [y for y in self.years if first <= y <= last]

    def highest(self, years):
        """The year of the highest value, by replicate."""
        values = np.stack([self[y] for y in years])
        return [years[i] for i in values.argmax(axis=0)]

    def lead(self, peaks, others):
        """The highest of `peaks` over the highest of the other years, less one."""
        others = [y for y in others if y not in peaks]
        return (np.max([self[y] for y in peaks], axis=0)
                / np.max([self[y] for y in others], axis=0) - 1.0)

    def change(self, year):
        return self[year] / self[year - 1] - 1.0


def births(run):
    tracks = [t for t in UPPER_SECONDARY if t in run.outcomes["track"].values]
    enrolled, entered = (Series(due(national(run, name, track=tracks), 3))
                         for name in ("enrolment", "intake"))
    cells = run.outcomes["schools"].sel(track=CLOSING)
    stock = Series(due(cells, 4).sum(["region", "track"]))
    fewer, more = turnover(due(cells, 4))
    table = [["", "enrolment", "intake", "vocational schools at the end of the year", "fewer",
              "more"]]
    for i, year in enumerate(enrolled.years):
        moved = [people(x[i - 1]) if i and i <= len(x) else "" for x in (fewer, more)]
        table.append([str(year), people(enrolled.mean[i]), people(entered.mean[i]),
                      people(stock.mean[i]), *moved])
    checks = [*peaks(enrolled, entered), *falls(enrolled, entered), *closures(stock)]
    data = {"years": np.array(enrolled.years), "enrolment": enrolled.mean, "intake": entered.mean,
            "schools": stock.mean}
    return Pattern(
        "births", "The wave of births",
        "Upper-secondary intake peaks in 2027 or 2028 and again in 2032, enrolment in 2029; both fall "
        "from 2033, intake steeply, and schools close.", checks, data, [table],
        [f"Steeply: by {percent(-STEEP, 0)} or more in a year. Schools open and close at the turn of "
         "the year, by the intake of the autumn before, so that those of 2034 answer to that of 2033. "
         "The run gives the stock of each kind in each province; “fewer” and “more” add up where it "
         "fell and where it rose within the year before, the least that closed and opened.",
         in_words(entered, enrolled, stock)])


def turnover(stock):
    """Schools fewer and more, by year after the first: sums over province and kind of what fell and
    rose, means over replicates."""
    moved = stock.transpose("replicate", "year", "region", "track").values
    moved = np.diff(moved, axis=1)
    return [part.sum(axis=(2, 3)).mean(axis=0)
            for part in (np.clip(-moved, 0.0, None), np.clip(moved, 0.0, None))]


def peaks(enrolled, entered):
    years = enrolled.years
    first = entered.between(2023, 2030)
    return [
        judged("enrolment in upper secondary schools highest in 2029: above every other year",
               enrolled.lead([2029], years), change, low=0.0,
               more=f"; highest in {span(enrolled.highest(years), str)}"),
        judged("first peak of intake in 2027 or 2028: above every other year of 2023 to 2030",
               entered.lead([2027, 2028], first), change, low=0.0,
               more=f"; highest in {listed(entered.highest(first))}"),
        judged("second peak of intake in 2032: above 2031 and 2033",
               entered.lead([2032], [2031, 2033]), change, low=0.0)]


def listed(years):
    """Each year with the number of replicates."""
    return ", ".join(f"{y} ({years.count(y)})" for y in sorted(set(years)))


def falls(enrolled, entered):
    later = entered.between(2033, max(entered.years))
    checks = []
    for year in later:
        checks.append(judged(f"intake falls steeply in {year}", entered.change(year), change,
                             high=STEEP))
    for year in later:
        checks.append(judged(f"enrolment falls in {year}", enrolled.change(year), change, high=0.0))
    return checks


def closures(stock):
    """What the schools of a calendar year are fewer than those of the year before. The first that the
    fall from autumn 2033 can close are missing in 2034."""
    checks = []
    for year in stock.between(2034, max(stock.years)):
        change_of = stock[year] - stock[year - 1]
        checks.append(judged(f"secondary vocational and technical schools fewer at the end of {year} than a year "
                             "before", change_of, lambda x: signed(x, 0), high=0.0,
                             more=f" of {people(stock[year - 1].mean())}"))
    return checks


def in_words(entered, enrolled, stock):
    last = entered.years[-1]
    lost = [(s[last] / s[2032]) - 1.0 for s in (entered, enrolled, stock)]
    return (f"{last} against 2032: intake {with_interval(lost[0], change)}, enrolment "
            f"{with_interval(lost[1], change)}, schools {with_interval(lost[2], change)}.")


# ---- Histories

HISTORY = [("track_prestige", "secondary_vocational"), ("track_prestige", "higher_vocational"),
           ("programme_quality", "secondary_vocational"), ("programme_quality", "higher_vocational")]
SAME = 0.01  # means that differ by less count as equal
AFTER = 3  # years from the end of the push to the autumn that is judged


def history(run, push=None):
    """What is left, in the cities of a push that ended, of what it made of them: the same cities of the
    same replicates with and without it."""
    expected = ("Cities with equal means but different histories differ in the prestige of vocational "
                "tracks and in the quality of programmes.")
    title = "Prestige and quality carry their history"
    if push is None:
        return Pattern("history", title, expected,
                       [Check("cities with and without an early push differ after it",
                              "not shown: no run with an early push", False)], {})
    provinces, end = scope(push)
    run = twins_of(run, push)
    checks = [same_means(run, push, provinces, end, *means) for means in
              (("money per student of secondary vocational schools", "spending_per_student",
                {"track": ["secondary_vocational"]}),
               ("money per student of higher vocational schools", "spending_per_student",
                {"track": ["higher_vocational"]}),
               ("wage of the employed", "wage", {}))]
    table, kept, lasts = [], [], []
    data = {"end": end.year + end.quarter / 4.0}
    for name, track in HISTORY:
        label = f"{name} of {track}".replace("_", " ")
        inside, outside, years = apart(run, push, name, track, provinces)
        if end.year + AFTER not in years:
            raise ResultError(f"{push.path}: ends less than {AFTER} years after the push")
        at = int(np.argmax(np.abs(inside.mean(axis=0))))
        later = int(np.flatnonzero(years == end.year + AFTER)[0])
        checks.append(judged(f"{label}: cities of the push above their twins in {years[later]}",
                             inside[:, later], four_digits, low=0.0))
        lasting = judged("", inside[:, -1], four_digits, low=0.0)
        kept.append(float(inside[:, -1].mean() / inside[:, at].mean()))
        lasts.append(lasting.held)
        table.append([label, f"{with_interval(inside[:, at], four_digits)} ({years[at]})",
                      checks[-1].found, lasting.found, percent(kept[-1]),
                      "yes" if lasting.held else "no",
                      with_interval(outside[:, -1], four_digits)])
        data[name, track] = (years, inside)
    head = ["cities of the push less their twins", "largest difference", str(end.year + AFTER),
            f"{years[-1]}", "of the largest", "above zero", f"other provinces, {years[-1]}"]
    return Pattern(
        "history", title, expected, checks, data, [[head, *table]],
        [what_was_pushed(provinces, end),
         what_lasts(kept, lasts, int(years[-1]) - end.year) +
         f" Praise itself fades by {percent(parameter(push, 'prestige.campaign_decay'), 0)} a year; what "
         f"prestige takes from outcomes keeps {percent(parameter(push, 'prestige.inertia'), 0)}.",
         "That one equilibrium follows below the critical strength of following one's peers, and "
         "that above it twin cities with equal means keep what they began with, is shown by "
         "`tests/statistical/prestige_history_test.cpp` through the phases of the model; the baseline "
         "lies below it."])


def four_digits(value):
    return signed(value, 4)


def what_was_pushed(provinces, end):
    return (f"The push ended in {end.year}Q{end.quarter}. It lay on {len(provinces)} provinces "
            f"({', '.join(provinces)}); twins are the same cities of the same replicates without it. "
            "Values are weighted with the students that each city has without it.")


def what_lasts(kept, lasts, years):
    verdict = ("history lasts" if min(kept) > 0.5 else
               "history fades" if max(kept) < 0.5 else "history lasts in part")
    return (f"{years} years after the push {span(kept, percent)} of the largest differences are left, "
            f"{sum(lasts)} of {len(lasts)} of them above zero by their interval: {verdict}.")


class Quarter:
    def __init__(self, text):
        self.year, self.quarter = (int(part) for part in text.split("Q"))


def scope(push):
    """Provinces and last quarter of the instruments of a run; all must have the same."""
    text = push.attributes["scenario"].partition("\npolicies:")[2]
    where = set(re.findall(r"^    where: \{province: \[(.*?)\]\}", text, re.MULTILINE))
    ends = set(re.findall(r"^    end: (\d+Q\d)", text, re.MULTILINE))
    instruments = text.count("\n  - instrument: ")
    if len(where) != 1 or len(ends) != 1 or instruments != text.count("\n    end: "):
        raise ResultError(f"{push.path}: no early push: its instruments must end together and name the "
                          "same provinces (where, end)")
    return [name.strip() for name in where.pop().split(",")], Quarter(ends.pop())


def twins_of(run, push):
    """As many replicates of the run as have a twin, the first ones."""
    if any(run.attributes[k] != push.attributes[k] for k in ("scale", "seed")) or \
            run.outcomes.sizes["time"] != push.outcomes.sizes["time"] or \
            run.replicates() < push.replicates():
        raise ResultError(f"{push.path}: another scale, seed or time than {run.path}, or more replicates")
    return replace(run, outcomes=run.outcomes.isel(replicate=slice(0, push.replicates())))


def same_means(run, push, provinces, end, label, name, labels):
    """Relative difference from a year after the push to the end, its provinces taken together."""
    with_it, without = (national(one, name, region=provinces, **labels) for one in (push, run))
    late = with_it["time"].values >= end.year + 1 + (end.quarter - 1) / 4.0
    ratio = (by_replicate(with_it, "time")[:, late].mean(axis=1)
             / by_replicate(without, "time")[:, late].mean(axis=1) - 1.0)
    return judged(f"equal means from a year after the push on: {label} within {percent(SAME, 0)} of the "
                  "twins'", ratio, lambda x: change(x, 2), -SAME, SAME)


def province_of(city):
    """Cities are numbered within their provinces."""
    return city.rsplit(" ", 1)[0]


def apart(run, push, name, track, provinces):
    """Mean difference of cities with the push from themselves without it, in its provinces and in the
    others, by replicate and year."""
    outcome = f"{name}_by_city"
    with_it, without = (due(one.outcomes[outcome].sel(track=track), 3) for one in (push, run))
    students = due(run.outcomes["programme_quality_by_city_base"].sel(track=track), 3)
    difference = by_replicate(with_it - without, "year", "city")
    weights = np.where(np.isfinite(difference), by_replicate(students, "year", "city"), 0.0)
    years = with_it["year"].values
    inside = np.array([province_of(str(city)) in provinces for city in with_it["city"].values])
    if not inside.any():
        raise ResultError(f"{push.path}: no city in {', '.join(provinces)}")
    found = []
    for there in (inside, ~inside):
        w = weights * there
        total = w.sum(axis=2)
        found.append((np.nan_to_num(difference) * w).sum(axis=2) / np.where(total > 0.0, total, np.nan))
    return (*found, years)
