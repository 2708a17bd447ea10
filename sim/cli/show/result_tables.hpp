// SPDX-License-Identifier: Apache-2.0
// The tables of headline values that run and compare print, for people and as JSON.
#pragma once

#include <string>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/sweep/headline.hpp"

namespace sim {

// One replicate's value per measure of the rule, in its order.
using HeadlineValues = std::vector<double>;

struct ResultTable {
    const ResultHeader& header;
    const HeadlineRule& rule;
    const std::vector<std::vector<HeadlineValues>>& values;  // [scenario][replicate]

    // Mean and interval of each measure in scenario 0.
    std::string run_text() const;
    std::string run_json() const;
    // The base's means and each alternative's paired differences.
    std::string compare_text() const;
    std::string compare_json() const;
};

}  // namespace sim
