// SPDX-License-Identifier: Apache-2.0
// What each policy of a bundle contributes to its effect. Policies are players, a coalition is the
// base with some of them: the effect of one alone (one in), what the bundle loses without it (one
// out), and Shapley shares, which add up to the bundle's effect in every replicate. Bundles of few
// policies are run in every combination; of larger ones each replicate draws orders of its own, so
// that the cost is bounded and the mean over replicates sees many orders.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/scenario/load.hpp"
#include "sim/statistics/shapley.hpp"
#include "sim/sweep/comparison/headline_effect.hpp"

namespace sim {

struct PolicyShare {
    std::string policy;  // label
    Estimate one_in;
    Estimate one_out;
    Estimate shapley;
    // Standard error of the mean that comes of drawing orders; 0 where all combinations were run.
    double sampling_error;
};

struct MeasureAttribution {
    Estimate bundle;
    std::vector<PolicyShare> policies;
};

class Attribution {
  public:
    // Up to so many policies every combination is run.
    static constexpr std::size_t most_exact = 6;
    // Beyond, runs of a replicate that go into orders, besides those of one policy in or out; two
    // pairs of orders at least, or there is no telling the sampling error.
    static constexpr std::size_t runs_for_orders = 64;
    static constexpr std::size_t least_pairs = 2;

    // Throws UserError if the alternative differs from the base in more than policies, or by more
    // policies than can be told apart.
    Attribution(const LoadedScenario& base, const LoadedScenario& alternative);

    const std::vector<std::string>& policies() const { return policies_; }
    bool is_exact() const { return policies_.size() <= most_exact; }
    std::size_t pairs() const;  // of orders, in each replicate; 0 if it is exact
    // Coalitions to run in a replicate; neither nobody nor everybody is among them.
    std::vector<Coalition> coalitions(std::uint32_t replicate) const;
    LoadedScenario scenario_of(Coalition coalition) const;

    void keep(std::uint32_t replicate, Coalition coalition, HeadlineValues values);
    // Over the replicates 0 … n − 1, whose runs were all kept.
    MeasureAttribution result(const std::vector<HeadlineValues>& base,
                              const std::vector<HeadlineValues>& alternative,
                              std::size_t measure) const;

  private:
    std::vector<OrderPair> orders(std::uint32_t replicate) const;

    const LoadedScenario& base_;
    const LoadedScenario& alternative_;
    std::vector<std::string> policies_;
    std::map<std::pair<std::uint32_t, Coalition>, HeadlineValues> values_;
};

// One alternative's results by measure, under its label.
struct AttributionResult {
    std::string scenario;
    std::size_t pairs;  // of orders in each replicate; 0 if every combination was run
    std::vector<MeasureAttribution> measures;
};

// /attribution/one_in, one_out and shapley, each with _low and _high, and shapley_sampling_error:
// variables named like the measures over `scenario` and `policy`; NaN where a scenario has no such
// policy.
std::vector<ResultGroup> attribution_groups(const HeadlineRule& rule,
                                            const std::vector<AttributionResult>& results);

}  // namespace sim
