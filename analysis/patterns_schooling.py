# SPDX-License-Identifier: Apache-2.0
"""Patterns of schooling: the wave of births, and the weight of history. Every public function takes a
run and returns a Pattern.
"""

import numpy as np

from patterns import Check, Pattern, mean, parameter, people, percent, signed
from read_run import FEWEST_AGENTS, UPPER_SECONDARY, due, national, t_quantile
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
        "steeply from 2033, and schools close.",
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
                 "before", f"change a year {signed(-before, 1)} before, {signed(-after, 1)} after; "
                 f"{people(schools[2032])} schools in 2032, {people(last)} at the end", bool(after > max(before, 0.0)))


# ---- Histories

FEWEST_CITIES = 20
HISTORY = [("track_prestige", "secondary_vocational"), ("track_prestige", "higher_vocational"),
           ("programme_quality", "secondary_vocational"), ("programme_quality", "higher_vocational")]


def history(run):
    """Where a city stands at the end, given equal means, on where it stood at the start."""
    years = int(run.outcomes["year"].values[-1] - run.outcomes["year"].values[0])
    inertia = parameter(run, "prestige.inertia") ** years
    checks, data, table = [], {}, [["", "cities", "spread at the start", "spread at the end",
                                    "spread at equal means, end", "within provinces, end",
                                    "weight of the start"]]
    for name, track in HISTORY:
        cities, start, end, means = standing(run, name, track)
        label = f"{name} of {track}".replace("_", " ")
        if cities.size < FEWEST_CITIES:
            checks.append(Check(f"{label}: at least {FEWEST_CITIES} cities of {FEWEST_AGENTS} "
                                "agents", f"{cities.size}", False))
            data[name, track] = (start, end)
            continue
        weight, error, rest = given_means(start, end, means)
        least = inertia if name == "track_prestige" else 0.0
        bound = weight - t_quantile(start.size - means.shape[1] - 2, 0.95) * error
        checks.append(Check(
            f"{label}: weight of the start above "
            + (f"{least:.2f}, what inertia alone would keep of it" if least else "0")
            + ", at the 5 % level", minus(f"{weight:.2f}, at least {bound:.2f}"), bool(bound > least)))
        table.append([label, str(start.size), f"{start.std():.3f}", f"{end.std():.3f}",
                      f"{rest[1].std():.3f}", f"{within_provinces(cities, end):.3f}",
                      minus(f"{weight:.2f}")])
        data[name, track] = rest
    remarks = ["Means held equal are the money spent per student of the track in the city and the "
               "wage of the employed in its province, both in logarithms over the whole run; what "
               "else lasts in a city (its jobs, its families) also counts as history. Cities with "
               f"fewer than {FEWEST_AGENTS} students' agents are left out. " + twins(run),
               "That one equilibrium follows below the critical strength of following one's peers, and "
               "that above it twin cities with equal means keep what they began with, is shown by "
               "`tests/statistical/prestige_history_test.cpp` through the phases of the model; the "
               "baseline lies below it."]
    return Pattern(
        "history", "Prestige and quality carry their history",
        "Places with equal means but different histories differ in the prestige of vocational tracks "
        "and in the quality of programmes.", checks, data, [table], remarks)


def by_region(run, name, **labels):
    return mean(national(run, name, over=[d for d in ("track", "level")
                                          if d in run.outcomes[name].dims], **labels))


def by_city(run, name, track):
    return mean(run.outcomes[f"{name}_by_city"].sel(track=track))


def province_of(city):
    """Cities are numbered within their provinces."""
    return city.rsplit(" ", 1)[0]


def standing(run, name, track):
    """Names, first and last year, and the means over the run, of the cities that have all."""
    values = due(by_city(run, name, track), 3).transpose("year", "city")
    cities = np.array([str(city) for city in values["city"].values])
    students = mean(run.outcomes["programme_quality_by_city_base"].sel(track=track))
    spent = by_city(run, "spending_per_student", track).mean("time").values
    wage = by_region(run, "wage").mean("time")
    means = np.log(np.column_stack(
        [spent, wage.sel(region=[province_of(city) for city in cities]).values]))
    values = values.values
    full = (np.isfinite(values[0]) & np.isfinite(values[-1]) & np.isfinite(means).all(axis=1)
            & (students.min("time").values >= FEWEST_AGENTS * run.attributes["scale"]))
    return cities[full], values[0][full], values[-1][full], means[full]


def within_provinces(cities, values):
    """Standard deviation of cities around the mean of their province."""
    provinces = np.array([province_of(city) for city in cities])
    apart = np.concatenate([values[provinces == p] - values[provinces == p].mean()
                            for p in np.unique(provinces)])
    return float(np.sqrt((apart ** 2).sum() / max(1, cities.size - np.unique(provinces).size)))


def given_means(start, end, means):
    """Coefficient of the start and its standard error; both values less what the means explain."""
    matrix = np.column_stack([np.ones(start.size), means])
    rest = [x - matrix @ np.linalg.lstsq(matrix, x, rcond=None)[0] for x in (start, end)]
    weight = float(rest[0] @ rest[1] / (rest[0] @ rest[0]))
    left = rest[1] - weight * rest[0]
    freedom = start.size - matrix.shape[1] - 1
    error = float(np.sqrt(left @ left / freedom / (rest[0] @ rest[0])))
    return weight, error, rest


def twins(run):
    """Two cities of one province, nearest in money per student: what sets them apart."""
    name, track = HISTORY[0]
    cities, start, end, means = standing(run, name, track)
    pairs = [(abs(means[i, 0] - means[j, 0]), i, j) for i in range(cities.size)
             for j in range(i + 1, cities.size) if province_of(cities[i]) == province_of(cities[j])]
    if not pairs:
        return ""
    distance, i, j = min(pairs)
    return (f"The two cities of one province nearest in money, {cities[i]} and {cities[j]} (within "
            f"{percent(np.expm1(distance), 2)}), gave secondary vocational schools a prestige of "
            + minus(f"{start[i]:.3f} and {start[j]:.3f} at the start and of {end[i]:.3f} and "
                    f"{end[j]:.3f} at the end."))
