# SPDX-License-Identifier: Apache-2.0
# Laws every tidy table obeys (shares add to 1, no province, year or label missing), and the summary
# that is printed. A broken law is collected, not thrown, so that one run shows all of them.
from . import attainment, participation
from .cohorts import census_targets
from .common import FIELDS, SECTIONS, TEN_THOUSAND, TRACKS, YEARS, by_year, provinces, source
from .employment import SHARE_60_PLUS
from .jobs import LEVELS, national_targets
from .sectors import sector_jobs_count

TOLERANCE = 2e-6
# table: (columns of a group, column whose sum in each group is 1)
SUMS_TO_ONE = {
    "cities": (["province"], "population_share"),
    "field_mapping": (["track_group", "recorded_class"], "share"),
    "field_shares": (["track"], "intake_share"),
    "sectors": (["section"], "share_of_section"),
    "sector_jobs": (["sector"], "share"),
    "sector_fields": (["sector"], "weight"),
}
SHARES = {"provinces": ["urban_share"], "cities": ["urban_share", "population_share"],
          "sectors": ["pooled_share"], "sector_jobs": ["share"], "participation": ["rate"]}


def complete_keys(tables):
    """{table: (key columns, number of rows that all labels together make)}."""
    sectors = len(tables["sectors"])
    names = len(provinces())
    return {
        "provinces": (["province"], names), "cities": (["city"], 120),
        "cohorts": (["year"], 29), "birth_cohorts": (["birth_year"], 63),
        "track_years": (["year", "track"], len(YEARS) * len(TRACKS)),
        "province_tracks": (["year", "province", "track"], 10 * names * 4),
        "field_shares": (["track", "field"], 6 * len(FIELDS)), "sectors": (["sector"], 31),
        "sector_jobs": (["sector", "job_level"], sectors * len(LEVELS)),
        "sector_fields": (["sector", "field"], sectors * (len(FIELDS) + 1)),
        "province_sectors": (["province", "sector_section"], names * len(SECTIONS)),
        "employment_years": (["year", "section"], len(YEARS) * len(SECTIONS)),
        "attainment": (["birth_year"], 63), "province_attainment": (["province"], names),
        "finance": (["track", "year"], len(TRACKS) * 6),
        "province_finance": (["province"], names),
        "school_counts": (["track", "year"], len(TRACKS) * len(YEARS)),
        "participation": (["age_from", "sex", "hukou"], 28), "prices": (["year"], len(YEARS)),
        "starting_wages": (["level"], 3), "origins": (["item"], len(tables["origins"])),
        "field_mapping": (["track_group", "recorded_class", "field"], len(tables["field_mapping"])),
    }


def problems_of_shape(tables):
    found = [f"{name}: no check" for name in tables if name not in complete_keys(tables)]
    for name, (keys, count) in complete_keys(tables).items():
        frame = tables[name]
        if len(frame) != count or frame.duplicated(keys).any():
            found.append(f"{name}: {len(frame)} rows, expected {count} different {keys}")
        if frame.isna().any().any():
            found.append(f"{name}: empty cells")
        numbers = frame.select_dtypes("number").drop(columns=["x_km", "y_km"], errors="ignore")
        if (numbers < 0).any().any():
            found.append(f"{name}: a negative number")
    for name in ("provinces", "province_attainment", "province_finance"):
        if list(tables[name].province) != [label for _, label in provinces()]:
            found.append(f"{name}: provinces are not in the order of the code")
    tiles = tables["provinces"].duplicated(["tile_row", "tile_column"])
    return found + (["provinces: two on one tile"] if tiles.any() else [])


def problems_of_shares(tables):
    found = []
    for name, (keys, column) in SUMS_TO_ONE.items():
        sums = tables[name].groupby(keys)[column].sum()
        if (abs(sums - 1) > TOLERANCE).any():
            found.append(f"{name}: {column} does not add up to 1 in each {keys}")
    rest = tables["attainment"].drop(columns="birth_year").sum(axis=1)
    if (abs(rest - 1) > TOLERANCE).any():
        found.append("attainment: shares of a birth year do not add up to 1")
    for name, columns in SHARES.items():
        for column in columns:
            if not tables[name][column].between(0, 1).all():
                found.append(f"{name}: {column} leaves 0-1")
    return found


def problems_of_totals(tables):
    """Tables that tell of the same people agree; pooled jobs fit into the elementary ones."""
    found = []
    base = tables["employment_years"].query("year == @YEARS[-1]").set_index("section").employment
    places = tables["province_sectors"].groupby("sector_section").employment.sum()
    if not (base.sort_index() == places.sort_index()).all():
        found.append("province_sectors: provinces do not add up to the nation")
    elementary = tables["sector_jobs"].query("job_level == 'elementary'").set_index("sector").share
    pooled = tables["sectors"].set_index("sector").pooled_share
    for sector in pooled.index[pooled > elementary[pooled.index]]:
        found.append(f"sectors: {sector} has more pooled than elementary jobs "
                     f"({pooled[sector]} > {elementary[sector]})")
    local = tables["province_tracks"].groupby(["year", "track"]).intake.sum()
    nation = tables["track_years"].set_index(["year", "track"]).intake
    # Provincial bachelor intake includes the first vocational bachelor entrants.
    for year in range(2010, 2020):
        nation[year, "regular_bachelor"] += nation[year, "vocational_bachelor"]
    for key in local.index:
        if abs(local[key] / nation[key] - 1) > 0.001:
            found.append(f"province_tracks: {key} differs from the nation by "
                         f"{local[key] / nation[key] - 1:.4f}")
    employed = by_year(source("national_employment"), "value", indicator="employed_persons",
                       group="total")[2021] * TEN_THOUSAND * (1 - SHARE_60_PLUS)
    if abs(base.sum() / employed - 1) > 1e-6:
        found.append(f"employment: {base.sum()} instead of {employed}")
    return found


def problems_of_cities(tables):
    """City means weighted with size are the province's urban share; no two cities in one place."""
    cities = tables["cities"]
    urban = (cities.urban_share * cities.population_share).groupby(cities.province).sum()
    wanted = tables["provinces"].set_index("province").urban_share
    found = [f"cities: urban share of {name} is {urban[name]:.4f}, not {wanted[name]}"
             for name in wanted.index if abs(urban[name] - wanted[name]) > 1e-5]
    twice = cities.duplicated(["x_km", "y_km"]).any()
    return found + (["cities: two at one position"] if twice else [])


def problems(tables):
    return (problems_of_shape(tables) + problems_of_shares(tables) + problems_of_totals(tables)
            + problems_of_cities(tables))


def census_lines(tables):
    people = dict(zip(tables["birth_cohorts"].birth_year, tables["birth_cohorts"].persons))
    lines = []
    for name, (first, last, recorded) in census_targets().items():
        fitted = sum(people[year] for year in range(first, last + 1))
        lines.append(f"aged {name}: {fitted / 1e6:.2f} million, census {recorded / 1e6:.2f}, "
                     f"residual {100 * (fitted / recorded - 1):+.2f} %")
    return lines


def job_lines(tables):
    jobs = sector_jobs_count(tables)
    total = sum(jobs.values())
    frame = tables["sector_jobs"]
    lines = [f"employed 15-59 at the base: {total / 1e6:.2f} million"]
    for level in LEVELS:
        share = frame[frame.job_level == level].set_index("sector").share
        reached = sum(jobs[sector] * share[sector] for sector in jobs) / total
        target = national_targets(tables).get(level)
        lines.append(f"jobs {level}: {reached:.4f}" + (f" (target {target:.4f})" if target else ""))
    pooled = tables["sectors"].set_index("sector").pooled_share
    lines.append("pooled jobs: "
                 f"{sum(jobs[s] * pooled[s] for s in jobs) / 1e6:.1f} million, outside farming "
                 f"{sum(jobs[s] * pooled[s] for s in jobs if s != 'agriculture') / 1e6:.1f}")
    return lines


def summary(tables):
    cohort = tables["cohorts"].set_index("year")
    people = tables["provinces"]
    lines = [f"population {people.population.sum() / 1e6:.1f} million in {len(people)} provinces; "
             f"{len(tables['cities'])} cities",
             f"aged 15 in 2022: {cohort.aged_15[2022]}; peaks {cohort.aged_15[2028]} (2028), "
             f"{cohort.aged_15[2032]} (2032); 2038: {cohort.aged_15[2038]}"]
    lines += census_lines(tables) + attainment.check_lines(tables)
    return lines + participation.check_lines(tables) + job_lines(tables)
