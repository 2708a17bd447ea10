// SPDX-License-Identifier: Apache-2.0
// A labelled axis of outcomes ("region", "track"): the labels are the coordinate in result files
// and the names that a policy's `where` accepts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/enum.hpp"

namespace sim {

struct Dimension {
    std::string name;
    std::vector<std::string> labels;
    std::string doc;
    // Labels that are pooled into headline values; empty = all.
    std::vector<std::string> headline{};
};

// The dimension whose labels are the enumerators of E.
template <class E>
Dimension dimension_of(std::string name, std::string doc) {
    return {std::move(name), {enum_names<E>.begin(), enum_names<E>.end()}, std::move(doc)};
}

}  // namespace sim
