# SPDX-License-Identifier: Apache-2.0
# Money per student by track and starting wages, in yuan of 2022. Only three levels are recorded;
# the tracks without a record of their own take a stated multiple or share of one that has.
from .common import (BASE_YEAR, TEN_THOUSAND, by_year, provinces, source, straight_line, table)
from .prices import to_2022
from .schooling import national_flows

FINANCE_YEARS = list(range(2017, 2023))
VOCATIONAL_BACHELOR_COST = 1.3  # of higher vocational spending per student
LEVEL_OF_TRACK = {"general_high": "general_high", "secondary_vocational": "sec_voc",
                  "technical_school": "sec_voc"}
PROVINCE_FUNDS_YEAR = 2018  # the last with provincial funds
PROVINCE_FUNDS_LEVELS = ["lower_sec", "general_high", "sec_voc_excl_technical", "bachelor",
                         "higher_voc"]
UPPER_SECONDARY_START = 3680  # yuan a month: the associate wage times 1.2/1.5, ratio of returns
FINANCE_TRACKS = ["general_high", "secondary_vocational", "technical_school", "higher_vocational",
                  "vocational_bachelor", "regular_bachelor"]


def recorded(indicator, level):
    return by_year(source("national_finance"), "value", indicator=indicator, level=level)


def public_budget(level):
    """General public budget per student. The levels of 2021-2022 hold; earlier ones, on the basis
    before the restatement, are moved by the ratio of the restated to the first figure of 2020."""
    first = recorded("per_student_general_public_budget", level)
    growth = recorded("per_student_general_public_budget_growth_same_basis", level)
    restated = first[2021] / (1 + growth[2021] / 100)
    ratio = restated / first[2020]
    chained = {2015: first[2015] * ratio, 2020: restated, 2021: first[2021], 2022: first[2022]}
    return straight_line(to_2022(chained), FINANCE_YEARS)


def spending(level):
    """Total spending per student; 2017-2018 keep the ratio to the public budget of 2019."""
    public = public_budget(level)
    total = to_2022(recorded("per_student_total_expenditure", level))
    for year in (2017, 2018):
        total[year] = total[2019] * public[year] / public[2019]
    return total


def higher_vocational_spending():
    """Funds of vocational colleges per student, vocational bachelor students included."""
    flows = national_flows()
    funds = recorded("total_education_funds_quick_report", "higher_voc")
    students = {year: flows["higher_vocational", "enrolment"][year]
                + flows["vocational_bachelor", "enrolment"][year] for year in funds}
    real = to_2022({year: funds[year] * TEN_THOUSAND / students[year] for year in funds})
    public = public_budget("regular_he")
    for year in (2017, 2018):
        real[year] = real[2019] * public[year] / public[2019]
    return real


def regular_bachelor_spending(vocational):
    """What is left of all regular higher education after the vocational colleges."""
    flows = national_flows()
    per_head = spending("regular_he")
    result = {}
    for year in FINANCE_YEARS:
        college = (flows["higher_vocational", "enrolment"][year]
                   + flows["vocational_bachelor", "enrolment"][year])
        regular = flows["regular_bachelor", "enrolment"][year]
        total = per_head[year] * (college + regular)
        result[year] = (total - vocational[year] * college) / regular
    return result


def finance():
    vocational = higher_vocational_spending()
    share = {year: public_budget("regular_he")[year] / spending("regular_he")[year]
             for year in FINANCE_YEARS}
    total = {"higher_vocational": vocational,
             "vocational_bachelor": {y: vocational[y] * VOCATIONAL_BACHELOR_COST
                                     for y in FINANCE_YEARS},
             "regular_bachelor": regular_bachelor_spending(vocational)}
    public = {track: {y: values[y] * share[y] for y in FINANCE_YEARS}
              for track, values in total.items()}
    for track, level in LEVEL_OF_TRACK.items():
        total[track], public[track] = spending(level), public_budget(level)
    rows = [[track, year, round(total[track][year]), round(public[track][year])]
            for track in FINANCE_TRACKS for year in FINANCE_YEARS]
    return table("track,year,spending_per_student,public_per_student", rows)


def province_finance():
    """Government education funds per student from lower-secondary school on, over the nation's."""
    frame = source("province_panel_2010_2019")
    frame = frame[frame.year == PROVINCE_FUNDS_YEAR].set_index("adcode")
    levels = [f"{level}_enrolment_10k_persons" for level in PROVINCE_FUNDS_LEVELS]
    students = frame[levels].sum(axis=1)
    funds = frame.government_education_funds_10k_yuan
    national = funds.sum() / students.sum()
    return table("province,money_per_student_ratio",
                 [[name, round(funds[code] / students[code] / national, 4)]
                  for code, name in provinces()])


def starting_wages():
    frame = source("graduate_outcomes")
    frame = frame[(frame.indicator == "monthly_income_half_year_after")
                  & (frame.cohort_year == BASE_YEAR)].set_index("level").value
    rows = [["upper_secondary_vocational", UPPER_SECONDARY_START],
            ["associate", round(frame["higher_voc"])], ["bachelor", round(frame["bachelor"])]]
    return table("level,monthly_wage_2022", rows)


def build(_tables):
    return {"finance": finance(), "province_finance": province_finance(),
            "starting_wages": starting_wages()}
