// SPDX-License-Identifier: Apache-2.0
// A choice of cells and quarters of one variable, as files name it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/core/quarter.hpp"

namespace sim {

struct Selection {
    std::string outcome{};
    std::map<std::string, std::vector<std::string>> where{};  // dimension → labels, any of
    std::vector<Quarter> quarters{};
    bool operator==(const Selection&) const = default;
};

}  // namespace sim
