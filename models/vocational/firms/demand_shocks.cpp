// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/demand_shocks.hpp"

#include <algorithm>
#include <cmath>

namespace vocational {

void DemandShocks::find(const sim::Tick& tick, sim::Purpose purpose, sim::Quarter base) {
    const double kept = params_.persistence;
    const double fresh = std::sqrt(1.0 - kept * kept);
    const sim::Stream stream = tick.stream(purpose.part("shocks"));
    const auto shock = [&](sim::Identity identity, double spread) {
        double value = 0.0;
        for (sim::Quarter q = base + 1; spread > 0.0 && q <= tick.now(); q = q + 1) {
            const auto key = static_cast<std::uint32_t>(q.index());
            value = kept * value + spread * fresh * stream.at(identity, key).normal();
        }
        return value;
    };
    const double common = shock(sim::Identity{provinces_ * sectors_}, params_.common_spread);
    values_.assign(provinces_ * sectors_, common);
    for (std::size_t cell = 0; cell < values_.size(); ++cell) {
        values_[cell] += shock(sim::Identity{cell}, params_.local_spread);
    }
}

}  // namespace vocational
