# SPDX-License-Identifier: Apache-2.0
# Who takes part in the labour market, by age, sex and hukou. The pattern is assumed (women retire
# early in towns); one common step on the logit scale ties the total to recorded employment.
import math

from .common import root, table
from .places import logistic, logit

LATEST_EMPLOYMENT = 2021
UNEMPLOYMENT = 0.05
RURAL_HUKOU_SHARE = 0.56  # of those aged 15-59
MALES_PER_100_FEMALES = 105.07  # all ages, 2020 census
POSTGRADUATES = 3_330_000  # 2021, not in the sources; counted as away
# Share of students of a level who fall into an age band.
UPPER_SECONDARY_AGES = {(15, 19): 1.0}
TERTIARY_AGES = {(15, 19): 0.45, (20, 24): 0.52, (25, 29): 0.03}
POSTGRADUATE_AGES = {(20, 24): 0.45, (25, 29): 0.55}
# (from, to): rate of female rural, female urban, male rural, male urban, of those not in school.
PATTERN = {
    (15, 19): (0.60, 0.55, 0.70, 0.62), (20, 24): (0.82, 0.85, 0.93, 0.92),
    (25, 29): (0.82, 0.87, 0.96, 0.96), (30, 44): (0.83, 0.86, 0.97, 0.97),
    (45, 49): (0.82, 0.78, 0.95, 0.94), (50, 54): (0.74, 0.45, 0.91, 0.88),
    (55, 59): (0.64, 0.25, 0.84, 0.70),
}
GROUPS = [("female", "rural"), ("female", "urban"), ("male", "rural"), ("male", "urban")]


def group_shares():
    male = MALES_PER_100_FEMALES / (100 + MALES_PER_100_FEMALES)
    rural = RURAL_HUKOU_SHARE
    return [(1 - male) * rural, (1 - male) * (1 - rural), male * rural, male * (1 - rural)]


def out_of_school(tables, year):
    """{age band: persons neither enrolled nor in postgraduate study}."""
    people = dict(zip(tables["birth_cohorts"].birth_year, tables["birth_cohorts"].persons))
    students = tables["track_years"]
    stock = students[students.year == year].set_index("track").enrolment
    upper = stock[["general_high", "secondary_vocational", "technical_school"]].sum()
    tertiary = stock[["higher_vocational", "vocational_bachelor", "regular_bachelor"]].sum()
    result = {}
    for (first, last) in PATTERN:
        residents = sum(people[year - age] for age in range(first, last + 1))
        result[first, last] = residents - (
            upper * UPPER_SECONDARY_AGES.get((first, last), 0.0)
            + tertiary * TERTIARY_AGES.get((first, last), 0.0)
            + POSTGRADUATES * POSTGRADUATE_AGES.get((first, last), 0.0))
    return result


def labour_force(tables):
    """Employed of the latest year over one less unemployment."""
    frame = tables["employment_years"]
    employed = int(frame.employment[frame.year == LATEST_EMPLOYMENT].sum())
    return employed / (1 - UNEMPLOYMENT)


def moved(rate, step):
    return logistic(logit(rate) + step)


def active(people, step):
    return math.fsum(people[band] * share * moved(rate, step)
                     for band, rates in PATTERN.items()
                     for rate, share in zip(rates, group_shares()))


def build(tables):
    people = out_of_school(tables, LATEST_EMPLOYMENT)
    target = labour_force(tables)
    step = root(lambda x: active(people, x) - target, -5.0, 5.0)
    rows = [[first, last, sex, hukou, round(moved(rate, step), 4)]
            for (first, last), rates in PATTERN.items()
            for (sex, hukou), rate in zip(GROUPS, rates)]
    return {"participation": table("age_from,age_to,sex,hukou,rate", rows)}


def check_lines(tables):
    people = out_of_school(tables, LATEST_EMPLOYMENT)
    frame = tables["participation"].set_index(["age_from", "age_to", "sex", "hukou"]).rate
    reached = sum(people[band] * share * frame[band[0], band[1], sex, hukou]
                  for band in PATTERN for (sex, hukou), share in zip(GROUPS, group_shares()))
    total = sum(people.values())
    return [f"out of school {LATEST_EMPLOYMENT}: {total / 1e6:.1f} million; labour force "
            f"{reached / 1e6:.1f} (target {labour_force(tables) / 1e6:.1f}), participation "
            f"{reached / total:.3f}"]
