// SPDX-License-Identifier: Apache-2.0
// 4.4 Quality of teaching (E1):
//   ln Q = b_F ln F + b_T T + b_K K + b_D D + b_C C + b_P · platform · (Q_best − Q)
//        − b_N max(0, ln(students per teacher ÷ norm)) + policies − reference of the track
//   K = min(1, stations · saturation ÷ (2 · practising students))
//   T = staff share with experience · (1 − mentors) + mentors
// F is recurrent spending per student, D digital resources, C the intensity of cooperation with
// firms, Q on the right last quarter's. Own and reachable stations count; of practising students,
// those of technical fields count technical_need times. At `saturation` students a station K is ½.
// T, K and C count in vocational tracks only; certificates do not enter. K and D, which capital
// money buys, count half under structures.capital_money: half. The reference is the log of the mean
// of exp(all terms before it) over the track's students in the nation, so that their mean Q in the
// reference year is 1. Evidence: spend_test, enterprise_exp_effect, certificate_effect,
// infra_effect, station_saturation, consortium_skill, edtech_skill_gain.
#pragma once

#include <algorithm>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/params/teaching.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

// Fields whose lessons need much equipment.
constexpr bool is_technical(Field field) {
    switch (field) {
        case Field::resources_environment_safety:
        case Field::energy_materials:
        case Field::civil_engineering:
        case Field::water:
        case Field::equipment_manufacturing:
        case Field::biology_chemicals:
        case Field::light_industry_textiles:
        case Field::transport:
        case Field::electronics_information:
            return true;
        default:
            return false;
    }
}

// What of a programme the equation looks at.
struct QualityTerms {
    double funding = 1.0;     // F: recurrent spending per student and year
    double experience = 0.0;  // T
    double practice = 0.0;    // K
    double digital = 0.0;     // D
    double partners = 0.0;    // C
    double platform = 0.0;
    double quality_before = 1.0;
    double crowding = 1.0;  // students per teacher over the norm
    double capital = 1.0;   // what a yuan of capital does against one of current money
};

inline double practice_capacity(double stations, double practising_students, double saturation) {
    if (practising_students <= 0.0) {
        return 1.0;
    }
    return std::min(1.0, stations * saturation / (2.0 * practising_students));
}

// Students of a field in practising ones: equipment-heavy fields need more.
inline double practice_need(const TeachingParams& params, Field field) {
    return is_technical(field) ? double{params.technical_need} : 1.0;
}

inline double experienced_teaching(double staff_share, double mentors) {
    return staff_share * (1.0 - mentors) + mentors;
}

// ln Q before the reference is taken off.
inline double log_quality(const TeachingParams& params, Track track, const QualityTerms& terms) {
    const double crowding = std::max(0.0, sim::elementary::log(std::max(0.1, terms.crowding)));
    double sum =
        params.funding_weight * sim::elementary::log(std::max(1.0, terms.funding)) +
        params.digital_weight * terms.capital * terms.digital - params.crowding_weight * crowding +
        params.platform_weight * terms.platform * (params.best_quality - terms.quality_before);
    if (is_vocational(track)) {
        sum += params.experience_weight * terms.experience +
               params.practice_weight * terms.capital * terms.practice +
               params.partner_weight * terms.partners;
    }
    return sum;
}

inline double course_currency(const TeachingParams& params, double course_age) {
    return sim::elementary::exp(-params.course_decay * course_age);
}

}  // namespace vocational
