// SPDX-License-Identifier: Apache-2.0
// What a comparison computes beside outcomes and effects. Kept in the result file as text, so that
// a run that was stopped goes on with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace sim {

// Replicates are added until the interval of a headline measure is no wider than ± this.
struct PrecisionTarget {
    std::string measure;
    double half_width;
    bool operator==(const PrecisionTarget&) const = default;
};

// How the strengths of one alternative's policies were rescaled for its cost.
struct CostMatch {
    std::string scenario;
    double factor;   // of the strengths; 1 of the alternative that sets the cost
    double target;   // of the effect on the model's cost measure
    double reached;  // mean over the replicates tried
    int replicates;
    int trials;  // strengths that were tried
    bool operator==(const CostMatch&) const = default;
};

struct ComparisonOptions {
    bool attribute = false;
    std::vector<std::string> freeze{};  // names of feedbacks
    std::vector<PrecisionTarget> until_precise{};
    bool equal_cost = false;
    std::optional<double> cost{};           // to be reached; none: the first alternative's
    std::vector<CostMatch> cost_matches{};  // once they were found

    bool operator==(const ComparisonOptions&) const = default;
    // Empty if nothing is asked for.
    std::string text() const;
    // Throws UserError if it is no such text.
    static ComparisonOptions of_text(const std::string& text);
};

}  // namespace sim
