// SPDX-License-Identifier: Apache-2.0
// When there are replicates enough: the rule of --until-precise. It looks after fixed numbers of
// replicates, whatever ran first or on however many threads, so its verdict is the same anywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/comparison_spec.hpp"
#include "sim/sweep/comparison/headline_effect.hpp"
#include "sim/sweep/comparison/options.hpp"

namespace sim {

class PrecisionRule {
  public:
    // Intervals from fewer replicates are too unsure of their own width to stop by.
    static constexpr int first_look = 10;
    static constexpr int between_looks = 5;
    static constexpr int default_most = 200;  // where --replicates does not say

    // Measures go by the names of headline variables or by the titles of the model's columns;
    // throws UserError if there is none of a name.
    PrecisionRule(const std::vector<PrecisionTarget>& targets, const HeadlineRule& rule,
                  const ComparisonSpec& spec);

    // How many replicates to have before the first or the next look.
    static int next_look(int replicates, int most);

    // Half the width of the interval of one target in one alternative, or in the only scenario.
    struct Width {
        std::string measure;
        std::size_t scenario;
        double half_width;  // NaN if there is none
        double target;
        bool is_met() const { return half_width <= target; }
    };
    // `values` of replicates 0 … n − 1.
    std::vector<Width> widths(const HeadlineTable& values) const;
    bool is_met(const HeadlineTable& values) const;

  private:
    struct Target {
        std::size_t measure;
        std::string name;
        double half_width;
    };
    std::vector<Target> targets_;
};

}  // namespace sim
