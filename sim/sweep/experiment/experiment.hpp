// SPDX-License-Identifier: Apache-2.0
// An experiment as plain data: what is varied and how, what is measured, how often each point is
// run.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/params/param.hpp"
#include "sim/sweep/experiment/design.hpp"
#include "sim/sweep/selection.hpp"

namespace sim {

// How a value lies in a factor's range. log_uniform: the logarithm is uniform; triangular: most
// likely in the middle; normal: the range is two standard deviations to either side, and nothing
// lies beyond it.
enum class Distribution { uniform, log_uniform, triangular, normal };

// Something that is varied: the scenario itself (empty path) or what a --set path names.
struct Factor {
    std::string name{};  // of its coordinate
    std::string path{};  // "parameters.…", "structures.…", "policies.LABEL.…"; empty: the scenario
    std::string unit{};
    std::string doc{};
    ParamKind kind = ParamKind::choice;
    // Either levels, or a range for numbers and whole numbers.
    std::vector<ParamValue> levels{};
    Range range{};
    Distribution distribution = Distribution::uniform;

    bool has_range() const { return levels.empty(); }
};

// What is kept of a member: cells and quarters of a variable as one number, or as an array over the
// dimensions named in `by`, of which `time` may be one.
struct MeasureSpec {
    std::string name{};
    Selection of{};  // no quarters: the last four
    std::vector<std::string> by{};
    bool operator==(const MeasureSpec&) const = default;
};

// Where structures stand among paths.
inline constexpr std::string_view structure_path = "structures.";

struct Experiment {
    std::string title{};
    std::vector<std::string> scenarios{};  // labels, the base first
    std::vector<Factor> factors{};         // without the scenario
    DesignSpec design{};
    int replicates = 1;
    std::vector<MeasureSpec> measures{};
};

// By factor: how many levels it has if it is a structure, 0 for any other.
inline std::vector<std::size_t> structure_levels(const Experiment& experiment) {
    std::vector<std::size_t> levels;
    for (const Factor& factor : experiment.factors) {
        levels.push_back(factor.path.starts_with(structure_path) ? factor.levels.size() : 0);
    }
    return levels;
}

}  // namespace sim
