// SPDX-License-Identifier: Apache-2.0
// The table that stands below those of run and compare where a scenario has a pilot: what an
// evaluation of the pilot would find, beside what is true.
#pragma once

#include <string>
#include <vector>

#include "sim/sweep/pilot_effects.hpp"

namespace sim {

struct PilotTable {
    const ResultHeader& header;
    const std::vector<PilotMeasure>& measures;
    std::vector<PilotResult> results;

    std::string text() const;
    // `table` is an object; the pilots become its entry `pilots`.
    std::string added_to_json(const std::string& table) const;
};

}  // namespace sim
