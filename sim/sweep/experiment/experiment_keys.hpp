// SPDX-License-Identifier: Apache-2.0
// The keys of an experiment file, declared like parameters where they hold numbers, so that range
// and meaning are written once for the reader, the schema and the messages.
#pragma once

#include <string>
#include <vector>

#include "sim/params/param_block.hpp"

namespace sim {

struct DesignKeys final : ParamBlock {
    SIM_PARAMS(DesignKeys, "design", "Which points of the factors are run.");
    SIM_PARAM(int, points, 0, .range = {1, 1'000'000},
              .doc =
                  "lhs: points; sobol: base points, a power of two, each run factors + 2 times; "
                  "morris: trajectories, each run factors + 1 times; crossed: settings of the "
                  "parameters, an even number, each run under every combination of structures.",
              .source = assumed("set by the experiment file"));
    SIM_PARAM(int, levels, 4, .range = {2, 100},
              .doc = "Levels of the grid on which morris walks; even.",
              .source = assumed("four levels are the usual choice (Morris 1991)"));
    SIM_PARAM(int, structures, 0, .range = {0, 1'000'000},
              .doc =
                  "Combinations of structures that a crossed design draws at random; 0 or more "
                  "than there are: all.",
              .source = assumed("set by the experiment file"));
    SIM_PARAM(int, seed, 1, .range = {0, 2147483647},
              .doc = "Seed of the design alone; the model's random numbers follow the scenario's.",
              .source = assumed("set by the experiment file"));
};

inline const std::vector<std::string> experiment_keys{
    "title", "base", "scenarios", "factors", "design", "replicates", "measures"};
inline const std::vector<std::string> design_keys{"kind", "points", "levels", "structures", "seed"};
inline const std::vector<std::string> factor_keys{"path", "name", "values", "range",
                                                  "distribution"};
inline const std::vector<std::string> measure_keys{"name", "outcome", "where", "time", "by"};

inline constexpr const char* coordinate_pattern = "^[a-z][a-z0-9_]{0,63}$";
inline constexpr std::size_t most_points = 1'000'000;

}  // namespace sim
