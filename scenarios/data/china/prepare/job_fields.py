# SPDX-License-Identifier: Apache-2.0
# Assumed fields of study of each sector's jobs above elementary; what is not listed asks for no
# field. Weights are judgements from what the sectors do; no table of jobs by field exists.
WEIGHTS = {
    "agriculture": {"agriculture": 0.75, "equipment_manufacturing": 0.04, "water": 0.03,
                    "food_pharmaceuticals": 0.03, "finance_commerce": 0.03,
                    "resources_environment_safety": 0.02},
    "mining": {"resources_environment_safety": 0.45, "equipment_manufacturing": 0.20,
               "energy_materials": 0.10, "civil_engineering": 0.05, "finance_commerce": 0.05,
               "public_administration": 0.03},
    "manufacturing_information_technology": {
        "electronics_information": 0.55, "equipment_manufacturing": 0.22, "finance_commerce": 0.06,
        "energy_materials": 0.03, "light_industry_textiles": 0.02},
    "manufacturing_machine_tools_robotics": {
        "equipment_manufacturing": 0.70, "electronics_information": 0.15, "finance_commerce": 0.04,
        "energy_materials": 0.03},
    "manufacturing_instruments": {
        "equipment_manufacturing": 0.45, "electronics_information": 0.35, "finance_commerce": 0.04,
        "health": 0.03, "biology_chemicals": 0.03},
    "manufacturing_aerospace": {
        "equipment_manufacturing": 0.60, "electronics_information": 0.17, "energy_materials": 0.08,
        "transport": 0.05, "finance_commerce": 0.03},
    "manufacturing_marine_equipment": {
        "equipment_manufacturing": 0.62, "electronics_information": 0.09, "transport": 0.08,
        "civil_engineering": 0.05, "energy_materials": 0.05, "finance_commerce": 0.03},
    "manufacturing_rail_equipment": {
        "equipment_manufacturing": 0.55, "transport": 0.18, "electronics_information": 0.14,
        "finance_commerce": 0.03},
    "manufacturing_energy_electronics": {
        "electronics_information": 0.32, "energy_materials": 0.30, "equipment_manufacturing": 0.22,
        "biology_chemicals": 0.04, "finance_commerce": 0.04},
    "manufacturing_new_energy_vehicles": {
        "equipment_manufacturing": 0.55, "electronics_information": 0.15, "transport": 0.10,
        "energy_materials": 0.08, "finance_commerce": 0.05},
    "manufacturing_power_equipment": {
        "equipment_manufacturing": 0.40, "energy_materials": 0.30, "electronics_information": 0.15,
        "finance_commerce": 0.04},
    "manufacturing_farm_machinery": {
        "equipment_manufacturing": 0.65, "agriculture": 0.12, "electronics_information": 0.08,
        "finance_commerce": 0.05},
    "manufacturing_new_materials": {
        "energy_materials": 0.40, "biology_chemicals": 0.22, "equipment_manufacturing": 0.20,
        "finance_commerce": 0.05, "light_industry_textiles": 0.03},
    "manufacturing_biomedicine_devices": {
        "food_pharmaceuticals": 0.35, "biology_chemicals": 0.25, "health": 0.10,
        "equipment_manufacturing": 0.10, "electronics_information": 0.05,
        "finance_commerce": 0.05},
    "manufacturing_other": {
        "equipment_manufacturing": 0.32, "light_industry_textiles": 0.13,
        "food_pharmaceuticals": 0.09, "finance_commerce": 0.10, "biology_chemicals": 0.08,
        "electronics_information": 0.08, "energy_materials": 0.05, "culture_arts": 0.03},
    "utilities": {"energy_materials": 0.35, "equipment_manufacturing": 0.15, "water": 0.12,
                  "resources_environment_safety": 0.08, "finance_commerce": 0.07,
                  "civil_engineering": 0.05, "electronics_information": 0.05,
                  "public_administration": 0.03},
    "construction": {"civil_engineering": 0.58, "equipment_manufacturing": 0.09,
                     "finance_commerce": 0.07, "resources_environment_safety": 0.04,
                     "energy_materials": 0.04, "culture_arts": 0.04, "water": 0.03},
    "wholesale_retail": {"finance_commerce": 0.48, "electronics_information": 0.10,
                         "food_pharmaceuticals": 0.05, "transport": 0.06,
                         "equipment_manufacturing": 0.06, "culture_arts": 0.04, "health": 0.04,
                         "light_industry_textiles": 0.02, "tourism": 0.02},
    "transport_post": {"transport": 0.58, "finance_commerce": 0.12,
                       "equipment_manufacturing": 0.06, "electronics_information": 0.05,
                       "tourism": 0.04, "public_administration": 0.03},
    "hotels_catering": {"tourism": 0.62, "finance_commerce": 0.12, "food_pharmaceuticals": 0.06,
                        "public_administration": 0.05},
    "information_software": {"electronics_information": 0.68, "finance_commerce": 0.08,
                             "culture_arts": 0.06, "journalism": 0.04,
                             "equipment_manufacturing": 0.03},
    "finance": {"finance_commerce": 0.70, "electronics_information": 0.09,
                "public_security_justice": 0.03},
    "real_estate": {"public_administration": 0.30, "finance_commerce": 0.25,
                    "civil_engineering": 0.20},
    "leasing_business": {"finance_commerce": 0.42, "public_administration": 0.10,
                         "public_security_justice": 0.07, "culture_arts": 0.07,
                         "electronics_information": 0.08, "journalism": 0.04, "tourism": 0.04},
    "science_technical": {"civil_engineering": 0.16, "electronics_information": 0.15,
                          "equipment_manufacturing": 0.14, "resources_environment_safety": 0.10,
                          "biology_chemicals": 0.10, "finance_commerce": 0.07,
                          "energy_materials": 0.05, "health": 0.05, "agriculture": 0.05},
    "water_environment_public_facilities": {
        "resources_environment_safety": 0.30, "water": 0.28, "public_administration": 0.12,
        "civil_engineering": 0.08, "agriculture": 0.06},
    "resident_services": {"public_administration": 0.26, "transport": 0.18, "culture_arts": 0.15,
                          "health": 0.10, "tourism": 0.06, "electronics_information": 0.06,
                          "finance_commerce": 0.05},
    "education": {"education_sports": 0.70, "culture_arts": 0.08, "electronics_information": 0.04,
                  "finance_commerce": 0.02, "health": 0.02},
    "health_social": {"health": 0.82, "public_administration": 0.04, "food_pharmaceuticals": 0.03,
                      "finance_commerce": 0.02, "electronics_information": 0.02},
    "culture_sports": {"culture_arts": 0.40, "journalism": 0.25, "education_sports": 0.10,
                       "tourism": 0.06, "finance_commerce": 0.05,
                       "electronics_information": 0.04},
    "public_administration": {"public_administration": 0.30, "public_security_justice": 0.25,
                              "finance_commerce": 0.12, "electronics_information": 0.04,
                              "civil_engineering": 0.03, "agriculture": 0.03,
                              "education_sports": 0.02, "health": 0.02, "water": 0.02},
}
