// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/pool_entry.hpp"

#include <algorithm>

#include "sim/random/sampling.hpp"

namespace vocational {

namespace {

struct Taker {
    std::uint64_t lottery;
    std::uint64_t identity;
    std::uint32_t row;
};

}  // namespace

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
    const double rate = static_cast<double>(posts.size()) / weights;
    const sim::Stream stream = tick.stream(purpose.part("pool"));
    std::vector<Taker> takers;
    for (const Jobless& person : jobless) {
        sim::Rng rng = stream.at(person.identity, tick.key());
        const double wish = rate * static_cast<double>(person.weight);
        if (rng.bernoulli(std::min<double>(params_.pool_entry_limit, wish))) {
            takers.push_back({rng.bits64(), person.identity.value, person.row});
        }
    }
    std::sort(takers.begin(), takers.end(), [](const Taker& a, const Taker& b) {
        return a.lottery != b.lottery ? a.lottery < b.lottery : a.identity < b.identity;
    });
    sim::Rng rng = tick.stream(purpose.part("pool post")).at(sim::Identity{city.row()}, tick.key());
    sim::draw::shuffle(rng, std::span(posts));
    for (std::size_t i = 0; i < std::min(takers.size(), posts.size()); ++i) {
        entrants.push_back({takers[i].row, FirmId(posts[i])});
    }
}

}  // namespace vocational
