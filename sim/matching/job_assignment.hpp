// SPDX-License-Identifier: Apache-2.0
// Who is hired in one cell of a labour market. The number of hires follows the urn-ball law on
// people; agents stand for several people each, and the fraction of an agent is settled by a
// uniform number, so expected hires in people are the same at every scale. Draws nothing itself,
// allocates nothing; cells may be worked on at the same time.
#pragma once

#include <cstdint>
#include <span>

namespace sim {

// `random`: every seeker has the same chance (vacancies pick blindly); `ranked`: the best go first.
enum class HiringMode { random, ranked };

struct JobCell {
    double seekers;           // people who apply here; may be an expectation
    double vacancies;         // jobs
    double people_per_agent;  // at least 1
};

// Candidates of a cell, one row each; also serves to choose which vacancies are filled.
struct Candidates {
    std::span<const float> score;             // higher goes first in ranked mode; never NaN
    std::span<const std::uint64_t> lottery;   // lower goes first among equals, or among all
    std::span<const std::uint64_t> identity;  // last resort, lower first; distinct
};

// Hires to expect, in agents.
double expected_hires(const JobCell& cell);

// A whole number with the given expectation: the fraction x of one counts if uniform < x.
// uniform in [0, 1).
std::uint32_t whole_hires(double expected, double uniform);

// Writes the rows of the first `count` candidates to the front of `order`, best first. `order` has
// a place for each candidate; what follows the first `count` is unspecified. Linear in candidates.
void choose_candidates(const Candidates& candidates, HiringMode mode, std::uint32_t count,
                       std::span<std::uint32_t> order);

// Both steps: returns the number of hires, whose rows stand at the front of `order`. Never more
// than there are candidates, nor than vacancies rounded up to whole agents. In random mode each of
// n candidates is hired with probability expected_hires / n, whatever the scale.
std::uint32_t assign_jobs(const JobCell& cell, const Candidates& candidates, HiringMode mode,
                          double uniform, std::span<std::uint32_t> order);

}  // namespace sim
