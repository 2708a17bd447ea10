// SPDX-License-Identifier: Apache-2.0
// From the record of a member to the numbers that an experiment keeps of it. Labels that a measure
// does not choose are those that headline tables pool.
#pragma once

#include <string>
#include <vector>

#include "sim/hdf5/member_shard.hpp"
#include "sim/sweep/experiment/experiment.hpp"
#include "sim/sweep/pooling.hpp"

namespace sim {

class MeasureRule {
  public:
    // The specs must fit; the reader has seen to it. `times` are the recorded quarters.
    MeasureRule(const std::vector<MeasureSpec>& specs,
                const std::vector<RecordedVariable>& variables,
                const std::vector<Dimension>& dimensions, std::vector<Quarter> times);

    // What shards hold; without an identity.
    MemberLayout layout() const;
    // By measure; NaN where nothing is there.
    std::vector<std::vector<double>> values(const Record& record) const;

    static constexpr std::size_t last_quarters = 4;

  private:
    struct Cell {
        Pooling pooling;
        std::vector<std::size_t> quarters;
    };

    void add(const MeasureSpec& spec, const std::vector<RecordedVariable>& variables,
             const std::vector<Dimension>& dimensions);
    std::vector<std::size_t> positions(const std::vector<Quarter>& quarters) const;

    std::vector<Quarter> times_;
    std::vector<MemberVariable> shapes_{};
    std::vector<std::vector<Cell>> cells_{};  // by measure
    std::vector<Dimension> used_{};
};

// One measure for each variable that headline tables show.
std::vector<MeasureSpec> headline_measures(const std::vector<RecordedVariable>& variables);

}  // namespace sim
