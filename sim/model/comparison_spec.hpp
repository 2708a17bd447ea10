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

// Part of a change: a variable's change against the base, at the end or summed over quarters, and
// summed over the cells that headline values pool.
struct ChangeTerm {
    std::string variable;
    double factor = 1.0;
    bool over_time = false;
};

// What changes of variables say together: Σ of the gains, or that per unit of `per`.
struct ChangeMeasure {
    std::string name;
    std::string unit;
    std::string doc;
    std::vector<ChangeTerm> gains;
    // Empty, or one term: there is no ratio unless its interval lies above zero.
    std::vector<ChangeTerm> per{};
};

struct ComparisonSpec {
    std::vector<ComparisonColumn> columns{};
    std::string cost{};  // the headline variable that --equal-cost makes equal
    // The key of a policy's `where` and the dimension of outcomes that have the same labels: what
    // lies outside tells of spillovers.
    std::string where{};
    std::string dimension{};
    std::vector<ChangeMeasure> changes{};
};

}  // namespace sim
