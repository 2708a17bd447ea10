// SPDX-License-Identifier: Apache-2.0
// 4.9 What each kind of contract means to a firm, in shares of the yearly wage: the recorded mean
// of its province and sector. With parameters of params/training.hpp
//   cost = gross_cost · intensity of the kind,  output = cost · output_ratio
//   MP − w = wage_compression
//   poaching = poaching_rate · (1 − own share of the sector's jobs in the city)
//   retention = order_place_prob (interns: internship_place_prob) · (1 − poaching)
//   hiring cost saved = hiring_cost · (1 + hiring_cost_age_slope · years that posts stood open)
//                       · (1 − hiring_cost_saving · strength of the alliance)
//   taste = taste_mean + taste_spread · N(0, 1), drawn once a firm, + peer_weight · share of the
//           city's firms of the sector that trained last year
// Evidence: app_gross_cost, app_offset_ratio, order_specificity, train_skill_gain.
#pragma once

#include <algorithm>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/params/training.hpp"
#include "models/vocational/training/training_value.hpp"

namespace vocational {

inline constexpr int contract_years = 3;

// Part of a student's time that is the firm's.
inline double intensity_of(const TrainingParams& params, ContractKind kind) {
    switch (kind) {
        case ContractKind::none:
            return 0.0;
        case ContractKind::order_class:
            return params.order_class_intensity;
        case ContractKind::apprenticeship:
            return 1.0;
        case ContractKind::joint_enrolment:
            return params.joint_enrolment_intensity;
        case ContractKind::commissioned_training:
            return params.commissioned_intensity;
        case ContractKind::internship:
            return params.internship_intensity;
    }
    return 0.0;
}

// Gross cost of a year ÷ wage.
inline double cost_of(const TrainingParams& params, ContractKind kind) {
    return params.gross_cost * intensity_of(params, kind);
}

inline double output_ratio_of(const TrainingParams& params, ContractKind kind) {
    return kind == ContractKind::commissioned_training ? params.commissioned_output_ratio()
           : kind == ContractKind::internship          ? params.internship_output_ratio()
                                                       : params.output_ratio();
}

// Chance that a completer whom no rival hires away takes a post in the firm.
inline double place_probability(const TrainingParams& params, ContractKind kind) {
    return kind == ContractKind::internship ? params.internship_place_prob()
                                            : params.order_place_prob();
}

// Chance that rivals hire a completer away: they hold what the firm does not of the local jobs. In
// a thin cell a firm can have more than the cell's jobs; it then has no rivals.
inline double poaching_of(const TrainingParams& params, double own_share) {
    return params.poaching_rate * std::max(0.0, 1.0 - own_share);
}

// A certificate goes with what is taught under common standards.
constexpr bool is_certified_kind(ContractKind kind) {
    return kind == ContractKind::apprenticeship || kind == ContractKind::joint_enrolment;
}

// What of a firm enters its calculation.
struct Trainer {
    double own_share;    // of the jobs of its sector and city
    double vacancy_age;  // quarters
    double alliance;     // strength, 0 to 1
    double peers;        // share of the local sector's firms that train
    double taste;        // standard normal
};

inline TrainingTerms terms_of(const TrainingParams& params, ContractKind kind,
                              const Trainer& firm) {
    TrainingTerms terms;
    terms.years = contract_years;
    terms.yearly_cost = cost_of(params, kind);
    terms.yearly_output = terms.yearly_cost * output_ratio_of(params, kind);
    terms.poaching = poaching_of(params, firm.own_share);
    terms.poaching_loss = params.poaching_loss;
    terms.retention = place_probability(params, kind) * (1.0 - terms.poaching);
    terms.hiring_cost_saved = params.hiring_cost *
                              (1.0 + params.hiring_cost_age_slope * 0.25 * firm.vacancy_age) *
                              (1.0 - params.hiring_cost_saving * firm.alliance);
    terms.yearly_gain = params.wage_compression;
    terms.tenure_years = params.tenure_years;
    terms.taste =
        params.taste_mean + params.taste_spread * firm.taste + params.peer_weight * firm.peers;
    return terms;
}

}  // namespace vocational
