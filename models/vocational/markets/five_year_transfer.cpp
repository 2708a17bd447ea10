// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/five_year_transfer.hpp"

#include "sim/matching/apportion.hpp"

namespace vocational {

std::vector<std::int64_t> FiveYearTransfer::recorded(const sim::Tick& tick) const {
    std::vector<double> entitlements(setting_.provinces());
    for (std::size_t p = 0; p < entitlements.size(); ++p) {
        entitlements[p] =
            recorded_[track_cell(ProvinceId(p), Track::secondary_vocational)] / setting_.scale;
    }
    std::vector<std::int64_t> places(entitlements.size());
    sim::Rng rng = tick.stream(purpose()).at(sim::Identity{0}, tick.key());
    sim::apportion(entitlements, rng.uniform(), places);
    return places;
}

void FiveYearTransfer::run(const sim::Tick& tick) {
    const bool is_recorded = rules_.is_recorded(tick.now().year());
    places_.fill(tick, purpose(), Promise::five_year,
                 is_recorded ? recorded(tick) : places_.promised(tick, Promise::five_year),
                 {Track::higher_vocational}, Entry::transfer);
}

}  // namespace vocational
