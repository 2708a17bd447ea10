// SPDX-License-Identifier: Apache-2.0
// 4.9 The present value of one training place to a firm (E7), costs at the start of each year:
//   PV = Σ_(t < T) (1 + r)^−t [output − cost + subsidy + credit · min(cost, liability)]
//        + (1 + r)^−T [retention (hiring cost saved + Σ_(k < K) (1 + r)^−k (MP − w))
//                      − poaching · loss] + taste,
// T years of training, K years for which a retained person is counted on, MP − w productivity less
// wage, loss what a person hired away costs; what peers do is in the taste. Its terms by kind of
// contract: training/training_terms.hpp. Evidence rows app_gross_cost, app_return, app_net_cost.
#pragma once

#include <algorithm>

namespace vocational {

// Money per place, in any one unit.
struct TrainingTerms {
    int years = 3;
    double yearly_output = 0.0;
    double yearly_cost = 0.0;
    double yearly_subsidy = 0.0;
    double credit = 0.0;            // share of cost that comes off the firm's tax
    double yearly_liability = 0.0;  // cost of a year that the tax due covers
    double retention = 0.0;
    double hiring_cost_saved = 0.0;
    double yearly_gain = 0.0;  // productivity less wage of a retained person
    int tenure_years = 0;
    double poaching = 0.0;
    double poaching_loss = 0.0;
    double taste = 0.0;
};

// The sum of `amount` at the starts of `years` years.
inline double present_sum(double amount, int years, double rate) {
    double sum = 0.0;
    double weight = 1.0;
    for (int t = 0; t < years; ++t) {
        sum += weight * amount;
        weight /= 1.0 + rate;
    }
    return sum;
}

// Value at completion of one place's later benefits and losses.
inline double value_at_completion(const TrainingTerms& terms, double rate) {
    return terms.retention * (terms.hiring_cost_saved +
                              present_sum(terms.yearly_gain, terms.tenure_years, rate)) -
           terms.poaching * terms.poaching_loss;
}

inline double training_value(const TrainingTerms& terms, double rate) {
    const double yearly = terms.yearly_output - terms.yearly_cost + terms.yearly_subsidy +
                          terms.credit * std::min(terms.yearly_cost, terms.yearly_liability);
    double weight = 1.0;
    for (int t = 0; t < terms.years; ++t) {
        weight /= 1.0 + rate;
    }
    return present_sum(yearly, terms.years, rate) + weight * value_at_completion(terms, rate) +
           terms.taste;
}

// Places offered over those planned where firms put a share off until support rises as foreseen:
// 1 − s before, 1 + s after, an apparent gap of 2s / (1 − s) without any net effect.
inline double shifting_factor(double share, bool rises_next_year, bool rose_as_foreseen) {
    return rises_next_year ? 1.0 - share : rose_as_foreseen ? 1.0 + share : 1.0;
}

}  // namespace vocational
