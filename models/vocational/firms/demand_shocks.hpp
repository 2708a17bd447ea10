// SPDX-License-Identifier: Apache-2.0
// 4.8 Shocks to demand: log jobs wanted of province p and sector s move by x + y_ps,
//   x' = persistence · x + e,  sd(e) = common_spread · √(1 − persistence²),
// each quarter, and y_ps alike with local_spread; both start at 0 with the admission of the start
// year, whose rules the baseline holds, so the median path is that of no shocks. They are what
// moves unemployment and vacancies against each other. Sums of draws keyed by quarter, the same at
// every scale and under every policy: no state.
#pragma once

#include <vector>

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/params/demand.hpp"
#include "sim/schedule/clock.hpp"

namespace vocational {

class DemandShocks {
  public:
    DemandShocks(const DemandParams& params, std::size_t provinces, std::size_t sectors)
        : params_(params), provinces_(provinces), sectors_(sectors) {}

    // Those of the tick's quarter; `base` is the admission of the start year.
    void find(const sim::Tick& tick, sim::Purpose purpose, sim::Quarter base);
    // Log points.
    double operator()(ProvinceId province, std::size_t sector) const {
        return values_[province.row() * sectors_ + sector];
    }

  private:
    const DemandParams& params_;
    std::size_t provinces_;
    std::size_t sectors_;
    std::vector<double> values_;  // [province][sector]
};

}  // namespace vocational
