# SPDX-License-Identifier: Apache-2.0
# What all modules share: where the raw files are, the label lists whose ORDER the whole model uses,
# and how a table is written. Inside, people are persons and shares 0-1; raw files count in ten
# thousands.
from pathlib import Path

import pandas as pd

SOURCES = Path(__file__).resolve().parent.parent / "sources"
TEN_THOUSAND = 10_000
BASE_YEAR = 2022
YEARS = list(range(2010, 2023))

FIELDS = [
    "agriculture", "resources_environment_safety", "energy_materials", "civil_engineering", "water",
    "equipment_manufacturing", "biology_chemicals", "light_industry_textiles",
    "food_pharmaceuticals", "transport", "electronics_information", "health", "finance_commerce",
    "tourism", "culture_arts", "journalism", "education_sports", "public_security_justice",
    "public_administration",
]

INDUSTRY_SECTIONS = {
    "primary_industry": ["agriculture"],
    "secondary_industry": ["mining", "manufacturing", "utilities", "construction"],
    "tertiary_industry": [
        "wholesale_retail", "transport_post", "hotels_catering", "information_software", "finance",
        "real_estate", "leasing_business", "science_technical",
        "water_environment_public_facilities", "resident_services", "education", "health_social",
        "culture_sports", "public_administration",
    ],
}
# Order of the national classification, sections A to S.
SECTIONS = [section for sections in INDUSTRY_SECTIONS.values() for section in sections]

TRACKS = ["general_high", "secondary_vocational", "technical_school", "higher_vocational",
          "vocational_bachelor", "regular_bachelor"]


def source(name):
    """One raw file as it stands."""
    return pd.read_csv(SOURCES / f"{name}.csv")


def by_year(frame, value, **where):
    """The rows of `frame` that fit `where` as {year: number}; a year may occur only once."""
    for column, wanted in where.items():
        frame = frame[frame[column] == wanted]
    frame = frame.dropna(subset=[value])
    if frame.year.duplicated().any():
        raise ValueError(f"{where}: a year occurs twice in {value}")
    return {int(year): float(number) for year, number in zip(frame.year, frame[value])}


def table(columns, rows):
    return pd.DataFrame(rows, columns=columns.split(","))


def provinces():
    """(adcode, province) by administrative code: the order of regions everywhere."""
    panel = source("province_panel_2010_2019")
    pairs = sorted(set(zip(panel.adcode, panel.province)))
    return [(int(code), name) for code, name in pairs]


def straight_line(known, years):
    """Values for `years`; straight lines between known years, never beyond the first or last."""
    result = {}
    for year in years:
        before = [y for y in known if y <= year]
        after = [y for y in known if y >= year]
        if not before or not after:
            raise ValueError(f"{year} lies outside the known years {sorted(known)}")
        low, high = max(before), min(after)
        weight = 0.0 if high == low else (year - low) / (high - low)
        result[year] = known[low] * (1 - weight) + known[high] * weight
    return result


def rounded_shares(values, digits=6):
    """Shares of `values` with `digits` decimals that add up to exactly 1 (largest remainder)."""
    return [units / 10**digits for units in whole_numbers(values, 10**digits)]


def whole_numbers(weights, total):
    """Whole numbers in proportion to `weights` that add up to `total` (largest remainder)."""
    scale = total / sum(weights)
    exact = [weight * scale for weight in weights]
    whole = [int(number) for number in exact]
    missing = total - sum(whole)
    order = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
    for i in order[:missing]:
        whole[i] += 1
    return whole


def root(function, low, high):
    """Where `function`, which rises or falls all the way, crosses zero between low and high."""
    rising = function(high) > function(low)
    for _ in range(200):
        middle = 0.5 * (low + high)
        if (function(middle) < 0) == rising:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


def cell(value):
    """Text of one cell: plain numbers with at most six decimals, text without commas and quotes."""
    if isinstance(value, str):
        if not value or set(value) & set(',"\n'):
            raise ValueError(f"bad text cell: {value!r}")
        return value
    if float(value) != float(value):
        raise ValueError("missing number")
    if float(value).is_integer():
        return str(int(value))
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def write(frame, path):
    lines = [",".join(frame.columns)]
    for row in frame.itertuples(index=False):
        lines.append(",".join(cell(value) for value in row))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
