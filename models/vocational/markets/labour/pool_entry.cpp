// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/pool_entry.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/sampling.hpp"

namespace vocational {

void PoolEntry::choose(const sim::Tick& tick, sim::Purpose purpose, CityId city,
                       const FirmColumns& firms, std::span<const Jobless> jobless,
                       std::vector<PoolEntrant>& entrants) const {
    entrants.clear();
    std::vector<std::uint32_t> posts;
    const RowRange range = setting_.firms_in[city.row()];
    for (std::uint32_t f = range.begin; f < range.end; ++f) {
        if (firms.is_pool[f] != 0) {
            posts.insert(posts.end(), firms.open_posts(f), f);
        }
    }
    double weights = 0.0;
    for (const Jobless& person : jobless) {
        weights += static_cast<double>(person.weight);
    }
    if (posts.empty() || !(weights > 0.0)) {
        return;
    }
    // A systematic sample with these chances, so that scatter leaves no place empty.
    const double rate = static_cast<double>(posts.size()) / weights;
    sim::Rng rng = tick.stream(purpose.part("pool post")).at(sim::Identity{city.row()}, tick.key());
    sim::draw::shuffle(rng, std::span(posts));
    double sum = rng.uniform();
    for (const Jobless& person : jobless) {
        const double after = sum + std::min<double>(params_.pool_entry_limit,
                                                    rate * static_cast<double>(person.weight));
        if (std::floor(after) > std::floor(sum) && entrants.size() < posts.size()) {
            entrants.push_back({person.row, FirmId(posts[entrants.size()])});
        }
        sum = after;
    }
}

}  // namespace vocational
