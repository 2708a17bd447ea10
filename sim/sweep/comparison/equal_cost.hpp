// SPDX-License-Identifier: Apache-2.0
// Rescales the strengths of alternatives so that they cost the same: one factor for all policies by
// which an alternative goes beyond the base, found by false position on few replicates with common
// random numbers.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/load.hpp"
#include "sim/sweep/comparison/options.hpp"
#include "sim/sweep/headline.hpp"
#include "sim/sweep/run_local.hpp"

namespace sim {

struct CostRule {
    static constexpr int replicates = 3;         // or as many as the comparison has
    static constexpr double tolerance = 0.01;    // of the cost to be reached
    static constexpr int most_trials = 15;       // of each alternative
    static constexpr double most_strength = 10;  // what a policy accepts (scenario_keys.hpp)
};

// The search for one factor: costs at factors tried so far, and the next to try. Cost is 0 at 0.
class FactorSearch {
  public:
    // `most` is the largest factor allowed.
    FactorSearch(double target, double most) : target_(target), most_(most) {}

    void add(double factor, double cost);
    // None when the best is within tolerance, or no better one can be found.
    std::optional<double> next() const;
    bool is_reached() const;
    // That came closest.
    double best_factor() const { return best_factor_; }
    double best_cost() const { return best_cost_; }
    int trials() const { return trials_; }
    // Why it cannot succeed; empty while it may.
    std::string obstacle() const;

  private:
    double target_;
    double most_;
    // The tried factors next below and above the target cost, with cost less target; the weights
    // halve the side that stays (Illinois).
    double low_ = 0.0, low_gap_ = 0.0;
    double high_ = 0.0, high_gap_ = 0.0;
    int same_side_ = 0;  // times in a row that the high (+) or low (−) end moved
    bool has_high_ = false;
    double best_factor_ = 0.0, best_cost_ = 0.0;
    double cost_at_one_ = 0.0;
    int trials_ = 0;
};

// Rescales scenarios 1 … of `scenarios` in place. Throws UserError, about all alternatives at once,
// where a cost cannot be reached. Returns nothing if it was stopped.
std::optional<std::vector<CostMatch>> equalise_costs(std::vector<LoadedScenario>& scenarios,
                                                     const std::vector<std::string>& labels,
                                                     std::optional<double> cost,
                                                     const ModelCatalogue& models,
                                                     const LocalOptions& options);

}  // namespace sim
