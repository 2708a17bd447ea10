# SPDX-License-Identifier: Apache-2.0
# Single numbers that other tables have no place for: sex and hukou at 15, postgraduate shares, the
# census gap of the birth cohorts, incomes of pooled work. Each row carries its mark.
from .cohorts import LOWER_SECONDARY_COMPLETION, census_targets
from .common import YEARS, source, straight_line, table
from .employment import PRIVATE_WAGE_WEIGHT, SHARE_60_PLUS, industry_totals
from .participation import RURAL_HUKOU_SHARE, UNEMPLOYMENT
from .prices import to_2022

MALES_PER_100_FEMALES_AT_15 = 115.0
RURAL_HUKOU_SHARE_AT_15 = 0.62
FARM_LABOUR_SHARE = 0.6  # of value added per worker
OWN_ACCOUNT_INCOME = 0.8  # of the section's wage


def census_rows(tables):
    people = dict(zip(tables["birth_cohorts"].birth_year, tables["birth_cohorts"].persons))
    rows = []
    for name, (first, last, recorded) in census_targets().items():
        fitted = sum(people[year] for year in range(first, last + 1))
        item = name.replace(" in ", "_").replace("-", "_")
        rows.append([f"recorded_over_birth_cohorts_{item}", round(recorded / fitted, 6), "C",
                     f"census persons aged {name} over the sum of birth_cohorts"])
    return rows


def postgraduate_rows():
    frame = source("graduate_outcomes")
    frame = frame[frame.indicator == "share_domestic_postgraduate_study"]
    known = {int(y): v / 100 for y, v in zip(frame.cohort_year, frame.value)}
    first = min(known)
    line = straight_line(known, [year for year in YEARS if year >= first])
    rows = []
    for year in YEARS:
        mark, note = "D", "survey about half a year after graduation"
        if year not in known:
            mark, note = "A", "straight line" if year > first else f"as in {first}"
        share = round(line.get(year, known[first]), 4)
        rows.append([f"postgraduate_share_{year}", share, mark, note])
    return rows


def farm_income():
    """Labour's part of the value added per farm worker in 2019, yuan of 2022."""
    panel = source("province_panel_2010_2019")
    added = panel[panel.year == 2019].primary_industry_va_100m_yuan.sum() * 1e8
    workers = industry_totals()["primary_industry"][2019]
    return to_2022({2019: FARM_LABOUR_SHARE * added / workers})[2019]


def rural_entrants():
    frame = source("graduate_outcomes").set_index("indicator").value
    return frame["share_rural_hukou_at_entry_at_least"] / 100


def fixed_rows():
    sex_ratio = source("national_census_margins")
    sex_ratio = float(sex_ratio[sex_ratio.item == "sex_ratio"].value.iloc[0])
    at_15 = MALES_PER_100_FEMALES_AT_15
    return [
        ["males_per_100_females", sex_ratio, "D", "all ages 2020 census"],
        ["males_per_100_females_at_15", at_15, "A", "no census table by age; range 110 to 118"],
        ["male_share_at_15", round(at_15 / (100 + at_15), 4), "A", "from the ratio above"],
        ["rural_hukou_share_at_15", RURAL_HUKOU_SHARE_AT_15, "A", "range 0.55 to 0.70"],
        ["rural_hukou_share_15_59", RURAL_HUKOU_SHARE, "A", "range 0.50 to 0.60"],
        ["secondary_vocational_rural_share_2014", rural_entrants(), "D", "entrants; lower bound"],
        ["lower_secondary_completion", LOWER_SECONDARY_COMPLETION, "A", "range 0.94 to 0.99"],
        ["employed_aged_60_plus_share", SHARE_60_PLUS, "A", "range 0.06 to 0.13"],
        ["unemployment_rate_for_participation", UNEMPLOYMENT, "A", "near 5.1 % urban in Dec 2021"],
        ["private_wage_weight", PRIVATE_WAGE_WEIGHT, "A", "private against other urban units"],
        ["farm_income_2022", round(farm_income()), "A",
         "yuan a year: 0.6 of value added per worker; wages of agriculture are wage jobs only"],
        ["own_account_income_share", OWN_ACCOUNT_INCOME, "A", "of the wage of the section"],
    ]


def build(tables):
    rows = fixed_rows() + postgraduate_rows() + census_rows(tables)
    return {"origins": table("item,value,mark,note", rows)}
