// SPDX-License-Identifier: Apache-2.0
// How many members of a young cohort stand at which rung when the run begins, in people of the
// nation. Cohort k entered upper-secondary school k years before the first simulated quarter.
#pragma once

#include <vector>

#include "models/vocational/population/seat_rules.hpp"

namespace vocational {

// Where a member of a young cohort stands.
struct Rung {
    enum class Place { enrolled, completed };
    // Which part of the ability order it is filled from: bachelor places first, then the general
    // track's people, then the vocational ones; who is left has no more than lower secondary.
    enum class Block { bachelor, general, vocational };

    Place place;
    Block block;
    Track track;        // enrolled in, or completed last
    Track first_track;  // upper-secondary track taken at 15
    int duration;       // 4 × years of study done (enrolled), or quarters since completion
    double people;
    double five_year_places = 0.0;  // of these, with the promise of a college place
};

inline constexpr int young_cohorts = 7;

// The rungs of cohort k, 1 ≤ k ≤ young_cohorts, at the end of June of year `first_year`.
std::vector<Rung> rungs_of_cohort(int k, int first_year, const Records& records,
                                  const SeatRules& rules, const PersistenceParams& persistence);

}  // namespace vocational
