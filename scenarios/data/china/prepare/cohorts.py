# SPDX-License-Identifier: Apache-2.0
# Cohorts aged 15 by year, and sizes of single birth years. A birth year keeps one size from 15 to
# 59 (no mortality), so both censuses cannot be met at once: that of 2020 is met, the gap to 2010 is
# reported.
import numpy as np

from .common import TEN_THOUSAND, source, table

LOWER_SECONDARY_COMPLETION = 0.97
FIRST_YEAR, LAST_YEAR = 2010, 2038
BIRTH_YEARS = list(range(1945, 2008))
SHAPED_FROM = 1985  # births are recorded from here
COHORTS_FROM = 1995  # born then: aged 15 in 2010, the first recorded cohort
BIRTHS_FACTOR_PRIOR = (1.0, 0.05)  # size over recorded births in 1985: mean, spread
GAP_2010_WEIGHT = 0.0015  # pull towards the 2010 total against smoothness (leaves 5 % of it open)


def births():
    frame = source("cohort_pipeline").set_index("year").births_secondary_list_10k_persons
    return {int(year): value * TEN_THOUSAND for year, value in frame.dropna().items()}


def born_for(year):
    """Births of the cohort aged 15 in `year`: one quarter from y-16, three quarters from y-15."""
    born = births()
    return 0.25 * born[year - 16] + 0.75 * born[year - 15]


def graduates():
    """{year: (lower-secondary graduates in persons, basis)}."""
    pipeline = source("cohort_pipeline").set_index("year")
    projection = source("cohort_projection_derived").set_index("year")
    survival = float(projection.survival_ratio_mean_2023_2025.iloc[0])
    # Births of 2019 on are census based; the intake of 2025 is the only one recorded for them.
    first_intake = pipeline.primary_intake_10k_persons[2025] * TEN_THOUSAND
    intake_per_birth = first_intake / born_for(2025 + 9)
    result = {}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        if year <= 2025:
            value = pipeline.lower_sec_graduates_10k_persons[year] * TEN_THOUSAND
            result[year] = (round(value), "recorded")
        elif year in projection.index:
            value = projection.projected_lower_sec_graduates_10k_persons[year] * TEN_THOUSAND
            result[year] = (round(value), "projected")
        else:
            result[year] = (round(born_for(year) * intake_per_birth * survival), "births")
    return result


def cohort_table():
    rows = [[year, round(number / LOWER_SECONDARY_COMPLETION), number, basis]
            for year, (number, basis) in graduates().items()]
    return table("year,aged_15,lower_secondary_graduates,basis", rows)


def census_targets():
    """{name: (first birth year, last, persons)}; born in the census year less the age."""
    frame = source("national_census_margins")
    frame = frame[frame.item == "age"]
    age = {(int(row.census), row.group): row.value for row in frame.itertuples()}
    return {
        "60-64 in 2010": (1946, 1950, age[2010, "60_plus"] - age[2010, "65_plus"]),
        "60-64 in 2020": (1956, 1960, age[2020, "60_plus"] - age[2020, "65_plus"]),
        "15-59 in 2020": (1961, 2005, age[2020, "15_59"]),
        "15-59 in 2010": (1951, 1995, age[2010, "15_59"]),
    }


def basis_of_sizes(aged_15):
    """Sizes = fixed + free @ unknowns: sizes 1945-1984, then the births factor of 1985."""
    born = births()
    count = SHAPED_FROM - BIRTH_YEARS[0]
    fixed = np.zeros(len(BIRTH_YEARS))
    free = np.zeros((len(BIRTH_YEARS), count + 1))
    last_factor = aged_15[COHORTS_FROM + 15] / born[COHORTS_FROM]
    for row, year in enumerate(BIRTH_YEARS):
        if year < SHAPED_FROM:
            free[row, row] = 1.0
        elif year < COHORTS_FROM:
            weight = (year - SHAPED_FROM) / (COHORTS_FROM - SHAPED_FROM)
            free[row, count] = born[year] * (1 - weight) / 1e6
            fixed[row] = born[year] * weight * last_factor / 1e6
        else:
            fixed[row] = aged_15[year + 15] / 1e6
    return fixed, free


def quadratic_terms(fixed, free):
    """Cost: roughness before 1987, births factor off its prior, gap to the total of 2010."""
    smooth = SHAPED_FROM - BIRTH_YEARS[0] + 2
    second = np.diff(np.eye(len(BIRTH_YEARS)), n=2, axis=0)[: smooth - 2]
    matrix = (second @ free).T @ (second @ free)
    vector = -(second @ free).T @ (second @ fixed)
    mean, spread = BIRTHS_FACTOR_PRIOR
    matrix[-1, -1] += 1.0 / spread**2
    vector[-1] += mean / spread**2
    first, last, persons = census_targets()["15-59 in 2010"]
    chosen = chosen_years(first, last)
    row, gap = chosen @ free, persons / 1e6 - chosen @ fixed
    matrix += GAP_2010_WEIGHT * np.outer(row, row)
    vector += GAP_2010_WEIGHT * row * gap
    return matrix, vector


def chosen_years(first, last):
    return np.array([1.0 if first <= year <= last else 0.0 for year in BIRTH_YEARS])


def sizes(aged_15):
    """Least cost under three exact census totals, in persons."""
    fixed, free = basis_of_sizes(aged_15)
    matrix, vector = quadratic_terms(fixed, free)
    exact = [name for name in census_targets() if name != "15-59 in 2010"]
    rows, right = [], []
    for name in exact:
        first, last, persons = census_targets()[name]
        chosen = chosen_years(first, last)
        rows.append(chosen @ free)
        right.append(persons / 1e6 - chosen @ fixed)
    bound = np.array(rows)
    zeros = np.zeros((len(exact), len(exact)))
    system = np.block([[matrix, bound.T], [bound, zeros]])
    unknowns = np.linalg.solve(system, np.concatenate([vector, right]))[: matrix.shape[0]]
    return [round(value * 1e6) for value in fixed + free @ unknowns]


def build(_tables):
    cohort_frame = cohort_table()
    aged_15 = dict(zip(cohort_frame.year, cohort_frame.aged_15))
    rows = [[year, size] for year, size in zip(BIRTH_YEARS, sizes(aged_15))]
    return {"cohorts": cohort_frame, "birth_cohorts": table("birth_year,persons", rows)}
