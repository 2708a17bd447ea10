// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/crossed_design.hpp"

#include <algorithm>
#include <set>

#include "sim/core/contract.hpp"
#include "sim/random/rng.hpp"

namespace sim {

namespace {

constexpr std::size_t most_combinations = std::size_t{1} << 31U;  // that one draw can tell apart

// Numbers of combinations, in order: all, or some of them at random, none twice.
std::vector<std::size_t> chosen_combinations(const DesignSpec& spec, std::size_t all,
                                             std::size_t wanted) {
    std::set<std::size_t> chosen;
    if (wanted == all) {
        for (std::size_t c = 0; c < all; ++c) {
            chosen.insert(c);
        }
    } else {
        // Floyd's way: every subset of that size is as likely as any other.
        Rng rng = Stream(spec.seed, 0, Purpose("design/structures")).at(Identity{0}, 0);
        for (std::size_t last = all - wanted; last < all; ++last) {
            const std::size_t drawn = rng.below(static_cast<std::uint32_t>(last + 1));
            chosen.insert(chosen.contains(drawn) ? last : drawn);
        }
    }
    return {chosen.begin(), chosen.end()};
}

}  // namespace

std::size_t combinations_of(const StructureLevels& levels) {
    std::size_t all = 1;
    for (const std::size_t count : levels) {
        all *= std::max<std::size_t>(count, 1);
        if (all >= most_combinations) {
            return 0;
        }
    }
    return all;
}

std::size_t structures_of_design(const DesignSpec& spec, const StructureLevels& levels) {
    const std::size_t all = combinations_of(levels);
    return spec.structures == 0 ? all : std::min(spec.structures, all);
}

std::vector<UnitPoint> crossed_design(const DesignSpec& spec, const StructureLevels& levels) {
    SIM_EXPECT(spec.points % crossed_blocks == 0);
    const auto others =
        static_cast<std::size_t>(std::count(levels.begin(), levels.end(), std::size_t{0}));
    std::vector<UnitPoint> settings;
    for (std::size_t block = 0; block < crossed_blocks; ++block) {
        const Stream stream(spec.seed, static_cast<std::uint32_t>(block),
                            Purpose("design/crossed"));
        for (UnitPoint& point : latin_hypercube(stream, spec.points / crossed_blocks, others)) {
            settings.push_back(std::move(point));
        }
    }
    std::vector<UnitPoint> points;
    for (std::size_t number :
         chosen_combinations(spec, combinations_of(levels), structures_of_design(spec, levels))) {
        UnitPoint switches(levels.size(), 0.0);
        for (std::size_t k = levels.size(); k-- > 0;) {
            if (levels[k] > 0) {
                switches[k] = (static_cast<double>(number % levels[k]) + 0.5) /
                              static_cast<double>(levels[k]);
                number /= levels[k];
            }
        }
        for (const UnitPoint& setting : settings) {
            points.push_back(switches);
            for (std::size_t k = 0, other = 0; k < levels.size(); ++k) {
                if (levels[k] == 0) {
                    points.back()[k] = setting[other++];
                }
            }
        }
    }
    return points;
}

}  // namespace sim
