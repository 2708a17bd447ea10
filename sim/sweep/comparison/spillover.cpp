// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/spillover.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

#include "sim/scenario/variant.hpp"
#include "sim/sweep/comparison/estimate_parts.hpp"
#include "sim/sweep/comparison/headline_effect.hpp"
#include "sim/sweep/headline.hpp"

namespace sim {

namespace {

const PolicyEntry* entry_of(const Scenario& scenario, const std::string& label) {
    for (const PolicyEntry& entry : scenario.policies) {
        if (entry.label == label) {
            return &entry;
        }
    }
    return nullptr;
}

// Where a policy acts; none if everywhere. A pilot's measures act where the pilot may.
const std::vector<std::string>* places_of(const Scenario& scenario, const PolicyEntry& entry,
                                          const std::string& dimension) {
    const auto where = entry.where.find(dimension);
    if (where != entry.where.end()) {
        return &where->second;
    }
    const PolicyEntry* pilot = entry.pilot.empty() ? nullptr : entry_of(scenario, entry.pilot);
    return pilot == nullptr ? nullptr : places_of(scenario, *pilot, dimension);
}

bool has_dimension(const RecordedVariable& variable, const std::string& dimension) {
    return std::find(variable.dims.begin(), variable.dims.end(), dimension) != variable.dims.end();
}

// Headline variables with regions, and the regional companions of the columns.
std::vector<std::size_t> regional_variables(const ResultHeader& header,
                                            const ComparisonSpec& spec) {
    std::vector<std::size_t> list;
    for (std::size_t v = 0; v < header.variables.size(); ++v) {
        const RecordedVariable& variable = header.variables[v];
        const bool is_companion =
            std::any_of(spec.columns.begin(), spec.columns.end(),
                        [&](const ComparisonColumn& c) { return c.regional == variable.name; });
        if ((variable.headline || is_companion) && has_dimension(variable, spec.dimension)) {
            list.push_back(v);
        }
    }
    return list;
}

// A variable, and the base it is a ratio to.
std::vector<std::size_t> with_base(const ResultHeader& header, std::size_t variable) {
    std::vector<std::size_t> list{variable};
    for (std::size_t v = 0; v < header.variables.size(); ++v) {
        if (header.variables[v].name == header.variables[variable].base) {
            list.push_back(v);
        }
    }
    return list;
}

Estimate effect_outside(const ResultHeader& header, std::size_t variable,
                        const std::string& dimension, const std::vector<std::string>& labels,
                        const std::vector<RecordedValues>& base,
                        const std::vector<RecordedValues>& alternative) {
    const Pooling pooling =
        pooling_of(header.variables, variable, header.dimensions,
                   [&](const Dimension& d, const std::string& label) {
                       const auto& chosen = d.name == dimension ? labels : d.headline;
                       return (d.name != dimension && chosen.empty()) ||
                              std::find(chosen.begin(), chosen.end(), label) != chosen.end();
                   });
    const std::size_t times = header.times.size();
    std::vector<std::size_t> last(std::min(times, HeadlineRule::quarters));
    std::iota(last.begin(), last.end(), times - last.size());
    std::vector<double> differences;
    for (std::size_t r = 0; r < base.size(); ++r) {
        differences.push_back(pooled_value(pooling, alternative[r], last) -
                              pooled_value(pooling, base[r], last));
    }
    return estimate(differences);
}

}  // namespace

std::optional<std::vector<std::string>> untouched_labels(const Scenario& base,
                                                         const Scenario& alternative,
                                                         const ComparisonSpec& spec,
                                                         const std::vector<Dimension>& dimensions) {
    const auto axis = std::find_if(dimensions.begin(), dimensions.end(), [&](const Dimension& d) {
        return !d.name.empty() && d.name == spec.dimension;
    });
    const std::vector<std::string> labels = policies_beyond(base, alternative);
    if (axis == dimensions.end() || labels.empty() ||
        !differences_besides_policies(base, alternative).empty()) {
        return std::nullopt;
    }
    std::set<std::string> touched;
    for (const std::string& label : labels) {
        for (const Scenario* scenario : {&base, &alternative}) {
            const PolicyEntry* entry = entry_of(*scenario, label);
            if (entry == nullptr || entry->strength == 0.0) {
                continue;
            }
            const std::vector<std::string>* places = places_of(*scenario, *entry, spec.where);
            if (places == nullptr) {
                return std::nullopt;
            }
            touched.insert(places->begin(), places->end());
        }
    }
    std::vector<std::string> untouched;
    for (const std::string& label : axis->labels) {
        if (touched.count(label) == 0) {
            untouched.push_back(label);
        }
    }
    return untouched.empty() ? std::nullopt : std::optional(untouched);
}

std::optional<Spillover> spillover(const std::vector<const Scenario*>& scenarios,
                                   const ComparisonSpec& spec, const ResultHeader& header,
                                   const ValuesOf& values_of) {
    Spillover result;
    bool any = false;
    for (std::size_t s = 1; s < scenarios.size(); ++s) {
        const auto untouched =
            untouched_labels(*scenarios.front(), *scenarios[s], spec, header.dimensions);
        any = any || untouched.has_value();
        result.untouched.push_back(untouched.value_or(std::vector<std::string>()));
    }
    if (!any) {
        return std::nullopt;
    }
    for (const std::size_t v : regional_variables(header, spec)) {
        const RecordedVariable& variable = header.variables[v];
        SpilloverMeasure measure{
            variable.name, std::string(variable.unit.symbol), variable.doc, {}};
        const std::vector<std::size_t> needed = with_base(header, v);
        const std::vector<RecordedValues> base = values_of(0, needed);
        for (std::size_t s = 1; s < scenarios.size(); ++s) {
            const std::vector<std::string>& labels = result.untouched[s - 1];
            measure.effects.push_back(labels.empty()
                                          ? estimate({})
                                          : effect_outside(header, v, spec.dimension, labels, base,
                                                           values_of(s, needed)));
        }
        result.measures.push_back(std::move(measure));
    }
    return result;
}

std::vector<ResultGroup> spillover_groups(const ResultHeader& header, const Spillover& spillover) {
    std::vector<ResultGroup> groups;
    for (const EstimatePart& part : estimate_parts) {
        ResultGroup group{
            std::string("effects/spillover/") + part.name,
            std::string("Headline values over what lies outside the places of the alternative's "
                        "policies, alternative less base in the same replicate, ") +
                part.doc,
            {},
            {}};
        group.dimensions.push_back(alternatives_of(header));
        for (const SpilloverMeasure& measure : spillover.measures) {
            std::vector<double> numbers;
            for (const Estimate& effect : measure.effects) {
                numbers.push_back(part.of(effect));
            }
            group.variables.push_back({measure.name,
                                       part.has_unit ? measure.unit : "1",
                                       measure.doc,
                                       {"scenario"},
                                       std::move(numbers),
                                       false});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace sim
