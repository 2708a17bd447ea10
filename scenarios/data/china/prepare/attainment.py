# SPDX-License-Identifier: Apache-2.0
# Final attainment by birth year, fitted to the 2020 census, and attainment of provinces. The census
# counts the enrolled at the level they attend and gives no ages: both are undone by stated
# assumptions.
import math

import numpy as np

from .cohorts import BIRTH_YEARS, census_targets, chosen_years
from .common import TEN_THOUSAND, provinces, root, rounded_shares, source, table
from .places import logistic, logit

CENSUS = 2020
# Attainment of people of 60 and over in 2020 (census tables by age are not in the sources).
SHARES_60_PLUS = {"tertiary": 0.04, "upper": 0.10, "lower": 0.275, "below": 0.585}
LOWER_SECONDARY_UNDER_15 = 0.85  # share of lower-secondary pupils who are below 15 on census day
IN_UPPER_SECONDARY = (2003, 2005)  # birth years at most in upper secondary school in autumn 2020
STILL_LOWER_2005 = 0.5  # share of those born 2005 still in lower secondary school then
# Logistic curves over birth years: lower and upper limit, and a recent cohort's value. Tertiary:
# regular entrants of 2018 over those aged 15 in 2015 are 0.56, adult programmes come on top; upper:
# entrants of 2018 over the cohort are 0.95, less those who stop; lower: completion share of the
# cohorts.
CURVES = {"tertiary": (0.02, 0.75, 2000, 0.60), "upper": (0.10, 0.92, 2003, 0.885),
          "lower": (0.30, 0.978, 2005, 0.97)}
# Knots (birth year, share); straight lines between, constant outside.
VOCATIONAL_OF_UPPER = [(1955, 0.15), (1975, 0.50), (1992, 0.82), (2000, 0.88)]
BACHELOR_OF_TERTIARY = [(1970, 0.40), (2000, 0.53)]


def census_margin(group, item="attainment_incl_enrolled"):
    frame = source("national_census_margins")
    frame = frame[(frame.census == CENSUS) & (frame.item == item) & (frame.group == group)]
    return float(frame.value.iloc[0])


def margins_15_59():
    """Census attainment of ages 15-59 in persons, the enrolled at the level they attend."""
    students = source("national_students").set_index("year").loc[CENSUS]
    primary_pupils = students.primary_enrolment_10k_persons * TEN_THOUSAND
    lower_pupils = students.lower_secondary_enrolment_10k_persons * TEN_THOUSAND
    all_15_plus = {
        "tertiary": census_margin("tertiary"),
        "upper": census_margin("upper_secondary"),
        "lower": census_margin("lower_secondary") - LOWER_SECONDARY_UNDER_15 * lower_pupils,
        "below": census_margin("primary") - primary_pupils
        + census_margin("all", "illiterate_15_plus"),
    }
    old = census_margin("60_plus", "age")
    young = {name: all_15_plus[name] - SHARES_60_PLUS[name] * old for name in all_15_plus}
    scale = census_targets()["15-59 in 2020"][2] / sum(young.values())
    return {name: value * scale for name, value in young.items()}


def status_weights(level, sizes):
    """Persons by birth year whose attainment of `level` or more shows in the 2020 census."""
    first, last, _ = census_targets()["15-59 in 2020"]
    weights = np.array(sizes) * chosen_years(first, last)
    for i, year in enumerate(BIRTH_YEARS):
        schooling = IN_UPPER_SECONDARY[0] <= year <= IN_UPPER_SECONDARY[1]
        if level == "tertiary" and schooling:
            weights[i] = 0.0
        if level == "upper" and year == IN_UPPER_SECONDARY[1]:
            weights[i] *= 1 - STILL_LOWER_2005
    return weights


def curve(pace, low, high, known_year, known_share):
    """Logistic rise from low to high through the known point; `pace` is in birth years."""
    at_known = logit((known_share - low) / (high - low))
    return np.array([low + (high - low) * logistic((year - known_year) / pace + at_known)
                     for year in BIRTH_YEARS])


def fitted_curves(sizes):
    """Share with at least the level, by birth year; the pace meets the census margin."""
    margins = margins_15_59()
    persons = {"tertiary": margins["tertiary"], "upper": margins["tertiary"] + margins["upper"]}
    persons["lower"] = persons["upper"] + margins["lower"]
    result, paces = {}, {}
    for level, shape in CURVES.items():
        weights = status_weights(level, sizes)
        paces[level] = root(lambda pace: float(weights @ curve(pace, *shape)) - persons[level],
                            0.5, 200.0)
        result[level] = curve(paces[level], *shape)
    return result, paces


def on_knots(knots, year):
    return float(np.interp(year, [k[0] for k in knots], [k[1] for k in knots]))


def attainment_table(sizes):
    curves, _ = fitted_curves(sizes)
    rows = []
    for i, year in enumerate(BIRTH_YEARS):
        tertiary, upper, lower = (curves[level][i] for level in ("tertiary", "upper", "lower"))
        vocational = (upper - tertiary) * on_knots(VOCATIONAL_OF_UPPER, year)
        bachelor = tertiary * on_knots(BACHELOR_OF_TERTIARY, year)
        parts = [1 - lower, lower - upper, upper - tertiary - vocational, vocational,
                 tertiary - bachelor, bachelor]
        if min(parts) < 0:
            raise ValueError(f"attainment curves cross at birth year {year}: {parts}")
        rows.append([year] + rounded_shares(parts))
    return table("birth_year,below_lower_secondary,lower_secondary,upper_secondary_general,"
                 "upper_secondary_vocational,associate,bachelor", rows)


LEVELS = ["tertiary_per_100k", "upper_secondary_per_100k", "lower_secondary_per_100k"]


def estimated_levels(province_frame, known):
    """Logit of each share on log GDP per head and urban share; also the fits' R squared."""
    names = list(province_frame.province)
    design = np.column_stack([np.ones(len(names)), np.log(province_frame.gdp_per_capita),
                              province_frame.urban_share])
    in_known = np.array([name in known.index for name in names])
    estimate, fit = {}, {}
    for level in LEVELS:
        recorded = [known[level][name] for name in names if name in known.index]
        observed = np.array([logit(number / 1e5) for number in recorded])
        slopes, *_ = np.linalg.lstsq(design[in_known], observed, rcond=None)
        predicted = design @ slopes
        fit[level] = 1 - np.var(observed - predicted[in_known]) / np.var(observed)
        estimate[level] = dict(zip(names, (1e5 * logistic(value) for value in predicted)))
    return estimate, fit


def national_gap(level, people, known, estimate):
    """Factor on the estimates that makes the provinces add up to the national census margin."""
    share = census_margin(level.removesuffix("_per_100k")) / census_margin("all", "population")
    recorded = sum(people[name] * known[level][name] for name in people if name in known.index)
    unknown = sum(people[name] * estimate[level][name] for name in people
                  if name not in known.index)
    return (share * 1e5 * sum(people.values()) - recorded) / unknown


def province_attainment(province_frame):
    known = source("province_census_attainment_2020").set_index("province")
    people = dict(zip(province_frame.province, province_frame.population))
    estimate, _ = estimated_levels(province_frame, known)
    factor = {level: national_gap(level, people, known, estimate) for level in LEVELS}
    rows = []
    for _, name in provinces():
        if name in known.index:
            rows.append([name] + [int(known[level][name]) for level in LEVELS] + ["recorded"])
        else:
            rows.append([name] + [round(estimate[level][name] * factor[level]) for level in LEVELS]
                        + ["estimated"])
    return table("province," + ",".join(LEVELS) + ",basis", rows)


def build(tables):
    return {"attainment": attainment_table(list(tables["birth_cohorts"].persons)),
            "province_attainment": province_attainment(tables["provinces"])}


def check_lines(tables):
    """Census margins of 15-59 against the fitted shares, and the fit of the provinces."""
    people, frame = list(tables["birth_cohorts"].persons), tables["attainment"]
    tertiary = frame.associate + frame.bachelor
    upper = tertiary + frame.upper_secondary_general + frame.upper_secondary_vocational
    levels = {"tertiary": tertiary, "upper": upper, "lower": upper + frame.lower_secondary}
    reached = {name: float(status_weights(name, people) @ share) for name, share in levels.items()}
    margins = margins_15_59()
    wanted = {"tertiary": margins["tertiary"], "upper": margins["tertiary"] + margins["upper"]}
    wanted["lower"] = wanted["upper"] + margins["lower"]
    lines = [f"15-59 in 2020 with {name} or more: {reached[name] / 1e6:.1f} million, census "
             f"{wanted[name] / 1e6:.1f}" for name in levels]
    known = source("province_census_attainment_2020").set_index("province")
    _, fit = estimated_levels(tables["provinces"], known)
    return lines + [f"provinces, {level}: R2 {fit[level]:.2f} on 13" for level in LEVELS]


def bachelor_share_out_of_school(tables, year):
    """Share of those of 23-59 in `year` whose final attainment is bachelor."""
    people = dict(zip(tables["birth_cohorts"].birth_year, tables["birth_cohorts"].persons))
    chosen = [y for y in BIRTH_YEARS if 23 <= year - y <= 59]
    share = dict(zip(tables["attainment"].birth_year, tables["attainment"].bachelor))
    return math.fsum(people[y] * share[y] for y in chosen) / sum(people[y] for y in chosen)
