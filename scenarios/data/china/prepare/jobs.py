# SPDX-License-Identifier: Apache-2.0
# Job levels and fields of the sectors. The pattern between sectors is assumed; the national shares
# of skilled workers, technicians and professionals are tied to records. Pooled jobs fit into
# elementary.
from .attainment import bachelor_share_out_of_school
from .common import BASE_YEAR, FIELDS, rounded_shares, source, table
from .employment import SHARE_60_PLUS
from .sectors import sector_jobs_count, sector_table
from .job_fields import WEIGHTS

LEVELS = ["elementary", "skilled_worker", "technician", "professional"]
# sector: relative shares of skilled workers, technicians, professionals, before the national tie
# (A).
PATTERN = {
    "agriculture": (0.030, 0.005, 0.004), "mining": (0.38, 0.09, 0.08),
    "manufacturing_information_technology": (0.32, 0.14, 0.16),
    "manufacturing_machine_tools_robotics": (0.40, 0.16, 0.12),
    "manufacturing_instruments": (0.34, 0.16, 0.16), "manufacturing_aerospace": (0.34, 0.18, 0.26),
    "manufacturing_marine_equipment": (0.42, 0.13, 0.10),
    "manufacturing_rail_equipment": (0.40, 0.15, 0.14),
    "manufacturing_energy_electronics": (0.34, 0.13, 0.11),
    "manufacturing_new_energy_vehicles": (0.38, 0.13, 0.12),
    "manufacturing_power_equipment": (0.36, 0.13, 0.12),
    "manufacturing_farm_machinery": (0.38, 0.11, 0.07),
    "manufacturing_new_materials": (0.34, 0.12, 0.11),
    "manufacturing_biomedicine_devices": (0.28, 0.16, 0.20),
    "manufacturing_other": (0.30, 0.07, 0.05), "utilities": (0.36, 0.16, 0.18),
    "construction": (0.30, 0.06, 0.05), "wholesale_retail": (0.13, 0.05, 0.05),
    "transport_post": (0.34, 0.05, 0.05), "hotels_catering": (0.18, 0.04, 0.02),
    "information_software": (0.12, 0.22, 0.50), "finance": (0.08, 0.22, 0.52),
    "real_estate": (0.18, 0.10, 0.12), "leasing_business": (0.16, 0.12, 0.18),
    "science_technical": (0.10, 0.20, 0.54),
    "water_environment_public_facilities": (0.20, 0.08, 0.12),
    "resident_services": (0.18, 0.04, 0.03), "education": (0.04, 0.14, 0.68),
    "health_social": (0.10, 0.34, 0.42), "culture_sports": (0.14, 0.16, 0.32),
    "public_administration": (0.08, 0.22, 0.52),
}


def national_targets(tables):
    """Shares of all jobs: skilled 26 %, of them 28 % highly skilled = technician; professionals
    as the share of bachelors among people past school."""
    frame = source("labour_market").set_index("indicator").value
    skilled = frame["skilled_workers_share_of_employed"] / 100
    high = frame["high_skilled_share_of_skilled"] / 100
    return {"skilled_worker": skilled * (1 - high), "technician": skilled * high,
            "professional": bachelor_share_out_of_school(tables, BASE_YEAR)}


def job_table(tables):
    jobs = sector_jobs_count(tables)
    total = sum(jobs.values())
    targets = national_targets(tables)
    factors = []
    for i, level in enumerate(LEVELS[1:]):
        factors.append(targets[level] * total / sum(jobs[s] * PATTERN[s][i] for s in jobs))
    rows = []
    for sector in jobs:
        upper = [share * factor for share, factor in zip(PATTERN[sector], factors)]
        shares = rounded_shares([1 - sum(upper)] + upper)
        rows += [[sector, level, share] for level, share in zip(LEVELS, shares)]
    return table("sector,job_level,share", rows)


def field_table(tables):
    """Fields of the jobs above elementary; what a sector's list leaves open asks for no field."""
    rows = []
    for sector in tables["sectors"].sector:
        listed = WEIGHTS[sector]
        unknown = set(listed) - set(FIELDS)
        if unknown or sum(listed.values()) > 1:
            raise ValueError(f"{sector}: unknown fields {unknown} or weights above 1")
        weights = [1 - sum(listed.values())] + [listed.get(field, 0.0) for field in FIELDS]
        rows += [[sector, field, weight]
                 for field, weight in zip(["general"] + FIELDS, rounded_shares(weights))]
    return table("sector,field,weight", rows)


def build(tables):
    tables = dict(tables)
    tables["sectors"] = sector_table(tables, 1 / (1 - SHARE_60_PLUS))
    return {"sectors": tables["sectors"], "sector_jobs": job_table(tables),
            "sector_fields": field_table(tables)}
