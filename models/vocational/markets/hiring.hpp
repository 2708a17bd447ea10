// SPDX-License-Identifier: Apache-2.0
// 4.10 Matching inside the cells of the labour market (E5): how many are hired follows the urn-ball
// law, who is hired follows the hiring rule. Seekers arrive in a cell one by one and at random, so
// the finite law V (1 − (1 − 1/V)^U) of the U who came has the large-market law V (1 − exp(−s/V))
// of the s who were expected as its mean, at every scale; the large-market law of U itself would
// lose up to a sixth of the matches of thin cells.
#pragma once

#include <span>
#include <vector>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/params/structures.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/matching/job_assignment.hpp"

namespace vocational {

// A jobless person and the cell where she applies; none if no open post suits her.
struct Seeker {
    sim::Identity identity;
    std::uint64_t lottery;
    std::uint32_t row;
    JobCellId cell;
    float score;  // as firms see it; matters where they rank
};

// Hires to expect, in agents, when each of `seekers` tries one of `posts` at random.
double expected_hires(std::size_t seekers, std::size_t posts);

// All applications of a quarter, grouped by cell.
class Applications {
  public:
    // Sorts the seekers into `cells` cells, in the order given within each.
    void sort(std::span<const Seeker> seekers, std::size_t cells);

    std::size_t begin(JobCellId cell) const { return begin_[cell.row()]; }
    std::size_t count(JobCellId cell) const { return begin_[cell.row() + 1] - begin(cell); }
    std::uint32_t row(std::size_t place) const { return row_[place]; }
    sim::Identity identity(std::size_t place) const { return sim::Identity{identity_[place]}; }

    // The places of those who get one of the cell's posts, best first. `uniform` in [0, 1).
    // Different cells may be worked on at the same time.
    std::span<const std::uint32_t> hire(JobCellId cell, std::size_t posts, Hiring rule,
                                        double uniform);

  private:
    std::vector<std::size_t> begin_;  // by cell
    std::vector<std::size_t> next_;   // by cell, while sorting
    std::vector<std::uint32_t> row_;
    std::vector<std::uint64_t> identity_;
    std::vector<std::uint64_t> lottery_;
    std::vector<float> score_;
    std::vector<std::uint32_t> order_;
};

}  // namespace vocational
