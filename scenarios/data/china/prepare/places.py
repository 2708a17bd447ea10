# SPDX-License-Identifier: Apache-2.0
# Provinces (recorded) and some 120 synthetic cities (assumed: sizes by a power law, positions on a
# spiral round the province's centre). Cities are numbered, never named: they stand for no real
# place.
import math

from .common import BASE_YEAR, TEN_THOUSAND, provinces, root, rounded_shares, source, table
from .common import whole_numbers

# province: macro-region, tile row, tile column, centre of settlement (longitude, latitude;
# degrees), area in 1000 km2. Centres and areas are rounded and serve distances only.
MAP = {
    "Beijing": ("east", 3, 6, 116.4, 39.9, 16), "Tianjin": ("east", 3, 7, 117.3, 39.2, 12),
    "Hebei": ("east", 4, 6, 115.5, 38.3, 188), "Shanxi": ("central", 3, 5, 112.4, 37.3, 157),
    "Inner Mongolia": ("west", 2, 6, 113.0, 41.8, 1183),
    "Liaoning": ("northeast", 3, 8, 122.7, 41.3, 148),
    "Jilin": ("northeast", 2, 8, 125.8, 43.6, 187),
    "Heilongjiang": ("northeast", 1, 8, 127.3, 46.5, 473),
    "Shanghai": ("east", 6, 8, 121.5, 31.2, 6), "Jiangsu": ("east", 5, 7, 119.6, 32.5, 107),
    "Zhejiang": ("east", 6, 7, 120.4, 29.3, 105), "Anhui": ("central", 5, 6, 117.2, 32.0, 140),
    "Fujian": ("east", 7, 7, 118.4, 25.8, 124), "Jiangxi": ("central", 6, 6, 115.8, 27.8, 167),
    "Shandong": ("east", 4, 7, 118.2, 36.2, 158), "Henan": ("central", 4, 5, 113.8, 34.0, 167),
    "Hubei": ("central", 5, 5, 113.2, 30.8, 186), "Hunan": ("central", 6, 5, 111.9, 27.6, 212),
    "Guangdong": ("east", 7, 6, 113.5, 23.0, 180), "Guangxi": ("west", 7, 5, 108.9, 23.5, 238),
    "Hainan": ("east", 8, 6, 110.0, 19.5, 35), "Chongqing": ("west", 5, 4, 107.0, 29.8, 82),
    "Sichuan": ("west", 5, 3, 104.4, 30.4, 486), "Guizhou": ("west", 6, 4, 106.8, 26.8, 176),
    "Yunnan": ("west", 6, 3, 102.3, 25.0, 394), "Tibet": ("west", 5, 1, 90.6, 29.6, 1228),
    "Shaanxi": ("west", 4, 4, 108.8, 34.6, 206), "Gansu": ("west", 4, 3, 104.2, 35.7, 426),
    "Qinghai": ("west", 4, 2, 101.3, 36.5, 722), "Ningxia": ("west", 3, 4, 106.2, 38.0, 66),
    "Xinjiang": ("west", 3, 1, 85.5, 43.0, 1665),
}
MUNICIPALITY_CITIES = {"Beijing": 2, "Tianjin": 1, "Shanghai": 2, "Chongqing": 2}
CITY_COUNT = 120
CITY_SIZE_EXPONENT = 0.8
CITY_URBAN_SLOPE = 0.35  # rise of logit(urban share) per log unit of city size
SPREAD = 0.30  # radius of the spiral as a share of the side of a square of the province's area
LARGEST_RADIUS = 220.0  # km; settlement in the large western provinces covers only part of the area
CENTRE = (105.0, 35.0)
KM_PER_DEGREE = 111.2
GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))


def logistic(x):
    return 1.0 / (1.0 + math.exp(-x))


def logit(share):
    return math.log(share / (1.0 - share))


def population():
    """Residents 2022 in persons; Hainan and Tibet are not recorded: 2019 times national growth."""
    latest = source("province_gdp_population_2022").set_index("province").population_10k_persons
    panel = source("province_panel_2010_2019")
    old = panel[panel.year == 2019].set_index("province").population_10k_persons
    national = source("national_macro").set_index("year").population_10k_persons
    growth = national[BASE_YEAR] / national[2019]
    filled = latest.fillna(old * growth)
    return {name: round(filled[name] * TEN_THOUSAND) for _, name in provinces()}


def urban_shares(people):
    """2019 shares, moved by one step on the logit scale up to the national share of 2022."""
    panel = source("province_panel_2010_2019")
    old = panel[panel.year == 2019].set_index("province")
    share = old.urban_population_10k_persons / old.population_10k_persons
    macro = source("national_macro").set_index("year").loc[BASE_YEAR]
    target = macro.urban_population_10k_persons / macro.population_10k_persons
    total = sum(people.values())

    def excess(step):
        urban = sum(people[name] * logistic(logit(share[name]) + step) for name in people)
        return urban / total - target

    step = root(excess, -2.0, 2.0)
    return {name: logistic(logit(share[name]) + step) for name in people}


def province_table():
    people = population()
    urban = urban_shares(people)
    output = source("province_gdp_population_2022").set_index("province").gdp_100m_yuan
    rows = []
    for code, name in provinces():
        region, row, column = MAP[name][:3]
        per_head = round(output[name] * 1e8 / people[name])
        rows.append([name, code, region, row, column, people[name], per_head,
                     round(urban[name], 4)])
    return table("province,adcode,macro_region,tile_row,tile_column,population,gdp_per_capita,"
                 "urban_share", rows)


def city_counts(people):
    others = [name for name in people if name not in MUNICIPALITY_CITIES]
    free = CITY_COUNT - sum(MUNICIPALITY_CITIES.values()) - len(others)
    extra = dict(zip(others, whole_numbers([people[name] for name in others], free)))
    return {name: MUNICIPALITY_CITIES.get(name, 1 + extra.get(name, 0)) for name in people}


def urban_by_city(sizes, share):
    """Larger cities are more urban; the mean weighted with size is the province's share."""
    lean = [CITY_URBAN_SLOPE * math.log(size * len(sizes)) for size in sizes]

    def excess(level):
        return sum(s * logistic(level + x) for s, x in zip(sizes, lean)) - share

    level = root(excess, -12.0, 12.0)
    return [logistic(level + x) for x in lean]


def position(name, number, count):
    """Kilometres east and north of the map's centre; city 1 lies in the province's centre."""
    _, _, _, longitude, latitude, area = MAP[name]
    x = (longitude - CENTRE[0]) * KM_PER_DEGREE * math.cos(math.radians(CENTRE[1]))
    y = (latitude - CENTRE[1]) * KM_PER_DEGREE
    radius = min(SPREAD * 2.0 * math.sqrt(area * 1000.0 / math.pi), LARGEST_RADIUS)
    distance = radius * math.sqrt((number - 1) / count)
    angle = number * GOLDEN_ANGLE + longitude
    return round(x + distance * math.cos(angle), 1), round(y + distance * math.sin(angle), 1)


def city_table(province_frame):
    people = dict(zip(province_frame.province, province_frame.population))
    urban = dict(zip(province_frame.province, province_frame.urban_share))
    counts = city_counts(people)
    rows = []
    for _, name in provinces():
        count = counts[name]
        sizes = rounded_shares([rank**-CITY_SIZE_EXPONENT for rank in range(1, count + 1)])
        shares = urban_by_city(sizes, urban[name])
        for number in range(1, count + 1):
            x, y = position(name, number, count)
            rows.append([len(rows) + 1, f"{name} {number}", name, sizes[number - 1], x, y,
                         round(shares[number - 1], 6)])
    return table("city,name,province,population_share,x_km,y_km,urban_share", rows)


def build(_tables):
    frame = province_table()
    return {"provinces": frame, "cities": city_table(frame)}
