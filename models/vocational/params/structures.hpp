// SPDX-License-Identifier: Apache-2.0
// Alternative structures: where evidence or rules disagree the form is a switch, not a range.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

// Seats of general high schools after the start year: constant per graduate, or on their trend.
enum class GeneralSeats { constant_rate, trend };
// Log-wage gap of vocational against general upper-secondary leavers.
enum class WageGap { matched, penalty, premium };
// Who gets a vacancy: anyone, or the best as firms see it.
enum class Hiring { random, ranked };

// Careers after vocational schooling: technology makes the field's skill obsolete; and credentials
// stop protecting jobs as well; or skills age at their ordinary rate alone.
enum class LifeCycle { fading, reversing, lasting };
// What vocational and technical schools teach at upper-secondary level: as the parameters of
// learning say, as strong technical schools do, or as little as the weakest finding.
enum class TechnicalLearning { central, gains, losses };
// What a yuan of capital does for quality, against a yuan of current money.
enum class CapitalMoney { as_current, half };
// What an internship adds to a student's later pay: what skill of the field it brings, a stated
// premium, or nothing.
enum class Internships { learning, premium, none };

// How choices respond to expected wages: attenuated, as stated in surveys, or not at all.
enum class WageResponse { applied, stated, none };

struct StructureParams final : sim::ParamBlock {
    SIM_PARAMS(StructureParams, "structures", "Alternative forms of the model.");
    SIM_PARAM(GeneralSeats, general_seats, GeneralSeats::constant_rate, .unit = sim::unit::none,
              .doc = "Rule for general high school seats after the start year.",
              .source = sim::assumed("the baseline holds rules; the trend is the alternative"));
    SIM_PARAM(WageGap, wage_gap, WageGap::matched, .unit = sim::unit::none,
              .doc =
                  "Wage gap of vocational upper-secondary leavers: matched −0.036, penalty "
                  "−0.193, premium +0.432 log points.",
              .source = sim::cited("iza16957",
                                   "evidence row voc_minus_acad_upsec; studies disagree"));
    SIM_PARAM(Hiring, hiring, Hiring::ranked, .unit = sim::unit::none,
              .doc = "Matching inside a cell of the labour market.",
              .source = sim::assumed("both laws are standard; robustness runs cross them"));
    SIM_PARAM(LifeCycle, life_cycle, LifeCycle::fading, .unit = sim::unit::none,
              .doc =
                  "Whether the early advantage of vocational skill fades with technology, reverses "
                  "in employment too, or lasts.",
              .source = sim::cited("hanushek2017",
                                   "reversal in eleven countries; none in Finland (silliman2022)"));
    SIM_PARAM(
        TechnicalLearning, technical_learning, TechnicalLearning::central, .unit = sim::unit::none,
        .doc =
            "Skill that secondary vocational and technical schools add: central, gains "
            "(learning.strong_…), losses (learning.weak_…).",
        .source = sim::assumed("brunner2023 against loyalka2016; robustness runs cross them"));
    SIM_PARAM(CapitalMoney, capital_money, CapitalMoney::as_current, .unit = sim::unit::none,
              .doc = "Effect of equipment and digital resources on quality: full or half.",
              .source = sim::cited("jackson_mackevicius2024",
                                   "evidence row capital_vs_current: as good; half in the working "
                                   "paper"));
    SIM_PARAM(Internships, internships, Internships::learning, .unit = sim::unit::none,
              .doc =
                  "Value of an internship: skill by its relevance, the wage premium "
                  "learning.internship_premium, or none.",
              .source = sim::assumed("saniter_siedler2014 against klein_weiss2011; robustness runs "
                                     "cross them"));
    SIM_PARAM(WageResponse, wage_response, WageResponse::applied, .unit = sim::unit::none,
              .doc = "Response of choices to expected wages.",
              .source = sim::assumed("surveys and trials disagree; robustness runs cross them"));
};

}  // namespace vocational
