# SPDX-License-Identifier: Apache-2.0
# How provinces' public money per student differs: government education funds of all levels over
# students of lower secondary schools and above, mean of the last three recorded years, relative to
# the nation. Primary pupils are not recorded by province, so young provinces look richer than they
# are.
from .common import provinces, source, table

FUNDING_YEARS = [2016, 2017, 2018]
STUDENTS = ["lower_sec_enrolment_10k_persons", "general_high_enrolment_10k_persons",
            "sec_voc_excl_technical_enrolment_10k_persons", "bachelor_enrolment_10k_persons",
            "higher_voc_enrolment_10k_persons"]


def relative_funding():
    panel = source("province_panel_2010_2019")
    panel = panel[panel.year.isin(FUNDING_YEARS)]
    students = panel[STUDENTS].sum(axis=1)
    funds = panel.government_education_funds_10k_yuan
    ratios = {name: [] for _, name in provinces()}
    for year in FUNDING_YEARS:
        this_year = panel.year == year
        nation = funds[this_year].sum() / students[this_year].sum()
        for province, money, people in zip(panel.province[this_year], funds[this_year],
                                           students[this_year]):
            ratios[province].append(money / people / nation)
    return {name: sum(values) / len(values) for name, values in ratios.items()}


def build(_tables):
    rows = [[name, round(ratio, 4)] for name, ratio in relative_funding().items()]
    return {"province_funding": table("province,relative_funding", rows)}
