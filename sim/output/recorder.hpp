// SPDX-License-Identifier: Apache-2.0
// Calls every output once a tick and keeps what they say until the writer takes it.
#pragma once

#include <memory>
#include <vector>

#include "sim/output/record.hpp"

namespace sim {

class Recorder {
  public:
    // `dimensions` must name every dimension of every output.
    Recorder(const std::vector<std::unique_ptr<Output>>& outputs,
             const std::vector<Dimension>& dimensions);

    const std::vector<RecordedVariable>& variables() const { return variables_; }
    // Records one tick at the end of `into`. Throws ContractError at a value that no output may
    // have: one that is not finite, but for what is missing, or a share outside [0, 1].
    void record(const Tick& tick, Record& into);

  private:
    struct Plan {
        const Output* output;
        std::vector<Sink::Slab> slabs;
    };

    std::vector<Plan> plans_;
    std::vector<RecordedVariable> variables_;
};

// The variables that those outputs write, in order, companions included.
std::vector<RecordedVariable> recorded_variables(
    const std::vector<std::unique_ptr<Output>>& outputs);

}  // namespace sim
