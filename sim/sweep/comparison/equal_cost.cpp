// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/equal_cost.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "sim/core/error.hpp"
#include "sim/scenario/variant.hpp"
#include "sim/sweep/estimate.hpp"
#include "sim/sweep/result_header.hpp"

namespace sim {

void FactorSearch::add(double factor, double cost) {
    if (trials_ == 0) {
        low_gap_ = -std::abs(target_);
        best_cost_ = std::numeric_limits<double>::infinity();
    }
    ++trials_;
    if (factor == 1.0) {
        cost_at_one_ = cost;
    }
    // Costs may be negative: what counts is how far they go towards the target.
    const double gap = target_ > 0.0 ? cost - target_ : target_ - cost;
    if (std::abs(cost - target_) < std::abs(best_cost_ - target_)) {
        best_factor_ = factor;
        best_cost_ = cost;
    }
    if (gap < 0.0) {
        low_ = factor;
        low_gap_ = gap;
        same_side_ = std::min(same_side_, 0) - 1;
        if (same_side_ < -1) {
            high_gap_ /= 2.0;
        }
    } else {
        high_ = factor;
        high_gap_ = gap;
        has_high_ = true;
        same_side_ = std::max(same_side_, 0) + 1;
        if (same_side_ > 1) {
            low_gap_ /= 2.0;
        }
    }
}

bool FactorSearch::is_reached() const {
    return trials_ > 0 && std::abs(best_cost_ - target_) <= CostRule::tolerance * std::abs(target_);
}

std::string FactorSearch::obstacle() const {
    if (trials_ > 0 && cost_at_one_ == 0.0) {
        return "costs nothing, whatever its strength";
    }
    if (trials_ > 0 && std::isnan(cost_at_one_)) {
        return "has no cost in the last four quarters";
    }
    if (trials_ > 0 && (cost_at_one_ > 0.0) != (target_ > 0.0)) {
        return fmt::format("moves the cost by {:.4g}, away from {:.4g}", cost_at_one_, target_);
    }
    if (!is_reached() && !has_high_ && low_ >= most_) {
        return fmt::format("costs no more than {:.4g} at the greatest strength allowed, not {:.4g}",
                           best_cost_, target_);
    }
    return {};
}

std::optional<double> FactorSearch::next() const {
    if (trials_ == 0) {
        return 1.0;
    }
    if (is_reached() || !obstacle().empty() || trials_ >= CostRule::most_trials) {
        return std::nullopt;
    }
    if (!has_high_) {
        // In proportion, a little beyond, so that the target is soon enclosed.
        constexpr double beyond = 1.05;
        const double cost = std::abs(target_) + low_gap_;
        const double factor = cost > 0.0 ? beyond * low_ * std::abs(target_) / cost : 2.0 * low_;
        return std::min(most_, std::max(factor, beyond * low_));
    }
    return low_ - low_gap_ * (high_ - low_) / (high_gap_ - low_gap_);
}

namespace {

// The search of one alternative.
struct Candidate {
    std::size_t scenario;
    std::vector<std::string> labels;  // of the policies that are rescaled
    FactorSearch search;
    std::optional<double> factor{};  // to be tried next
};

std::vector<PolicyEntry> rescaled(const Scenario& scenario, const std::vector<std::string>& labels,
                                  double factor) {
    std::vector<PolicyEntry> policies = scenario.policies;
    for (PolicyEntry& entry : policies) {
        if (std::find(labels.begin(), labels.end(), entry.label) != labels.end()) {
            entry.strength = std::min(CostRule::most_strength, entry.strength * factor);
        }
    }
    return policies;
}

double most_factor(const Scenario& scenario, const std::vector<std::string>& labels) {
    double strongest = 0.0;
    for (const PolicyEntry& entry : scenario.policies) {
        if (std::find(labels.begin(), labels.end(), entry.label) != labels.end()) {
            strongest = std::max(strongest, entry.strength);
        }
    }
    return strongest > 0.0 ? CostRule::most_strength / strongest : 1.0;
}

class CostTrials {
  public:
    CostTrials(const std::vector<LoadedScenario>& scenarios, const ModelCatalogue& models,
               const LocalOptions& options)
        : scenarios_(scenarios),
          models_(models),
          options_(options),
          rule_(variables_of(scenarios.front()), scenarios.front().model->dimensions()),
          replicates_(std::min(CostRule::replicates, scenarios.front().scenario.replicates)) {
        const std::string cost = scenarios.front().model->comparison().cost;
        const auto& measures = rule_.measures();
        const auto found = std::find_if(measures.begin(), measures.end(),
                                        [&](const auto& m) { return m.name == cost; });
        require(!cost.empty(), fmt::format("--equal-cost: model '{}' declares no measure of cost",
                                           scenarios.front().scenario.model));
        require(found != measures.end(),
                fmt::format("--equal-cost: '{}' is not among the outputs that are recorded", cost));
        measure_ = static_cast<std::size_t>(found - measures.begin());
    }

    int replicates() const { return replicates_; }

    // Mean effects on cost of these variants of scenarios; none if it was stopped. The base is run
    // once.
    std::optional<std::vector<double>> effects(const std::vector<const LoadedScenario*>& variants) {
        std::vector<const LoadedScenario*> list{&scenarios_.front()};
        list.insert(list.end(), variants.begin(), variants.end());
        std::vector<LocalMember> members;
        const auto replicates = static_cast<std::uint32_t>(replicates_);
        for (std::uint32_t r = 0; r < replicates; ++r) {
            for (std::size_t s = base_.empty() ? 0 : 1; s < list.size(); ++s) {
                members.push_back({s, r});
            }
        }
        std::vector<std::vector<double>> costs(list.size(), std::vector<double>(replicates));
        const bool finished =
            run_members(list, members, models_, options_, [&](std::size_t m, Record&& record) {
                costs[members[m].scenario][record.replicate] = rule_.values(record)[measure_];
            });
        if (!finished) {
            return std::nullopt;
        }
        if (base_.empty()) {
            base_ = costs.front();
        }
        std::vector<double> means;
        for (std::size_t s = 1; s < list.size(); ++s) {
            std::vector<double> differences;
            for (std::uint32_t r = 0; r < replicates; ++r) {
                differences.push_back(costs[s][r] - base_[r]);
            }
            means.push_back(estimate(differences).mean);
        }
        return means;
    }

  private:
    const std::vector<LoadedScenario>& scenarios_;
    const ModelCatalogue& models_;
    const LocalOptions& options_;
    HeadlineRule rule_;
    int replicates_;
    std::size_t measure_ = 0;
    std::vector<double> base_;
};

// Tries the factors that the searches ask for until none does; false if it was stopped.
bool search_all(std::vector<Candidate>& candidates, const std::vector<LoadedScenario>& scenarios,
                CostTrials& trials) {
    for (;;) {
        std::vector<LoadedScenario> variants;
        std::vector<Candidate*> asking;
        for (Candidate& candidate : candidates) {
            candidate.factor = candidate.search.next();
            if (candidate.factor) {
                const LoadedScenario& loaded = scenarios[candidate.scenario];
                variants.push_back(variant_of(
                    loaded, rescaled(loaded.scenario, candidate.labels, *candidate.factor)));
                asking.push_back(&candidate);
            }
        }
        if (asking.empty()) {
            return true;
        }
        std::vector<const LoadedScenario*> pointers;
        for (const LoadedScenario& variant : variants) {
            pointers.push_back(&variant);
        }
        const auto costs = trials.effects(pointers);
        if (!costs) {
            return false;
        }
        for (std::size_t i = 0; i < asking.size(); ++i) {
            asking[i]->search.add(*asking[i]->factor, (*costs)[i]);
        }
    }
}

}  // namespace

std::optional<std::vector<CostMatch>> equalise_costs(std::vector<LoadedScenario>& scenarios,
                                                     const std::vector<std::string>& labels,
                                                     std::optional<double> cost,
                                                     const ModelCatalogue& models,
                                                     const LocalOptions& options) {
    CostTrials trials(scenarios, models, options);
    const std::size_t first = cost ? 1 : 2;
    std::vector<CostMatch> matches;
    double target = cost.value_or(0.0);
    if (!cost) {
        const auto own = trials.effects({&scenarios[1]});
        if (!own) {
            return std::nullopt;
        }
        target = own->front();
        matches.push_back({labels[1], 1.0, target, target, trials.replicates(), 1});
    }
    require(target != 0.0 && !std::isnan(target),
            fmt::format("--equal-cost: {} costs nothing, so there is nothing to be equal to",
                        cost ? "an amount of 0" : labels[1]));
    std::vector<Candidate> candidates;
    for (std::size_t s = first; s < scenarios.size(); ++s) {
        const Scenario& scenario = scenarios[s].scenario;
        std::vector<std::string> beyond = policies_beyond(scenarios.front().scenario, scenario);
        const double most = most_factor(scenario, beyond);
        candidates.push_back({s, std::move(beyond), FactorSearch(target, most)});
    }
    if (!search_all(candidates, scenarios, trials)) {
        return std::nullopt;
    }
    Problems problems;
    for (const Candidate& candidate : candidates) {
        if (const std::string obstacle = candidate.search.obstacle(); !obstacle.empty()) {
            problems.add({{scenarios[candidate.scenario].file},
                          fmt::format("{} {}", labels[candidate.scenario], obstacle),
                          "--equal-cost rescales the strength of the alternative's own policies",
                          {}});
        }
    }
    problems.throw_if_any();
    for (const Candidate& candidate : candidates) {
        LoadedScenario& loaded = scenarios[candidate.scenario];
        const double factor = candidate.search.best_factor();
        loaded =
            whole_variant_of(loaded, rescaled(loaded.scenario, candidate.labels, factor), models);
        matches.push_back({labels[candidate.scenario], factor, target, candidate.search.best_cost(),
                           trials.replicates(), candidate.search.trials()});
    }
    return matches;
}

}  // namespace sim
