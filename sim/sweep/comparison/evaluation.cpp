// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/sweep/comparison/estimate_parts.hpp"
#include "sim/sweep/comparison/headline_effect.hpp"

namespace sim {

namespace {

struct PlacedTerm {
    ChangeTerm term;
    Pooling pooling;
};

// None if one of the variables was not recorded.
std::optional<std::vector<PlacedTerm>> placed(const std::vector<ChangeTerm>& terms,
                                              const ResultHeader& header) {
    std::vector<PlacedTerm> list;
    for (const ChangeTerm& term : terms) {
        const auto found =
            std::find_if(header.variables.begin(), header.variables.end(),
                         [&](const RecordedVariable& v) { return v.name == term.variable; });
        if (found == header.variables.end()) {
            return std::nullopt;
        }
        const auto variable = static_cast<std::size_t>(found - header.variables.begin());
        list.push_back({term, pooling_of(header.variables, variable, header.dimensions,
                                         [](const Dimension& d, const std::string& label) {
                                             return d.headline.empty() ||
                                                    std::find(d.headline.begin(), d.headline.end(),
                                                              label) != d.headline.end();
                                         })});
    }
    return list;
}

// Of the last quarter, or of all quarters together; missing values count as nothing.
double total(const PlacedTerm& placed, const RecordedValues& recorded) {
    const std::vector<double>& values = recorded.at(placed.pooling.variable);
    const std::size_t cells = placed.pooling.cells.size();
    double sum = 0.0;
    for (std::size_t at = placed.term.over_time ? 0 : values.size() - cells; at < values.size();
         ++at) {
        sum += placed.pooling.cells[at % cells] && !std::isnan(values[at]) ? values[at] : 0.0;
    }
    return placed.term.factor * sum;
}

// One change of each replicate.
std::vector<double> changes_of(const std::vector<PlacedTerm>& terms, std::size_t scenario,
                               const ValuesOf& values_of) {
    std::vector<double> changes;
    for (const PlacedTerm& term : terms) {
        const std::size_t asked[] = {term.pooling.variable};
        const std::vector<RecordedValues> base = values_of(0, asked);
        const std::vector<RecordedValues> alternative = values_of(scenario, asked);
        changes.resize(base.size(), 0.0);
        for (std::size_t r = 0; r < base.size(); ++r) {
            changes[r] += total(term, alternative[r]) - total(term, base[r]);
        }
    }
    return changes;
}

}  // namespace

std::vector<EvaluatedChange> evaluate(const ComparisonSpec& spec, const ResultHeader& header,
                                      const ValuesOf& values_of) {
    std::vector<EvaluatedChange> list;
    for (const ChangeMeasure& measure : spec.changes) {
        const auto gains = placed(measure.gains, header);
        const auto per = placed(measure.per, header);
        if (!gains || !per || header.times.empty()) {
            continue;
        }
        EvaluatedChange change{&measure, {}};
        for (std::size_t s = 1; s < header.scenarios.size(); ++s) {
            const std::vector<double> gained = changes_of(*gains, s, values_of);
            change.effects.push_back(per->empty()
                                         ? estimate(gained)
                                         : ratio_estimate(gained, changes_of(*per, s, values_of)));
        }
        list.push_back(std::move(change));
    }
    return list;
}

std::vector<ResultGroup> evaluation_groups(const ResultHeader& header,
                                           const std::vector<EvaluatedChange>& changes) {
    std::vector<ResultGroup> groups;
    for (const EstimatePart& part : estimate_parts) {
        ResultGroup group{std::string("effects/evaluation/") + part.name,
                          std::string("What the alternative changes against the base in the same "
                                      "replicate, ") +
                              part.doc,
                          {},
                          {}};
        group.dimensions.push_back(alternatives_of(header));
        for (const EvaluatedChange& change : changes) {
            std::vector<double> numbers;
            for (const Estimate& effect : change.effects) {
                numbers.push_back(part.of(effect));
            }
            group.variables.push_back({change.measure->name,
                                       part.has_unit ? change.measure->unit : "1",
                                       change.measure->doc,
                                       {"scenario"},
                                       std::move(numbers),
                                       false});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace sim
