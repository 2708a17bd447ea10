// SPDX-License-Identifier: Apache-2.0
// What a place at school costs a family, and what is waived and granted.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct FeeParams final : sim::ParamBlock {
    SIM_PARAMS(FeeParams, "fees", "Fees, costs and aid of families.");
    SIM_PARAM(double, general_tuition, 1'500.0, .unit = sim::unit::yuan_per_student_year,
              .range = {800.0, 3'000.0}, .doc = "Tuition of general high schools.",
              .source = sim::assumed("set by provinces; no national table"));
    SIM_PARAM(double, vocational_tuition, 2'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {1'500.0, 4'000.0}, .doc = "Tuition of vocational and technical schools.",
              .source = sim::recorded("sources/student_aid.csv", "waived per student, 2016"));
    SIM_PARAM(double, college_tuition, 6'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {4'000.0, 10'000.0}, .doc = "Tuition of higher vocational colleges.",
              .source = sim::assumed("set by provinces; no national table"));
    SIM_PARAM(double, bachelor_tuition, 5'500.0, .unit = sim::unit::yuan_per_student_year,
              .range = {4'000.0, 8'000.0}, .doc = "Tuition of bachelor institutions.",
              .source = sim::assumed("set by provinces; no national table"));
    SIM_PARAM(double, upper_secondary_living, 2'500.0, .unit = sim::unit::yuan_per_student_year,
              .range = {1'000.0, 4'000.0},
              .doc = "Materials, boarding and travel of an upper-secondary student.",
              .source = sim::cited("reap_aid", "evidence row annual_cost_hs less tuition"));
    SIM_PARAM(double, college_living, 10'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {6'000.0, 15'000.0},
              .doc = "Materials, boarding and travel of a student of a college or bachelor track.",
              .source = sim::assumed("no survey at hand; swept"));
    SIM_PARAM(double, general_waived_share, 0.08, .unit = sim::unit::share, .range = {0.0, 0.3},
              .doc = "Share of general high school students whose tuition is waived.",
              .source = sim::assumed("registered poor families only; no count"));
    SIM_PARAM(double, vocational_waived_share, 0.626, .unit = sim::unit::share, .range = {0.5, 1.0},
              .doc = "Share of vocational and technical students whose tuition is waived.",
              .source = sim::recorded("sources/student_aid.csv", "recipients ÷ enrolment, 2016"));
    SIM_PARAM(double, fee_replacement, 0.9, .unit = sim::unit::share, .range = {0.6, 1.0},
              .doc = "Share of waived tuition that schools get from governments.",
              .source = sim::cited("cies2018_free", "evidence row fee_replacement; size judged"));
    SIM_PARAM(double, upper_secondary_grant, 2'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {1'000.0, 4'000.0}, .doc = "Yearly grant of a poor upper-secondary student.",
              .source = sim::recorded("sources/student_aid.csv", "national grant, 2016"));
    SIM_PARAM(double, college_grant, 3'300.0, .unit = sim::unit::yuan_per_student_year,
              .range = {2'000.0, 5'000.0},
              .doc = "Yearly grant of a poor student of a college or bachelor track.",
              .source = sim::assumed("national grant; no count at hand"));
    SIM_PARAM(double, grant_coverage, 0.6, .unit = sim::unit::share, .range = {0.2, 1.0},
              .doc = "Share of students of the poorest fifth of families who get the grant.",
              .source = sim::assumed("15.6 % of vocational students do; poorest fifth some 26 %"));
    SIM_PARAM(double, young_wage, 0.7, .unit = sim::unit::ratio, .range = {0.5, 1.0},
              .doc = "What a young person would earn over the mean of those of the same level.",
              .source = sim::assumed("beginners earn less and some find no work; swept"));
};

}  // namespace vocational
