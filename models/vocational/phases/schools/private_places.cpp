// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/private_places.hpp"

#include "sim/random/elementary.hpp"

namespace vocational {

void PrivatePlaces::run(const sim::Tick& tick) {
    if (tick.now() < tick.start()) {
        return;  // history is recorded
    }
    tick.executor().for_rows(setting_.provinces(), 1, [&](std::size_t p) {
        for (std::size_t t = 0; t < tracks; ++t) {
            react(ProvinceId(p), static_cast<Track>(t));
        }
    });
}

void PrivatePlaces::react(ProvinceId province, Track track) {
    const TrackCellId cell = track_cell(province, track);
    if (seats_[cell] <= 0) {
        return;
    }
    const double filling = static_cast<double>(intake_[cell]) / seats_[cell];
    const double growth =
        sim::elementary::exp(params_.private_response * (filling - params_.usual_filling));
    const RowRange cities = setting_.cities_of[province.row()];
    const auto for_schools = [&](auto&& body) {
        for (std::size_t city = cities.begin; city < cities.end; ++city) {
            const RowRange range = setting_.schools(CityId(city), track);
            for (std::size_t s = range.begin; s < range.end; ++s) {
                body(SchoolId(s));
            }
        }
    };
    const auto is_private = [&](SchoolId school) {
        return hands_of(ownership_[school]) == Hands::private_hands;
    };
    double before = 0.0;
    double after = 0.0;
    for_schools([&](SchoolId school) {
        const auto share = static_cast<double>(share_[school]);
        before += share;
        after += is_private(school) ? growth * share : share;
    });
    if (after <= 0.0) {
        return;
    }
    for_schools([&](SchoolId school) {
        double factor = before / after;
        if (is_private(school)) {
            // Paid for beside the rule, so nobody else's.
            factor *= growth * sim::elementary::exp(static_cast<double>(further_growth_[school]));
        }
        share_[school] = static_cast<float>(static_cast<double>(share_[school]) * factor);
    });
}

}  // namespace vocational
