// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/open_seats.hpp"

#include "sim/matching/apportion.hpp"

namespace vocational {

void OpenSeats::run(const sim::Tick& tick) {
    const sim::Stream stream = tick.stream(purpose());
    for (std::size_t t = 0; t < tracks; ++t) {
        const auto track = static_cast<Track>(t);
        sim::Rng rng = stream.at(sim::Identity{t}, tick.key());
        std::vector<std::uint32_t> bounds{0};
        std::vector<std::uint32_t> programmes;
        std::vector<double> entitlements;
        std::vector<double> offsets;
        const double offset = rng.uniform();
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            const double agents = planned_[track_cell(ProvinceId(p), track)] / setting_.scale;
            for (const std::uint32_t row : setting_.programmes(p, track)) {
                const ProgrammeId programme(row);
                programmes.push_back(row);
                entitlements.push_back(agents *
                                       static_cast<double>(school_share_[school_[programme]]) *
                                       static_cast<double>(programme_share_[programme]));
            }
            bounds.push_back(static_cast<std::uint32_t>(entitlements.size()));
            offsets.push_back(rng.uniform());
        }
        std::vector<std::int64_t> whole(entitlements.size());
        sim::apportion_groups(bounds, entitlements, offset, offsets, whole);
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            std::int64_t open = 0;
            for (std::uint32_t i = bounds[p]; i < bounds[p + 1]; ++i) {
                seats_[ProgrammeId(programmes[i])] = static_cast<std::int32_t>(whole[i]);
                open += whole[i];
            }
            open_[track_cell(ProvinceId(p), track)] = static_cast<std::int32_t>(open);
        }
    }
}

}  // namespace vocational
