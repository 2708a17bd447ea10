// SPDX-License-Identifier: Apache-2.0
// The keys of a scenario file that are no model's own, declared like parameters, so that range,
// unit and meaning are written once for the loader, the schema and the pages.
#pragma once

#include <string>
#include <vector>

#include "sim/params/param_block.hpp"

namespace sim {

// Entries of the file itself, of `time` and of `output` that hold one number or flag.
struct RunKeys final : ParamBlock {
    SIM_PARAMS(RunKeys, "run", "How a scenario is run.");
    SIM_PARAM(int, replicates, 1, .range = {1, 100'000},
              .doc = "Independent runs with random numbers of their own.",
              .source = assumed("set by the scenario"));
    SIM_PARAM(int, spin_up_years, 0, .unit = unit::year, .range = {0, 50},
              .doc = "Years simulated before time.start and not recorded.",
              .source = assumed("set by the scenario"));
    SIM_PARAM(double, panel, 0.0, .unit = unit::share, .range = {0.0, 1.0},
              .doc = "Share of persons who are recorded one by one.",
              .source = assumed("set by the scenario"));
    SIM_PARAM(bool, spin_up, false, .doc = "Whether the spin-up years are recorded too.",
              .source = assumed("set by the scenario"));
    SIM_PARAM(bool, ledger, true, .doc = "Whether flows of money and balances are recorded.",
              .source = assumed("set by the scenario"));
};

// Entries of a policy that every instrument has.
struct PolicyKeys final : ParamBlock {
    SIM_PARAMS(PolicyKeys, "policy", "What every instrument has.");
    SIM_PARAM(double, phase_in_years, 0.0, .unit = unit::year, .range = {0.0, 50.0},
              .doc = "Years over which the strength rises evenly to its full value.",
              .source = assumed("set by the scenario"));
    SIM_PARAM(double, strength, 1.0, .unit = unit::ratio, .range = {0.0, 10.0},
              .doc = "Multiplies the instrument's effect and cost; 0 acts as if it were absent.",
              .source = assumed("set by the scenario"));
};

struct BudgetKeys final : ParamBlock {
    SIM_PARAMS(BudgetKeys, "budget", "A ceiling on what a policy, or all of them, may spend.");
    SIM_PARAM(double, amount, 0.0, .unit = unit::yuan_per_year, .range = {0.0, 1e15},
              .doc = "Most that the payer may spend on it in a year.",
              .source = assumed("set by the scenario"));
};

// The keys of each map, in the order in which they are written.
inline const std::vector<std::string> scenario_keys{
    "model",      "title",      "extends",    "data",     "seed",   "time",  "scale",
    "replicates", "parameters", "structures", "policies", "budget", "output"};
inline const std::vector<std::string> time_keys{"start", "end", "spin_up_years"};
inline const std::vector<std::string> output_keys{"panel", "checkpoint_every", "spin_up", "ledger",
                                                  "only"};
inline const std::vector<std::string> policy_keys{"instrument",     "label",    "pilot",
                                                  "where",          "start",    "end",
                                                  "phase_in_years", "strength", "budget"};
inline const std::vector<std::string> budget_keys{"payer", "amount"};
inline constexpr std::string_view budget_expected = "expected {payer: NAME, amount: 1e9 CNY2022/a}";

// Parameters with this prefix stand under `structures:` in scenario files.
inline constexpr std::string_view structures_prefix = "structures";
// An instrument's list of `where` keys names a measure that it can be limited by as
// "below.MEASURE".
inline constexpr std::string_view below_prefix = "below.";

inline constexpr const char* quarter_pattern = "^[0-9]{4}Q[1-4]$";
inline constexpr const char* scale_pattern = "^1:[1-9][0-9]{0,8}$";
inline constexpr const char* label_pattern = "^[A-Za-z0-9_-]{1,64}$";
inline constexpr const char* interval_pattern = "^[1-9][0-9]?[yq]$";

}  // namespace sim
