// SPDX-License-Identifier: Apache-2.0
// 4.13 What money of other years is worth now:
//   PV = Σ flow(q) · (1 + r)^(−q/4), q quarters from now.
// Comparisons make of present values, alternative less base in the same replicate (comparison.cpp;
// evidence rows discount_rate, mvpf_adult, mvpf_child):
//   NPV = ΔPV(benefits) − ΔPV(public cost);  MVPF = ΔPV(benefits) ÷ ΔPV(public cost).
#pragma once

#include "models/vocational/money/annuity.hpp"

namespace vocational {

// Worth, `quarters` earlier, of one yuan.
inline double discount_factor(double yearly_rate, int quarters) {
    return growth_factor(yearly_rate, -quarters / 4.0);
}

}  // namespace vocational
