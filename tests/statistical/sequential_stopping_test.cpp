// SPDX-License-Identifier: Apache-2.0
// What docs/guides/compare.md says of stopping when an interval is narrow: the interval that
// stopped it covers the truth a little less often than 95 %.
#include <cmath>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"
#include "sim/sweep/comparison/precision.hpp"

namespace sim::testing {
namespace {

constexpr int repeats = 4000;

struct Stopped {
    double coverage;
    double replicates;  // mean
};

// Draws are standard normal, so that their mean is 0.
Stopped stopped_at(double half_width) {
    const std::vector<RecordedVariable> variables{{"outcome", unit::none, {}, "", false, true, {}}};
    const PrecisionRule rule({{"outcome", half_width}}, HeadlineRule(variables, {}), {});
    int covered = 0;
    double all = 0.0;
    for (std::uint64_t repeat = 0; repeat < repeats; ++repeat) {
        Rng rng(20221221, Identity{repeat}, 0);
        HeadlineTable values(1);
        int replicates = 0;
        do {
            replicates = PrecisionRule::next_look(replicates, PrecisionRule::default_most);
            while (values.front().size() < static_cast<std::size_t>(replicates)) {
                values.front().push_back({rng.normal()});
            }
        } while (replicates < PrecisionRule::default_most && !rule.is_met(values));
        const Estimate mean = headline_mean(values.front(), 0);
        covered += mean.low <= 0.0 && mean.high >= 0.0 ? 1 : 0;
        all += replicates;
    }
    return {covered / double{repeats}, all / repeats};
}

TEST(SequentialStopping, CoversALittleLessThanNominal) {
    for (const double half_width : {0.7, 0.55, 0.4, 0.3, 0.2}) {
        const Stopped stopped = stopped_at(half_width);
        // Three standard errors of 4,000 repeats are 0.011.
        EXPECT_GT(stopped.coverage, 0.938 - 0.011) << half_width;
        EXPECT_LT(stopped.coverage, 0.95 + 0.011) << half_width;
        EXPECT_GE(stopped.replicates, PrecisionRule::first_look);
    }
    EXPECT_LT(stopped_at(0.7).replicates, stopped_at(0.3).replicates);
}

}  // namespace
}  // namespace sim::testing
