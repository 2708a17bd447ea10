// SPDX-License-Identifier: Apache-2.0
// What comparisons of a model's scenarios show and rest on, by the names of its outputs.
#pragma once

#include <string>
#include <vector>

namespace sim {

// A column of the table of many alternatives.
struct ComparisonColumn {
    std::string title;    // over the column
    std::string measure;  // the headline variable that it shows
    // The variable with regions from which a part of them is pooled; empty if there is none.
    std::string regional{};
};

struct ComparisonSpec {
    std::vector<ComparisonColumn> columns{};
    std::string cost{};  // the headline variable that --equal-cost makes equal
    // The key of a policy's `where` and the dimension of outcomes that have the same labels: what
    // lies outside tells of spillovers.
    std::string where{};
    std::string dimension{};
};

}  // namespace sim
