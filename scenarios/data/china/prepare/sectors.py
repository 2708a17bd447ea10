# SPDX-License-Identifier: Apache-2.0
# The model's 31 sectors: 18 recorded sections and manufacturing in 13 parts, the 12 priority
# industries of article 5 of the 2022 opinions and the rest. Sizes follow jobs over legal units; the
# parts are assumed.
from .common import SECTIONS, TEN_THOUSAND, rounded_shares, source, table
from .employment import SPLIT_YEAR

OTHER = "manufacturing_other"
# part: (share of manufacturing jobs, size of firms relative to the mean of manufacturing); all
# assumed.
PRIORITY = {
    "manufacturing_information_technology": (0.095, 2.5),
    "manufacturing_machine_tools_robotics": (0.035, 1.2),
    "manufacturing_instruments": (0.012, 1.2),
    "manufacturing_aerospace": (0.008, 6.0),
    "manufacturing_marine_equipment": (0.006, 3.0),
    "manufacturing_rail_equipment": (0.006, 3.0),
    "manufacturing_energy_electronics": (0.025, 2.5),
    "manufacturing_new_energy_vehicles": (0.070, 2.5),
    "manufacturing_power_equipment": (0.060, 1.5),
    "manufacturing_farm_machinery": (0.008, 1.0),
    "manufacturing_new_materials": (0.050, 1.5),
    "manufacturing_biomedicine_devices": (0.040, 2.0),
}
AGRICULTURE_POOLED = 0.95
# Relative shares of own-account work; scaled so that jobs outside farming meet the count of 2023,
# the only one there is. It fixes a structure, not an outcome.
OWN_ACCOUNT = {
    "manufacturing": 0.12, "construction": 0.20, "wholesale_retail": 0.53, "transport_post": 0.35,
    "hotels_catering": 0.50, "information_software": 0.06, "real_estate": 0.10,
    "leasing_business": 0.15, "science_technical": 0.05, "resident_services": 0.52,
    "water_environment_public_facilities": 0.05, "education": 0.05, "health_social": 0.06,
    "culture_sports": 0.25,
}


def base_jobs(tables):
    """{section: persons aged 15-59} at the base year."""
    frame = tables["province_sectors"]
    return {s: int(frame.employment[frame.sector_section == s].sum()) for s in SECTIONS}


def firms(group, year, indicator="legal_units"):
    frame = source("national_firms")
    frame = frame[(frame.indicator == indicator) & (frame.group == group) & (frame.year == year)]
    return float(frame.value.iloc[0])


def pooled_shares(jobs, all_ages):
    """Share of pooled jobs by section; `all_ages` is the factor from jobs of 15-59 to all jobs."""
    workers = firms("total", 2023, "self_employed_business_workers") * TEN_THOUSAND
    relative = sum(jobs[s] * share for s, share in OWN_ACCOUNT.items()) * all_ages
    scale = workers / relative
    shares = {s: OWN_ACCOUNT.get(s, 0.0) * scale for s in SECTIONS}
    shares["agriculture"] = AGRICULTURE_POOLED
    return shares


def other_manufacturing_size(mean_size):
    """Size of the remaining firms that keeps the recorded number of manufacturing firms."""
    share = 1 - sum(part for part, _ in PRIORITY.values())
    units = 1 - sum(part / size for part, size in PRIORITY.values())
    return mean_size * share / units


def sector_table(tables, all_ages):
    jobs = base_jobs(tables)
    pooled = pooled_shares(jobs, all_ages)
    rows = []
    for section in SECTIONS:
        employees = jobs[section] * all_ages * (1 - pooled[section])
        size = employees / firms(section, SPLIT_YEAR)
        if section != "manufacturing":
            rows.append([section, section, 1, round(size, 1), round(pooled[section], 4)])
            continue
        rest = 1 - sum(part for part, _ in PRIORITY.values())
        # Own-account work sits in the rest; the parts' shares are shares of all manufacturing jobs.
        parts = rounded_shares([part for part, _ in PRIORITY.values()] + [rest])
        for name, share, (_, relative) in zip(PRIORITY, parts, PRIORITY.values()):
            rows.append([name, section, share, round(size * relative, 1), 0])
        rows.append([OTHER, section, parts[-1], round(other_manufacturing_size(size), 1),
                     round(pooled[section] / rest, 4)])
    return table("sector,section,share_of_section,mean_firm_size,pooled_share", rows)


def sector_jobs_count(tables):
    """{sector: persons aged 15-59} at the base year."""
    jobs = base_jobs(tables)
    frame = tables["sectors"]
    return {r.sector: jobs[r.section] * r.share_of_section for r in frame.itertuples()}
