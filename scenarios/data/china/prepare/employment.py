# SPDX-License-Identifier: Apache-2.0
# Employment of people aged 15-59 and wages by section and year, and by province and section at the
# base. Three-industry totals are recorded; their split over sections and provinces follows
# registered jobs.
import numpy as np

from .common import (BASE_YEAR, INDUSTRY_SECTIONS, SECTIONS, TEN_THOUSAND, YEARS, by_year,
                     provinces, source, straight_line, table, whole_numbers)
from .prices import to_2022

SHARE_60_PLUS = 0.09
PRIVATE_WAGE_WEIGHT = 0.5
RECLASSIFIED = 2013  # urban unit employment is on one basis from this year on
SPLIT_YEAR = 2019  # last year with jobs by section
PROVINCE_PULL = 0.9  # how far a province's jobs move to its share of the population
# Private jobs by section leave these two out: the 2018 economic census gives industry in total and
# manufacturing; the difference is divided between the two by urban unit jobs.
CENSUS_SECTIONS = ["mining", "utilities"]


def industry_totals():
    """{industry: {year: persons of all ages}}. The series to 2019 predates the 2020 census: a
    factor rising from 1 in 2010 to the full revision in 2020 moves it. 2022 = 2021."""
    frame = source("national_employment")
    result = {}
    for industry in INDUSTRY_SECTIONS:
        known = by_year(frame, "value", indicator="employed_persons", group=industry)
        expected = 2 * known[2019] - known[2018]
        revision = known[2020] / expected
        moved = {year: known[year] * (1 + (revision - 1) * (year - 2010) / 10)
                 for year in range(2010, 2020)}
        moved.update({2020: known[2020], 2021: known[2021], BASE_YEAR: known[2021]})
        result[industry] = {year: value * TEN_THOUSAND for year, value in moved.items()}
    return result


def registered_jobs(year):
    """(unit jobs, private and self-employed jobs) by section, ten thousand. Private jobs without a
    recorded section go by legal units of 2019; public administration has none."""
    frame = source("national_employment")
    frame = frame[frame.year == year].set_index(["indicator", "group"]).value
    units = {s: frame["urban_non_private_unit_employment", s] for s in SECTIONS}
    recorded = frame["urban_private_and_self_employed"]
    private = {s: recorded[s] for s in SECTIONS if s in recorded.index}
    firms = source("national_firms")
    firms = firms[(firms.indicator == "legal_units") & (firms.year == SPLIT_YEAR)]
    firms = firms.set_index("group").value
    rest = [s for s in SECTIONS if s not in private and s != "public_administration"]
    left = recorded["total"] - sum(private.values())
    for section in rest:
        private[section] = left * firms[section] / sum(firms[s] for s in rest)
    private["public_administration"] = 0.0
    return units, private


def raw_split(year):
    """Share of each section in its industry, from registered jobs of the year."""
    units, private = registered_jobs(year)
    jobs = {s: units[s] + private[s] for s in SECTIONS}
    census = source("national_firms").set_index(["year", "indicator", "group"]).value.sort_index()
    manufacturing = census[2018, "employees_of_legal_units", "manufacturing"]
    industry = census[2018, "employees_of_enterprise_legal_units", "industry_total"]
    for section in CENSUS_SECTIONS:
        part = units[section] / sum(units[other] for other in CENSUS_SECTIONS)
        jobs[section] = jobs["manufacturing"] * part * (industry / manufacturing - 1)
    return {s: jobs[s] / sum(jobs[other] for other in sections)
            for sections in INDUSTRY_SECTIONS.values() for s in sections}


def splits():
    """{year: {section: share of its industry}}: lines fitted to 2013-2019, level outside."""
    fitted_years = list(range(RECLASSIFIED, SPLIT_YEAR + 1))
    raw = {year: raw_split(year) for year in fitted_years}
    lines = {}
    for section in SECTIONS:
        slope, level = np.polyfit(np.array(fitted_years) - SPLIT_YEAR,
                                  [raw[year][section] for year in fitted_years], 1)
        lines[section] = (float(slope), float(level))
    result = {}
    for year in YEARS:
        at = min(max(year, RECLASSIFIED), SPLIT_YEAR) - SPLIT_YEAR
        result[year] = {section: level + slope * at for section, (slope, level) in lines.items()}
    return result


def section_employment():
    """{year: {section: persons aged 15-59}}."""
    totals, split = industry_totals(), splits()
    result = {}
    for year in YEARS:
        result[year] = {}
        for industry, sections in INDUSTRY_SECTIONS.items():
            total = round(totals[industry][year] * (1 - SHARE_60_PLUS))
            persons = whole_numbers([split[year][s] for s in sections], total)
            result[year].update(zip(sections, persons))
    return result


def recorded_wages(section, ownership):
    return by_year(source("national_wages_by_sector"), "average_annual_wage_yuan", sector=section,
                   ownership=ownership)


def national_wages(section):
    """{year: yuan of 2022}; 2020 is not recorded by section; no private wage in administration."""
    units = straight_line(to_2022(recorded_wages(section, "urban_non_private")), YEARS)
    if section == "public_administration":
        return units
    private = straight_line(to_2022(recorded_wages(section, "urban_private")), YEARS)
    weight = PRIVATE_WAGE_WEIGHT
    return {year: (1 - weight) * units[year] + weight * private[year] for year in YEARS}


def employment_years():
    persons = section_employment()
    wages = {section: national_wages(section) for section in SECTIONS}
    rows = [[year, section, persons[year][section], round(wages[section][year])]
            for year in YEARS for section in SECTIONS]
    return table("year,section,employment,wage", rows)


def province_records():
    frame = source("province_sector_2015_2019")
    return frame[frame.year == SPLIT_YEAR].set_index(["province", "sector"])


def job_weights(province_frame):
    """Matrix province x section before balancing: farm jobs by rural residents; other jobs as units
    recorded in the province plus private jobs of the nation by the province's legal units."""
    records = province_records()
    units, private = registered_jobs(SPLIT_YEAR)
    names = [name for _, name in provinces()]
    rural = np.array(province_frame.population * (1 - province_frame.urban_share))
    matrix = np.zeros((len(names), len(SECTIONS)))
    for column, section in enumerate(SECTIONS):
        if section == "agriculture":
            matrix[:, column] = rural
            continue
        local = records.xs(section, level="sector").loc[names]
        jobs = local.employment_urban_non_private_10k_persons.to_numpy()
        firms = local.legal_units_count.to_numpy(dtype=float)
        matrix[:, column] = jobs * units[section] / jobs.sum()
        matrix[:, column] += firms * private[section] / firms.sum()
    return matrix


def balanced_totals(unbalanced, people):
    """Jobs by province between what registered jobs say and the province's share of the population:
    registers leave out informal work, which is most common where registered jobs are few."""
    by_people = people / people.sum() * unbalanced.sum()
    return (1 - PROVINCE_PULL) * unbalanced + PROVINCE_PULL * by_people


def balanced(weights, sections, people):
    """Weights scaled in turn to section totals and province totals until both hold."""
    matrix = weights / weights.sum(axis=0) * sections
    rows = balanced_totals(matrix.sum(axis=1), people)
    for _ in range(200):
        matrix *= (rows / matrix.sum(axis=1))[:, None]
        matrix *= sections / matrix.sum(axis=0)
    return matrix


def province_wage(records, name, section):
    """2019 wages of the province, raised by the nation's growth of the section to 2022."""
    growth = {}
    for ownership in ("urban_non_private", "urban_private"):
        known = recorded_wages(section, ownership)
        growth[ownership] = known[BASE_YEAR] / known[SPLIT_YEAR] if BASE_YEAR in known else None
    record = records.loc[(name, section)]
    units = record.avg_wage_urban_non_private_yuan * growth["urban_non_private"]
    if section == "public_administration":
        return units
    private = record.avg_wage_urban_private_yuan
    if private != private:  # not recorded: the nation's ratio of private to other units
        private = (record.avg_wage_urban_non_private_yuan
                   * recorded_wages(section, "urban_private")[SPLIT_YEAR]
                   / recorded_wages(section, "urban_non_private")[SPLIT_YEAR])
    private *= growth["urban_private"]
    return (1 - PRIVATE_WAGE_WEIGHT) * units + PRIVATE_WAGE_WEIGHT * private


def province_sectors(province_frame):
    base = section_employment()[BASE_YEAR]
    sections = np.array([float(base[s]) for s in SECTIONS])
    people = np.array(province_frame.population, dtype=float)
    matrix = balanced(job_weights(province_frame), sections, people)
    persons = {s: whole_numbers(list(matrix[:, column]), base[s])
               for column, s in enumerate(SECTIONS)}
    records = province_records()
    rows = [[name, section, persons[section][row], round(province_wage(records, name, section))]
            for row, (_, name) in enumerate(provinces()) for section in SECTIONS]
    return table("province,sector_section,employment,wage", rows)


def build(tables):
    return {"province_sectors": province_sectors(tables["provinces"]),
            "employment_years": employment_years()}
