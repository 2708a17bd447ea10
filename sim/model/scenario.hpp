// SPDX-License-Identifier: Apache-2.0
// A resolved scenario: what a run needs, after files were layered and checked. Plain data; the
// loader makes it and the runner reads it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/quarter.hpp"
#include "sim/params/param.hpp"
#include "sim/policy/budget.hpp"

namespace sim {

struct PolicyEntry {
    std::string instrument;
    std::string label;
    std::map<std::string, std::vector<std::string>> where;  // dimension → labels, any of
    std::map<std::string, double> below;                    // measure → threshold
    Quarter start;
    Quarter end;
    double phase_in_years = 0.0;
    double strength = 1.0;
    std::optional<Budget> budget{};
    std::string pilot{};  // label of the pilot to which the measure belongs; empty if none
    std::map<std::string, ParamValue> parameters;  // every parameter of the instrument
    bool operator==(const PolicyEntry&) const = default;
};

struct OutputOptions {
    double panel = 0.0;  // share of persons in the panel
    bool spin_up = false;
    bool ledger = true;               // /ledger and /accounts, where the model keeps them
    std::vector<std::string> only{};  // outputs to record; empty = all
    int checkpoint_quarters = 0;      // between two checkpoints; 0 = none
    bool operator==(const OutputOptions&) const = default;
};

struct Scenario {
    std::string model;
    std::string title;
    std::string
        data;  // folder of the data tables, from the working folder; empty = the shipped one
    std::uint64_t seed = 1;
    Quarter start;
    Quarter end;  // last quarter included
    int spin_up_years = 0;
    std::int64_t scale = 1;  // people per agent
    int replicates = 1;
    std::map<std::string, ParamValue> parameters;  // every one, full names, structures included
    std::vector<PolicyEntry> policies;
    std::vector<Budget> budgets{};  // that the policies share; one of a payer
    OutputOptions output;

    // Policies that act: those of strength 0 are as if absent.
    std::size_t acting_policies() const {
        return static_cast<std::size_t>(
            std::count_if(policies.begin(), policies.end(),
                          [](const PolicyEntry& entry) { return entry.strength != 0.0; }));
    }
    Quarter first_quarter() const { return start - 4 * spin_up_years; }
    int quarters() const { return end - first_quarter() + 1; }
    // What a state may depend on before any policy acts: everything but policies, outputs, title
    // and the number of replicates. Models start from this part alone, so scenarios in which it is
    // the same share their past.
    Scenario origin() const;
    // The last quarter whose state is shared with all scenarios of the same origin, and needs not
    // be simulated again to be recorded: the end of spin-up, or the quarter before the first if a
    // policy acts or outputs record before time.start.
    Quarter fork_quarter() const;
    bool operator==(const Scenario&) const = default;
};

inline Scenario Scenario::origin() const {
    Scenario part = *this;
    part.title.clear();
    part.replicates = 1;
    part.policies.clear();
    part.budgets.clear();
    part.output = {};
    return part;
}

inline Quarter Scenario::fork_quarter() const {
    bool past_is_shared = !output.spin_up;
    for (const PolicyEntry& policy : policies) {
        past_is_shared = past_is_shared && (policy.strength == 0.0 || policy.start >= start);
    }
    return (past_is_shared ? start : first_quarter()) - 1;
}

}  // namespace sim
