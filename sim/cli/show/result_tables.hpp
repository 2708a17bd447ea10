// SPDX-License-Identifier: Apache-2.0
// The tables of headline values that run and compare print, for people and as JSON.
#pragma once

#include <string>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/sweep/comparison/headline_effect.hpp"
#include "sim/sweep/headline.hpp"

namespace sim {

struct ResultTable {
    const ResultHeader& header;
    const HeadlineRule& rule;
    const HeadlineTable& values;

    // Mean and interval of each measure in scenario 0.
    std::string run_text() const;
    std::string run_json() const;
    // The base's means and each alternative's paired differences.
    std::string compare_text() const;
    std::string compare_json() const;
    // Quarters, replicates and labels that are pooled; a line.
    std::string caption() const;
};

// "3 %"; "–" if missing.
std::string people_percent(double share);
// "+500"; a loss has its own sign.
std::string people_effect(double difference);

}  // namespace sim
