// SPDX-License-Identifier: Apache-2.0
// 4.10 Directed search (E5): a seeker tries occupation j of a city with probability
// q_j ∝ v_j·A_ij, where v_j are its open posts and A is the product of own_field_weight if the
// job's field is the own, and level_gap_weight or upward_weight for each level below or above the
// own.
#pragma once

#include <array>
#include <optional>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/params/labour.hpp"

namespace vocational {

// Open posts of a city by occupation.
struct Openings {
    std::array<std::int32_t, occupations> posts{};
    std::array<std::int32_t, job_levels> of_level{};

    void clear() { *this = {}; }
    void add(Occupation occupation) {
        ++posts[occupation.number];
        ++of_level[sim::index_of(occupation.level())];
    }
    void take(Occupation occupation, std::int32_t count) {
        posts[occupation.number] -= count;
        of_level[sim::index_of(occupation.level())] -= count;
    }
};

class JobSearch {
  public:
    JobSearch() = default;
    explicit JobSearch(const LabourParams& params);

    // A for one pair of schooling and occupation.
    double weight(Level level, Field own, Occupation occupation) const;
    // Where the seeker applies; `u` uniform in (0, 1). None if nothing open has weight.
    std::optional<Occupation> choose(const Openings& openings, Level level, Field own,
                                     double u) const;
    // Likelihood of taking up elementary work, relative to the lowest level of schooling.
    double elementary_weight(Level level) const { return level_weight(level, 0); }

  private:
    double level_weight(Level level, std::size_t job_level) const {
        return level_weight_[sim::index_of(level) * job_levels + job_level];
    }

    double own_field_weight_ = 1.0;
    std::array<double, levels * job_levels> level_weight_{};
};

}  // namespace vocational
