# SPDX-License-Identifier: Apache-2.0
# Fields of study: the older recorded classes mapped to the 19 major classes of 2021, and intake
# shares by track. Recorded by field to 2015 only; technical schools and bachelor tracks are assumed
# throughout.
from .common import FIELDS, rounded_shares, source, table

LATEST = 2015
# recorded class: {field: share}; one field = same class under a new name (D), several = split (A).
SECONDARY = {
    "agriculture": {"agriculture": 1.0},
    "arts_culture": {"culture_arts": 0.9, "journalism": 0.1},
    "civil_engineering": {"civil_engineering": 0.95, "water": 0.05},
    "education": {"education_sports": 1.0},
    "energy": {"energy_materials": 1.0},
    "finance_commerce": {"finance_commerce": 1.0},
    "health": {"health": 0.95, "food_pharmaceuticals": 0.05},
    "information_technology": {"electronics_information": 1.0},
    "legal": {"public_security_justice": 1.0},
    "leisure_wellness": {"culture_arts": 0.7, "tourism": 0.2, "health": 0.1},
    "manufacturing": {"equipment_manufacturing": 0.92, "energy_materials": 0.05,
                      "electronics_information": 0.03},
    "petrochemical": {"biology_chemicals": 1.0},
    "public_management": {"public_administration": 1.0},
    "resources_environment": {"resources_environment_safety": 1.0},
    "sports": {"education_sports": 1.0},
    "textile_food": {"light_industry_textiles": 0.6, "food_pharmaceuticals": 0.4},
    "tourism": {"tourism": 1.0},
    "transport": {"transport": 1.0},
}
# teacher_training is recorded too but is part of culture_education: the sums show it.
HIGHER = {
    "agriculture": {"agriculture": 1.0},
    "arts_media": {"culture_arts": 0.8, "journalism": 0.2},
    "biochemical_pharma": {"biology_chemicals": 0.4, "food_pharmaceuticals": 0.6},
    "civil_construction": {"civil_engineering": 1.0},
    "culture_education": {"education_sports": 0.85, "culture_arts": 0.10,
                          "public_administration": 0.05},
    "electronics_information": {"electronics_information": 1.0},
    "environment_safety": {"resources_environment_safety": 1.0},
    "finance_commerce": {"finance_commerce": 1.0},
    "health": {"health": 0.95, "food_pharmaceuticals": 0.05},
    "law": {"public_security_justice": 1.0},
    "manufacturing": {"equipment_manufacturing": 1.0},
    "materials_energy": {"energy_materials": 1.0},
    "public_security": {"public_security_justice": 1.0},
    "public_service": {"public_administration": 1.0},
    "resources_surveying": {"resources_environment_safety": 1.0},
    "textile_food": {"light_industry_textiles": 0.55, "food_pharmaceuticals": 0.45},
    "tourism": {"tourism": 1.0},
    "transport": {"transport": 1.0},
    "water": {"water": 1.0},
}
MAPPINGS = {"secondary_vocational": (SECONDARY, "national_sec_voc_by_field"),
            "higher_vocational": (HIGHER, "national_higher_voc_by_field")}
# Per cent of intake, in the order of FIELDS (A).
ASSUMED = {
    "technical_school": [1.5, 1, 3, 4, 0.5, 31, 1.5, 3, 3, 16, 15, 4, 6, 5.5, 3, 0.5, 1, 0.2, 0.3],
    "vocational_bachelor": [2, 2, 4, 10, 1, 22, 2, 2, 3, 6, 21, 8, 9, 2, 3, 1, 0.8, 0.6, 0.6],
    "applied_bachelor": [2, 2, 4, 8, 1, 15, 4, 2, 3, 3, 17, 7, 16, 2, 5, 2, 5, 1, 1],
    "academic_bachelor": [3, 3, 6, 5, 1, 13, 9, 1, 3, 2, 16, 8, 12, 1, 4, 2, 6, 3, 2],
}


def mapping_table():
    rows = []
    for group, (mapping, _) in MAPPINGS.items():
        for recorded_class, fields in mapping.items():
            mark = "D" if len(fields) == 1 else "A"
            rows += [[group, recorded_class, field, share, mark] for field, share in fields.items()]
    return table("track_group,recorded_class,field,share,mark", rows)


def mapped_intake(group):
    """Intake of the latest recorded year by today's fields; 1 % of it has no recorded class."""
    mapping, name = MAPPINGS[group]
    frame = source(name)
    frame = frame[(frame.measure == "intake") & (frame.year == LATEST)]
    persons = dict(zip(frame.field, frame.persons_10k))
    recorded = sum(persons[recorded_class] for recorded_class in mapping)
    if abs(recorded / persons["total"] - 1) > 0.015:
        raise ValueError(f"{group}: classes add up to {recorded}, not to {persons['total']}")
    result = dict.fromkeys(FIELDS, 0.0)
    for recorded_class, fields in mapping.items():
        for field, share in fields.items():
            result[field] += persons[recorded_class] * share
    return [result[field] for field in FIELDS]


def share_table():
    intake = {group: mapped_intake(group) for group in MAPPINGS}
    intake.update(ASSUMED)
    order = ["secondary_vocational", "technical_school", "higher_vocational",
             "vocational_bachelor", "applied_bachelor", "academic_bachelor"]
    rows = []
    for track in order:
        if track in ASSUMED and abs(sum(ASSUMED[track]) - 100) > 1e-9:
            raise ValueError(f"{track}: assumed field shares add up to {sum(ASSUMED[track])} %")
        rows += [[track, field, share]
                 for field, share in zip(FIELDS, rounded_shares(intake[track]))]
    return table("track,field,intake_share", rows)


def build(_tables):
    return {"field_mapping": mapping_table(), "field_shares": share_table()}
