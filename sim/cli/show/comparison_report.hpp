// SPDX-License-Identifier: Apache-2.0
// What compare prints: the table of alternatives by the model's columns, and whatever else was
// asked for: frozen feedbacks, attribution, spillovers, equal costs, precision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/cli/show/console.hpp"
#include "sim/cli/show/people_table.hpp"
#include "sim/cli/show/result_tables.hpp"
#include "sim/model/comparison_spec.hpp"
#include "sim/sweep/comparison/attribution.hpp"
#include "sim/sweep/comparison/evaluation.hpp"
#include "sim/sweep/comparison/headline_effect.hpp"
#include "sim/sweep/comparison/options.hpp"
#include "sim/sweep/comparison/people.hpp"
#include "sim/sweep/comparison/precision.hpp"
#include "sim/sweep/comparison/spillover.hpp"

namespace sim {

struct ComparisonReport {
    const ResultHeader& header;  // replicates are those that were run
    const HeadlineRule& rule;
    const ComparisonSpec& spec;
    const ComparisonOptions& options;
    const PeoplePairs& people;  // without outcomes where the model compares nobody
    HeadlineTable values{};
    HeadlineTable frozen{};  // the base and the alternatives with frozen feedbacks; may be empty
    std::vector<AttributionResult> attributions{};
    std::optional<Spillover> spillover{};
    std::vector<EvaluatedChange> evaluation{};
    std::vector<PrecisionRule::Width> widths{};  // empty unless replicates were added until precise

    // Up to so many alternatives, or when verbose, each has its table of all measures.
    static constexpr std::size_t few = 3;
    std::string text(Verbosity verbosity) const;
    std::string json() const;
};

// The table of a run, and what was done about precision if replicates were added for it.
std::string run_text(const ResultTable& table, const std::vector<PrecisionRule::Width>& widths);
std::string run_json(const ResultTable& table, const std::vector<PrecisionRule::Width>& widths);

}  // namespace sim
