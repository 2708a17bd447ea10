// SPDX-License-Identifier: Apache-2.0
// A policy between its file and the finished scenario: period and instrument may still be open.
#pragma once

#include <memory>
#include <optional>

#include "sim/core/error.hpp"
#include "sim/policy/instrument.hpp"
#include "sim/scenario/builder.hpp"

namespace sim {

struct ScenarioBuilder::Draft {
    PolicyEntry entry{};
    Place place{};
    std::optional<Quarter> start{};
    std::optional<Quarter> end{};
    Place end_place{};
    Place pilot_place{};
    // None if the instrument's name is wrong: its keys cannot be checked then.
    std::unique_ptr<Instrument> instrument{};
};

}  // namespace sim
