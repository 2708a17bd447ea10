// SPDX-License-Identifier: Apache-2.0
// How people and filled jobs of the initial state are put together in one place: pooled work to the
// older, less schooled and rural; the other jobs by level, so that levels match with noise; within
// a level of jobs most people get their own field if it is there. Draws nothing itself.
#pragma once

#include <cstdint>
#include <vector>

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/random/identity.hpp"

namespace vocational {

struct FirstSeeker {
    sim::Identity identity;
    std::uint32_t row;
    std::uint32_t lottery;
    float reluctance;  // to move elsewhere: the highest stay
    float pool_score;  // the highest do pooled work
    float ladder;      // the highest get the highest jobs
    Field field;
    bool wants_own_field;
};

// A job that is filled at the start.
struct FirstJob {
    enum class Kind : std::uint8_t { farm_pool, other_pool, formal };
    std::uint32_t firm;
    std::uint32_t number;  // inside the firm
    std::uint32_t lottery;
    Occupation occupation;
    Kind kind;
};

// Keeps as many of both as there are of the fewer; moves the others to the end of the left-over
// lists: people by reluctance, jobs by lottery.
void set_apart(std::vector<FirstSeeker>& seekers, std::vector<FirstJob>& jobs,
               std::vector<FirstSeeker>& seekers_left, std::vector<FirstJob>& jobs_left);

// Brings both, equally many, into orders such that equal places belong together.
void pair_up(std::vector<FirstSeeker>& seekers, std::vector<FirstJob>& jobs);

}  // namespace vocational
