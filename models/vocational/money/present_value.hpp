// SPDX-License-Identifier: Apache-2.0
// 4.13 What money of other years is worth now, and the marginal value of public funds (evidence
// rows mvpf_adult, mvpf_child):
//   PV = Σ flow(q) · (1 + r)^(−q/4), q quarters from now;  MVPF = PV(benefits) ÷ PV(net cost).
#pragma once

#include <limits>
#include <vector>

#include "models/vocational/money/annuity.hpp"

namespace vocational {

// Worth, `quarters` earlier, of one yuan.
inline double discount_factor(double yearly_rate, int quarters) {
    return growth_factor(yearly_rate, -quarters / 4.0);
}

// Worth now of flows in this quarter and the following ones.
inline double present_value(const std::vector<double>& flows, double yearly_rate) {
    double sum = 0.0;
    int quarter = 0;
    for (const double flow : flows) {
        sum += flow * discount_factor(yearly_rate, quarter++);
    }
    return sum;
}

// Willingness to pay per yuan of net public cost, both as present values. A policy that pays for
// itself has no finite value: infinity if it benefits anyone.
inline double marginal_value_of_public_funds(double benefits, double net_cost) {
    if (net_cost > 0.0) {
        return benefits / net_cost;
    }
    return benefits > 0.0 ? std::numeric_limits<double>::infinity()
                          : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace vocational
