// SPDX-License-Identifier: Apache-2.0
// 4.2 What a family can pay. Income is log-normal over the national percentile of status,
//   y(p) = median · exp(spread · Φ⁻¹((p + ½) / 100)),
// and a place is within its means if the yearly net cost is at most share · y and what can be
// borrowed for it: state loans above upper secondary (student_loan_limit), none at 15, and a loan
// that a policy offers. Evidence: student_loan_limit, student_loan_takeup.
#pragma once

#include <algorithm>
#include <array>

#include "models/vocational/params/choice.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/normal.hpp"

namespace vocational {

struct Family {
    double per_yuan;  // 1 / (y + k): what a yuan of cost weighs
    double means;     // most that it can pay a year out of its income
    double status;    // −½ to ½
    bool is_poorest;  // of the poorest fifth
    bool is_informed = false;
};

// One per phase and year: parameters do not change within a run.
class Families {
  public:
    static constexpr std::uint8_t percentiles = 100;

    explicit Families(const ChoiceParams& params) {
        for (std::size_t p = 0; p < of_.size(); ++p) {
            const double percentile = (static_cast<double>(p) + 0.5) / 100.0;
            const double income =
                params.household_income *
                sim::elementary::exp(params.income_spread * sim::normal_quantile(percentile));
            of_[p] = {1.0 / (income + params.income_floor), params.affordable_share * income,
                      percentile - 0.5, p < 20};
            mean_per_yuan_ += of_[p].per_yuan / 100.0;
            poorest_per_yuan_ += of_[p].is_poorest ? of_[p].per_yuan / 100.0 : 0.0;
        }
    }
    const Family& operator[](std::uint8_t percentile) const {
        return of_[std::min<std::size_t>(percentile, percentiles - 1)];
    }
    // Mean over all families of net cost over income.
    double mean_burden(double cost, double poor_grant) const {
        return cost * mean_per_yuan_ - poor_grant * poorest_per_yuan_;
    }

  private:
    std::array<Family, percentiles> of_{};
    double mean_per_yuan_ = 0.0;
    double poorest_per_yuan_ = 0.0;
};

}  // namespace vocational
