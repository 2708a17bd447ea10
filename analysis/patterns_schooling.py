# SPDX-License-Identifier: Apache-2.0
"""Patterns of schooling: the wave of births, and the weight of history. Every public function takes a
run and returns a Pattern.
"""

import numpy as np

from patterns import Check, Pattern, mean, parameter, people, percent
from read_run import UPPER_SECONDARY, due, national, t_quantile
from style import minus

CLOSING = ["secondary_vocational", "technical_school"]


# ---- The wave of births

def births(run):
    tracks = [t for t in UPPER_SECONDARY if t in run.outcomes["track"].values]
    enrolled, entered = (due(mean(national(run, name, track=tracks)), 3).to_series()
                         for name in ("enrolment", "intake"))
    real = mean(run.outcomes["schools"].sel(track=CLOSING)).sum(["region", "track"])
    schools = due(real, 3).to_series()
    table = [["", "enrolment", "intake", "vocational schools"]]
    table += [[str(y), people(enrolled[y]), people(entered[y]), people(schools[y])]
              for y in enrolled.index]
    closed = 1.0 - float(real.values[-1]) / schools[2032]
    data = {"enrolment": enrolled, "intake": entered, "schools": schools, "closed": closed}
    return Pattern(
        "births", "The wave of births",
        "Upper-secondary intake peaks in 2028 and again in 2032, enrolment in 2029; both fall "
        "steeply from 2033, and schools close (DEFINITIONS 5).",
        [*peaks(enrolled, entered), fall(enrolled, entered), closures(run, real, schools)], data,
        [table], [f"From 2032 to the end {percent(closed, 2)} of these schools close."])


def peaks(enrolled, entered):
    peak = int(enrolled.idxmax())
    first = entered.loc[2023:2030]
    return [
        Check("enrolment in upper secondary schools highest in 2029",
              f"highest in {peak}: {people(enrolled[peak])}", peak == 2029),
        Check("first peak of intake in 2028: no year of 2023 to 2030 exceeds it by 0.5 %",
              f"2028: {people(first[2028])}; highest in {int(first.idxmax())}: {people(first.max())}",
              bool(first.max() <= 1.005 * first[2028])),
        Check("second peak of intake in 2032: above 2031 and 2033",
              ", ".join(f"{y}: {people(entered[y])}" for y in (2031, 2032, 2033)),
              bool(entered[2032] > max(entered[2031], entered[2033])))]


def fall(enrolled, entered):
    later = [y for y in entered.index if y > 2032]
    falls = all(s[y] < s[y - 1] for s in (entered, enrolled) for y in later)
    lost = [s[later[-1]] / s[2032] - 1.0 for s in (entered, enrolled)]
    return Check("intake and enrolment fall in each year from 2033, by 5 % or more to the last",
                 f"{'each year' if falls else 'not each year'}; {later[-1]} against 2032: intake "
                 f"{percent(lost[0])}, enrolment {percent(lost[1])}", falls and max(lost) <= -0.05)


def closures(run, real, schools):
    """Real schools fewer a year, from the start to Q3 of 2032 and from there to the last quarter."""
    end = run.outcomes["year"].values[-1] + run.outcomes["quarter"].values[-1] / 4.0
    last = float(real.values[-1])
    before = (schools.iloc[0] - schools[2032]) / (2032 - schools.index[0])
    after = (schools[2032] - last) / (end - 2032.75)
    return Check("secondary vocational and technical schools close after 2032, more a year than "
                 "before", f"{before:.1f} a year before, {after:.1f} after; {people(schools[2032])} "
                 f"schools in 2032, {people(last)} at the end", bool(after > max(before, 0.0)))


# ---- Histories

HISTORY = [("track_prestige", "secondary_vocational"), ("track_prestige", "higher_vocational"),
           ("programme_quality", "secondary_vocational"), ("programme_quality", "higher_vocational")]


def history(run):
    """Where a province stands at the end, given equal means, on where it stood at the start."""
    years = int(run.outcomes["year"].values[-1] - run.outcomes["year"].values[0])
    inertia = parameter(run, "prestige.inertia") ** years
    checks, data, table = [], {}, [["", "spread at the start", "spread at the end",
                                    "spread at equal means, end", "weight of the start"]]
    for name, track in HISTORY:
        start, end, means = standing(run, name, track)
        weight, error, rest = given_means(start, end, means)
        least = inertia if name == "track_prestige" else 0.0
        bound = weight - t_quantile(start.size - means.shape[1] - 2, 0.95) * error
        label = f"{name} of {track}".replace("_", " ")
        checks.append(Check(
            f"{label}: weight of the start above "
            + (f"{least:.2f}, what inertia alone would keep of it" if least else "0")
            + ", at the 5 % level", minus(f"{weight:.2f}, at least {bound:.2f}"), bool(bound > least)))
        table.append([label, f"{start.std():.3f}", f"{end.std():.3f}", f"{rest[1].std():.3f}",
                      minus(f"{weight:.2f}")])
        data[name, track] = rest
    remarks = ["Outcomes are written by province, not by city: provinces stand for cities here. Means "
               "held equal are the money spent per student of the track and the wage of the "
               "employed, both in logarithms over the whole run; what else lasts in a province "
               "(its sectors, its families) also counts as history. " + alike(run)]
    return Pattern(
        "history", "Prestige and quality carry their history",
        "Places with equal means but different histories differ in the prestige of vocational tracks "
        "and in the quality of programmes (R10, MODEL 4.12).", checks, data, [table], remarks)


def by_region(run, name, **labels):
    return mean(national(run, name, over=[d for d in ("track", "level")
                                          if d in run.outcomes[name].dims], **labels))


def standing(run, name, track):
    """First and last year, and the means over the run, of the provinces that have all."""
    values = due(by_region(run, name, track=[track]), 3).transpose("year", "region").values
    spent = by_region(run, "spending_per_student", track=[track]).mean("time")
    wage = by_region(run, "wage").mean("time")
    means = np.log(np.column_stack([spent.values, wage.values]))
    full = np.isfinite(values[0]) & np.isfinite(values[-1]) & np.isfinite(means).all(axis=1)
    return values[0][full], values[-1][full], means[full]


def given_means(start, end, means):
    """Coefficient of the start and its standard error; both values less what the means explain."""
    matrix = np.column_stack([np.ones(start.size), means])
    rest = [x - matrix @ np.linalg.lstsq(matrix, x, rcond=None)[0] for x in (start, end)]
    weight = float(rest[0] @ rest[1] / (rest[0] @ rest[0]))
    left = rest[1] - weight * rest[0]
    freedom = start.size - matrix.shape[1] - 1
    error = float(np.sqrt(left @ left / freedom / (rest[0] @ rest[0])))
    return weight, error, rest


def alike(run):
    """The two provinces whose means are nearest to each other."""
    name, track = HISTORY[2]
    start, end, means = standing(run, name, track)
    regions = run.outcomes["region"].values
    distance = np.abs(means[:, None, :] - means[None, :, :]).max(axis=2)
    np.fill_diagonal(distance, np.inf)
    i, j = np.unravel_index(np.argmin(distance), distance.shape)
    if start.size != regions.size:
        return ""
    return (f"The two nearest in both means, {regions[i]} and {regions[j]} (within "
            f"{percent(np.expm1(distance[i, j]))}), had a quality in secondary vocational schools of "
            f"{start[i]:.3f} and {start[j]:.3f} at the start and of {end[i]:.3f} and {end[j]:.3f} at "
            "the end.")
