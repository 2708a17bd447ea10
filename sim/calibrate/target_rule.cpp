// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/target_rule.hpp"

#include <algorithm>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/random/elementary.hpp"

namespace sim {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double combined(Statistic statistic, double of, double over) {
    switch (statistic) {
        case Statistic::ratio:
            return over != 0.0 ? of / over : missing;
        case Statistic::difference:
            return of - over;
        case Statistic::log_ratio:
            return of > 0.0 && over > 0.0 ? elementary::log(of / over) : missing;
        case Statistic::value:
            break;
    }
    return of;
}

}  // namespace

TargetRule::Part TargetRule::part_of(const Selection& selection,
                                     const std::vector<RecordedVariable>& variables,
                                     const std::vector<Dimension>& dimensions, Quarter first) {
    const auto found =
        std::find_if(variables.begin(), variables.end(),
                     [&](const RecordedVariable& v) { return v.name == selection.outcome; });
    SIM_EXPECT(found != variables.end());
    Part part;
    part.pooling =
        pooling_of(variables, static_cast<std::size_t>(found - variables.begin()), dimensions,
                   [&](const Dimension& dimension, const std::string& label) {
                       const auto chosen = selection.where.find(dimension.name);
                       return chosen == selection.where.end() ||
                              std::find(chosen->second.begin(), chosen->second.end(), label) !=
                                  chosen->second.end();
                   });
    for (const Quarter quarter : selection.quarters) {
        SIM_EXPECT(quarter >= first);
        part.quarters.push_back(static_cast<std::size_t>(quarter - first));
    }
    return part;
}

TargetRule::TargetRule(const std::vector<Target>& targets,
                       const std::vector<RecordedVariable>& variables,
                       const std::vector<Dimension>& dimensions, Quarter first) {
    for (const Target& target : targets) {
        Rule rule{target.statistic, part_of(target.of, variables, dimensions, first), {}};
        if (target.over) {
            rule.over = part_of(*target.over, variables, dimensions, first);
        }
        rules_.push_back(std::move(rule));
    }
}

std::vector<double> TargetRule::values(const Record& record) const {
    std::vector<double> values;
    for (const Rule& rule : rules_) {
        const double of = pooled_value(rule.of.pooling, record, rule.of.quarters);
        const double over =
            rule.over ? pooled_value(rule.over->pooling, record, rule.over->quarters) : missing;
        values.push_back(combined(rule.statistic, of, over));
    }
    return values;
}

}  // namespace sim
