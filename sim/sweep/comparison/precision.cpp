// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/precision.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/core/error.hpp"
#include "sim/core/text.hpp"

namespace sim {

PrecisionRule::PrecisionRule(const std::vector<PrecisionTarget>& targets, const HeadlineRule& rule,
                             const ComparisonSpec& spec) {
    std::vector<std::string> known;
    for (const HeadlineRule::Measure& measure : rule.measures()) {
        known.push_back(measure.name);
    }
    Problems problems;
    for (const PrecisionTarget& target : targets) {
        std::string name = target.measure;
        for (const ComparisonColumn& column : spec.columns) {
            name = column.title == target.measure ? column.measure : name;
        }
        const auto found = std::find(known.begin(), known.end(), name);
        if (found == known.end()) {
            problems.add({{"--until-precise"},
                          fmt::format("'{}' is no headline measure", target.measure),
                          fmt::format("expected one of {}", listed(known, known.size())),
                          nearest_name(target.measure, known)});
            continue;
        }
        targets_.push_back(
            {static_cast<std::size_t>(found - known.begin()), target.measure, target.half_width});
    }
    problems.throw_if_any();
}

int PrecisionRule::next_look(int replicates, int most) {
    return std::min(most, replicates < first_look ? first_look : replicates + between_looks);
}

std::vector<PrecisionRule::Width> PrecisionRule::widths(const HeadlineTable& values) const {
    std::vector<Width> list;
    for (const Target& target : targets_) {
        const auto add = [&](std::size_t scenario, const Estimate& estimate) {
            list.push_back(
                {target.name, scenario, (estimate.high - estimate.low) / 2.0, target.half_width});
        };
        if (values.size() == 1) {
            add(0, headline_mean(values.front(), target.measure));
        }
        for (std::size_t s = 1; s < values.size(); ++s) {
            add(s, headline_effect(values.front(), values[s], target.measure).difference);
        }
    }
    return list;
}

bool PrecisionRule::is_met(const HeadlineTable& values) const {
    const std::vector<Width> list = widths(values);
    return std::all_of(list.begin(), list.end(), [](const Width& w) { return w.is_met(); });
}

}  // namespace sim
