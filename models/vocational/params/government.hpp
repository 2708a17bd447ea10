// SPDX-License-Identifier: Apache-2.0
// Governments: who pays for schools and by which rule (E10), how much of a plan is carried out and
// reported (E11), pilots, bonds, and the rate at which money of other years is valued.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

// What governments have for schools after the start year: money per student, whoever comes; or the
// start year's money, whoever comes.
enum class FundingRule { per_student, fixed_revenue };
// Where the money of policies comes from: taxes raised for them, or the budgets of others.
enum class PolicyFinance { new_revenue, from_budget };

struct FundingParams final : sim::ParamBlock {
    SIM_PARAMS(FundingParams, "funding", "Public money of schools and who pays it.");
    SIM_PARAM(FundingRule, rule, FundingRule::per_student, .unit = sim::unit::none,
              .doc = "What is constant after the start year: money per student or in all.",
              .source = sim::assumed("the baseline holds public money per student"));
    SIM_PARAM(PolicyFinance, policy_finance, PolicyFinance::new_revenue, .unit = sim::unit::none,
              .doc = "Whether the money of policies is raised or taken from other spending.",
              .source = sim::assumed("both are run; raised money keeps effects and cost apart"));
    SIM_PARAM(double, growth, 0.0, .unit = sim::unit::share_per_year, .range = {-0.05, 0.08},
              .doc = "Real growth of public money after the start year.",
              .source = sim::assumed("constant in yuan of 2022"));
    SIM_PARAM(double, province_spread, 1.0, .unit = sim::unit::ratio, .range = {0.0, 1.3},
              .doc = "Power of the recorded ratio between provinces' money per student.",
              .source = sim::assumed("recorded for all levels together; the same for each"));
    SIM_PARAM(double, displaceable_share, 0.1, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of a quarter's revenue that policies may take from other spending.",
              .source = sim::assumed("most money is pay and cannot be moved at once"));
    SIM_PARAM(double, equipment_field_weight, 1.0, .unit = sim::unit::ratio, .range = {1.0, 2.0},
              .doc = "Money per student in fields with workshops over that in others.",
              .source = sim::assumed("funds by field are not recorded; costs differ by 1.2 to 2"));
    SIM_PARAM(double, general_central_share, 0.02, .unit = sim::unit::share, .range = {0.0, 0.2},
              .doc = "Central share of public money of general high schools.",
              .source = sim::assumed("no table of payers; counties run these schools"));
    SIM_PARAM(double, general_province_share, 0.13, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Provincial share of public money of general high schools.",
              .source = sim::assumed("no table of payers; counties run these schools"));
    SIM_PARAM(double, vocational_central_share, 0.10, .unit = sim::unit::share, .range = {0.0, 0.4},
              .doc = "Central share of public money of vocational and technical schools.",
              .source = sim::assumed("no table of payers; the centre shares in waived fees"));
    SIM_PARAM(double, vocational_province_share, 0.25, .unit = sim::unit::share,
              .range = {0.0, 0.5},
              .doc = "Provincial share of public money of vocational and technical schools.",
              .source = sim::assumed("no table of payers; cities run most of them"));
    SIM_PARAM(double, college_central_share, 0.08, .unit = sim::unit::share, .range = {0.0, 0.4},
              .doc = "Central share of public money of vocational colleges.",
              .source = sim::assumed("no table of payers; national programmes"));
    SIM_PARAM(double, college_province_share, 0.55, .unit = sim::unit::share, .range = {0.0, 0.6},
              .doc = "Provincial share of public money of vocational colleges.",
              .source = sim::assumed("no table of payers; provinces run most, cities the rest"));
    SIM_PARAM(double, bachelor_central_share, 0.35, .unit = sim::unit::share, .range = {0.1, 0.45},
              .doc = "Central share of public money of regular bachelor institutions.",
              .source = sim::assumed("no table of payers; central universities cost more"));
    SIM_PARAM(double, bachelor_province_share, 0.55, .unit = sim::unit::share, .range = {0.3, 0.55},
              .doc = "Provincial share of public money of regular bachelor institutions.",
              .source = sim::assumed("no table of payers"));
};

struct GovernmentParams final : sim::ParamBlock {
    SIM_PARAMS(GovernmentParams, "government", "How much of a plan is carried out and reported.");
    SIM_PARAM(double, mean_fidelity, 0.8, .unit = sim::unit::share, .range = {0.5, 0.98},
              .doc = "Share of a plan that a government of average income carries out.",
              .source = sim::assumed("no measurement; swept"));
    SIM_PARAM(double, central_fidelity, 0.95, .unit = sim::unit::share, .range = {0.7, 0.999},
              .doc = "The same of the central government.",
              .source = sim::assumed("pays by transfer; swept"));
    SIM_PARAM(double, fidelity_spread, 0.4, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "Standard deviation of the log odds of fidelity between governments.",
              .source = sim::assumed("no measurement; swept"));
    SIM_PARAM(double, affluence_slope, 0.2, .unit = sim::unit::ratio, .range = {0.0, 0.6},
              .doc = "Log odds of fidelity per standard deviation of provincial log income.",
              .source = sim::assumed("richer governments do more of what they plan; swept"));
    SIM_PARAM(double, city_similarity, 0.7, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "Correlation of a city's effort with its province's.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, accountability_gain, 0.6, .unit = sim::unit::ratio, .range = {0.0, 1.5},
              .doc = "Log odds of fidelity added by full accountability.",
              .source = sim::assumed("direction only; swept"));
    SIM_PARAM(double, accountability_narrowing, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of the spread between governments that full accountability removes.",
              .source = sim::assumed("direction only; swept"));
    SIM_PARAM(double, gaming_elasticity, 0.5, .unit = sim::unit::share, .range = {0.2, 0.8},
              .doc = "Share of a shortfall that is reported as done under full pressure.",
              .source = sim::cited("ortagus2020", "evidence row gaming_elasticity; size judged"));
    SIM_PARAM(double, usual_pressure, 0.2, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Pressure to report without accountability, as a share of full pressure.",
              .source = sim::assumed("some reporting there is; swept"));
};

struct BondParams final : sim::ParamBlock {
    SIM_PARAMS(BondParams, "bonds", "Bonds of local governments.");
    SIM_PARAM(double, rate, 0.03, .unit = sim::unit::share_per_year, .range = {0.025, 0.04},
              .doc = "Yearly interest.", .source = sim::assumed("evidence row bond_rate; judged"));
    SIM_PARAM(int, term, 15, .unit = sim::unit::year, .range = {10, 30},
              .doc = "Years to repay in equal sums.",
              .source = sim::assumed("evidence row bond_term; judged"));
    SIM_PARAM(double, project_revenue_share, 0.3, .unit = sim::unit::share, .range = {0.0, 0.8},
              .doc = "Share of debt service paid from the projects' own revenue.",
              .source = sim::assumed("evidence row revenue_share; judged"));
};

struct EvaluationParams final : sim::ParamBlock {
    SIM_PARAMS(EvaluationParams, "evaluation", "How money of different years is compared.");
    SIM_PARAM(double, discount_rate, 0.05, .unit = sim::unit::share_per_year, .range = {0.03, 0.08},
              .doc = "Social discount rate.",
              .source = sim::assumed("evidence row discount_rate; judged"));
};

}  // namespace vocational
