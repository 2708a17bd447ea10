# SPDX-License-Identifier: Apache-2.0
# Consumer prices: the index that turns yuan of a year into yuan of 2022 (divide by it), 1 in 2022.
from .common import BASE_YEAR, YEARS, source, table


def index():
    change = dict(zip(source("national_prices").year, source("national_prices").cpi_change_pct))
    level = {BASE_YEAR: 1.0}
    for year in range(BASE_YEAR, YEARS[0], -1):
        level[year - 1] = level[year] / (1 + change[year] / 100)
    return level


def to_2022(values):
    """{year: yuan of the year} as {year: yuan of 2022}."""
    level = index()
    return {year: value / level[year] for year, value in values.items()}


def build(_tables):
    level = index()
    return {"prices": table("year,index_2022", [[year, round(level[year], 6)] for year in YEARS])}
