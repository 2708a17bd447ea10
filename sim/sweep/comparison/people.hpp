// SPDX-License-Identifier: Apache-2.0
// Winners and losers: each person under an alternative against the same person under the base in
// the same replicate. Whole agents are counted, so nothing depends on the order of runs.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/output/portrait.hpp"

namespace sim {

// People for each outcome and cell of the groups, both row-major. Persons that only one of the
// runs knows are in none of them.
PeopleCounts compare_people(const PeopleSpec& spec, const Portrait& base,
                            const Portrait& alternative, std::int64_t scale);

// Brings together the portraits of a replicate, in whatever order its runs end. A portrait is kept
// only while the other half of a pair is missing.
class PeoplePairs {
  public:
    struct Pair {
        std::size_t alternative;  // its number, from 1
        PeopleCounts counts;
    };

    PeoplePairs(PeopleSpec spec, std::int64_t scale, std::size_t scenarios, std::size_t replicates);

    const PeopleSpec& spec() const { return spec_; }
    // Whether a pair of that run has not been counted.
    bool misses(std::size_t scenario, std::size_t replicate) const;
    // Whether the portrait of that run is at hand, waiting for the other half of a pair.
    bool waits(std::size_t scenario, std::size_t replicate) const;
    // body(scenario, replicate, portrait) for all that are waiting.
    template <class Body>
    void for_waiting(Body&& body) const {
        for (const auto& [replicate, waiting] : waiting_) {
            if (waiting.base) {
                body(std::size_t{0}, replicate, *waiting.base);
            }
            for (const auto& [scenario, portrait] : waiting.alternatives) {
                body(scenario, replicate, portrait);
            }
        }
    }
    // Pairs that this portrait completes; they are kept too.
    std::vector<Pair> take(std::size_t scenario, std::size_t replicate, Portrait portrait);
    // A pair that was counted before.
    void put(std::size_t alternative, std::size_t replicate, PeopleCounts counts);
    // [alternative - 1][replicate]
    const std::vector<std::vector<PeopleCounts>>& counts() const { return counts_; }
    void cut(std::size_t replicates);
    std::size_t portraits_kept() const;

  private:
    struct Waiting {
        std::optional<Portrait> base{};
        std::map<std::size_t, Portrait> alternatives{};
    };

    PeopleSpec spec_;
    std::int64_t scale_;
    std::vector<std::vector<PeopleCounts>> counts_;
    std::map<std::size_t, Waiting> waiting_;  // by replicate
};

}  // namespace sim
