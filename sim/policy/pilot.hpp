// SPDX-License-Identifier: Apache-2.0
// Where and when a pilot runs. An instrument that is a pilot fills it each quarter before the
// measures that belong to it act; they act inside it alone.
#pragma once

#include <string>
#include <vector>

#include "sim/core/quarter.hpp"

namespace sim {

struct PilotArea {
    Quarter start;
    Quarter end;       // last quarter of the pilot
    bool rolls_out{};  // the measures go on everywhere after it
    std::string dimension{};
    std::vector<bool> places{};  // of the dimension; those in which the measures act now

    bool covers(std::string_view of, std::size_t label) const {
        return of != dimension || (label < places.size() && places[label]);
    }
};

}  // namespace sim
