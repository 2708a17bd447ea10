// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/attribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "sim/core/error.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/variant.hpp"

namespace sim {

Attribution::Attribution(const LoadedScenario& base, const LoadedScenario& alternative)
    : base_(base),
      alternative_(alternative),
      policies_(policies_beyond(base.scenario, alternative.scenario)) {
    const std::vector<std::string> other =
        differences_besides_policies(base.scenario, alternative.scenario);
    require(other.empty(),
            fmt::format("{}: differs from {} also in {} (--attribute shares out the effect of "
                        "policies alone)",
                        alternative.file, base.file, listed(other)));
    require(policies_.size() <= most_players,
            fmt::format("{}: {} policies beyond those of {} (--attribute tells at most {} apart)",
                        alternative.file, policies_.size(), base.file, most_players));
}

std::size_t Attribution::pairs() const {
    constexpr std::size_t known = 3;  // sizes of coalitions that need no further run, but for one
    return is_exact() ? 0
                      : std::max(least_pairs, runs_for_orders / (2 * (policies_.size() - known)));
}

std::vector<OrderPair> Attribution::orders(std::uint32_t replicate) const {
    const Scenario& scenario = alternative_.scenario;
    const Stream stream(scenario.seed, replicate, Purpose("attribution"));
    std::vector<OrderPair> drawn;
    for (std::size_t pair = 0; pair < pairs(); ++pair) {
        Rng rng = stream.at(Identity{pair}, 0);
        drawn.push_back(draw_order(policies_.size(), rng));
    }
    return drawn;
}

std::vector<Coalition> Attribution::coalitions(std::uint32_t replicate) const {
    const std::size_t players = policies_.size();
    if (players < 2) {
        return {};
    }
    std::vector<Coalition> list;
    const Coalition all = everybody(players);
    if (is_exact()) {
        for (Coalition coalition = 1; coalition < all; ++coalition) {
            list.push_back(coalition);
        }
        return list;
    }
    for (std::size_t player = 0; player < players; ++player) {
        list.push_back(coalition_of(player));
        list.push_back(all & ~coalition_of(player));
    }
    for (const OrderPair& pair : orders(replicate)) {
        const std::vector<Coalition> met = pair.coalitions(1);
        list.insert(list.end(), met.begin(), met.end());
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

// Policies outside the coalition are as in the base, at the place that they have in the
// alternative.
LoadedScenario Attribution::scenario_of(Coalition coalition) const {
    const auto player_of = [&](const std::string& label) {
        return static_cast<std::size_t>(std::find(policies_.begin(), policies_.end(), label) -
                                        policies_.begin());
    };
    const auto in_base = [&](const std::string& label) -> const PolicyEntry* {
        for (const PolicyEntry& entry : base_.scenario.policies) {
            if (entry.label == label) {
                return &entry;
            }
        }
        return nullptr;
    };
    std::vector<PolicyEntry> policies;
    for (const PolicyEntry& entry : alternative_.scenario.policies) {
        const std::size_t player = player_of(entry.label);
        if (player == policies_.size() || (coalition & coalition_of(player)) != 0) {
            policies.push_back(entry);
        } else if (const PolicyEntry* base = in_base(entry.label)) {
            policies.push_back(*base);
        }
    }
    // What the alternative has given up is there again where that is not part of the coalition.
    for (const PolicyEntry& entry : base_.scenario.policies) {
        const std::size_t player = player_of(entry.label);
        const auto& own = alternative_.scenario.policies;
        const bool is_gone = std::none_of(own.begin(), own.end(), [&](const PolicyEntry& other) {
            return other.label == entry.label;
        });
        if (is_gone && player < policies_.size() && (coalition & coalition_of(player)) == 0) {
            policies.push_back(entry);
        }
    }
    return variant_of(alternative_, std::move(policies));
}

void Attribution::keep(std::uint32_t replicate, Coalition coalition, HeadlineValues values) {
    values_[{replicate, coalition}] = std::move(values);
}

MeasureAttribution Attribution::result(const std::vector<HeadlineValues>& base,
                                       const std::vector<HeadlineValues>& alternative,
                                       std::size_t measure) const {
    const std::size_t players = policies_.size();
    const Coalition all = everybody(players);
    std::vector<double> whole;
    std::vector<std::vector<double>> one_in(players), one_out(players), shapley(players);
    std::vector<double> error_squares(players, 0.0);
    for (std::size_t r = 0; r < base.size(); ++r) {
        const auto replicate = static_cast<std::uint32_t>(r);
        const CoalitionValue value = [&](Coalition coalition) {
            const HeadlineValues& values =
                coalition == all ? alternative[r] : values_.at({replicate, coalition});
            return values.at(measure) - base[r].at(measure);
        };
        whole.push_back(alternative[r].at(measure) - base[r].at(measure));
        SampledShapley shares;
        if (is_exact()) {
            shares = {shapley_values(players, value), std::vector<double>(players, 0.0)};
        } else {
            shares = sampled_shapley(orders(replicate), value);
        }
        for (std::size_t player = 0; player < players; ++player) {
            one_in[player].push_back(value(coalition_of(player)));
            one_out[player].push_back(whole.back() -
                                      (players == 1 ? 0.0 : value(all & ~coalition_of(player))));
            shapley[player].push_back(shares.values[player]);
            error_squares[player] += shares.errors[player] * shares.errors[player];
        }
    }
    MeasureAttribution result{estimate(whole), {}};
    for (std::size_t player = 0; player < players; ++player) {
        result.policies.push_back(
            {policies_[player], estimate(one_in[player]), estimate(one_out[player]),
             estimate(shapley[player]),
             std::sqrt(error_squares[player]) / static_cast<double>(base.size())});
    }
    return result;
}

std::vector<ResultGroup> attribution_groups(const HeadlineRule& rule,
                                            const std::vector<AttributionResult>& results) {
    struct Part {
        const char* name;
        const char* doc;
        double (*of)(const PolicyShare&);
    };
    static constexpr std::array<Part, 10> parts{{
        {"one_in", "Base with this policy alone, less base.",
         [](const PolicyShare& s) { return s.one_in.mean; }},
        {"one_in_low", "Lower end of its 95 % interval.",
         [](const PolicyShare& s) { return s.one_in.low; }},
        {"one_in_high", "Upper end of its 95 % interval.",
         [](const PolicyShare& s) { return s.one_in.high; }},
        {"one_out", "Bundle, less bundle without this policy.",
         [](const PolicyShare& s) { return s.one_out.mean; }},
        {"one_out_low", "Lower end of its 95 % interval.",
         [](const PolicyShare& s) { return s.one_out.low; }},
        {"one_out_high", "Upper end of its 95 % interval.",
         [](const PolicyShare& s) { return s.one_out.high; }},
        {"shapley", "Shapley share in the bundle's effect; shares add up to it.",
         [](const PolicyShare& s) { return s.shapley.mean; }},
        {"shapley_low", "Lower end of its 95 % interval.",
         [](const PolicyShare& s) { return s.shapley.low; }},
        {"shapley_high", "Upper end of its 95 % interval.",
         [](const PolicyShare& s) { return s.shapley.high; }},
        {"shapley_sampling_error",
         "Standard error of it that comes of drawing orders; 0 where every combination was run.",
         [](const PolicyShare& s) { return s.sampling_error; }},
    }};
    Dimension scenarios{"scenario", {}, "Alternatives.", {}};
    Dimension policies{"policy", {}, "Labels of policies.", {}};
    for (const AttributionResult& result : results) {
        scenarios.labels.push_back(result.scenario);
        for (const PolicyShare& share : result.measures.front().policies) {
            auto& known = policies.labels;
            if (std::find(known.begin(), known.end(), share.policy) == known.end()) {
                known.push_back(share.policy);
            }
        }
    }
    std::vector<ResultGroup> groups;
    for (const Part& part : parts) {
        ResultGroup group{
            std::string("attribution/") + part.name, part.doc, {scenarios, policies}, {}};
        for (std::size_t m = 0; m < rule.measures().size(); ++m) {
            const std::size_t width = policies.labels.size();
            std::vector<double> values(results.size() * width,
                                       std::numeric_limits<double>::quiet_NaN());
            for (std::size_t s = 0; s < results.size(); ++s) {
                for (const PolicyShare& share : results[s].measures[m].policies) {
                    const auto at =
                        std::find(policies.labels.begin(), policies.labels.end(), share.policy);
                    values[s * width + static_cast<std::size_t>(at - policies.labels.begin())] =
                        part.of(share);
                }
            }
            const HeadlineRule::Measure& measure = rule.measures()[m];
            group.variables.push_back({measure.name,
                                       measure.unit,
                                       measure.doc,
                                       {"scenario", "policy"},
                                       std::move(values),
                                       false});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace sim
