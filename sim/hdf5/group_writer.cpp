// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/group_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/hdf5/grid.hpp"
#include "sim/hdf5/layout.hpp"

namespace sim {

namespace {

bool uses(const ResultGroup& group, const std::string& dimension) {
    return std::any_of(
        group.variables.begin(), group.variables.end(), [&](const ResultGroup::Variable& v) {
            return std::find(v.dims.begin(), v.dims.end(), dimension) != v.dims.end();
        });
}

bool lists(const ResultGroup& group, const std::string& dimension) {
    return std::any_of(group.dimensions.begin(), group.dimensions.end(),
                       [&](const Dimension& d) { return d.name == dimension; });
}

struct EffectPart {
    const char* name;
    const char* doc;
    bool has_unit;
    std::vector<double> EffectVariable::*values;
};

constexpr std::array<EffectPart, 4> effect_parts{{
    {"difference", "mean over replicates.", true, &EffectVariable::difference},
    {"low", "lower end of the 95 % interval.", true, &EffectVariable::low},
    {"high", "upper end of the 95 % interval.", true, &EffectVariable::high},
    {"share_below_zero", "share of replicates in which it is below zero.", false,
     &EffectVariable::share_below_zero},
}};

std::vector<std::string> phase_names(const std::vector<ReplicateTiming>& timing) {
    std::vector<std::string> names;
    for (const ReplicateTiming& entry : timing) {
        for (const PhaseTime& phase : entry.phases) {
            if (std::find(names.begin(), names.end(), phase.name) == names.end()) {
                names.push_back(phase.name);
            }
        }
    }
    return names;
}

}  // namespace

void write_group(const h5::Handle& file, const ResultHeader& header, const ResultGroup& group) {
    h5::Grid grid(file, group.group, group.doc);
    for (const Dimension& dimension : group.dimensions) {
        grid.add_labels(dimension);
    }
    if (uses(group, "replicate") && !lists(group, "replicate")) {
        grid.add_replicates(header.replicates);
    }
    if (uses(group, "time")) {
        grid.add_times(header.times);
    }
    for (const ResultGroup::Variable& variable : group.variables) {
        if (!variable.texts.empty()) {
            const h5::Handle texts = grid.add_variable({.name = variable.name,
                                                        .type = h5::Type::text,
                                                        .dims = variable.dims,
                                                        .description = variable.doc});
            h5::write_texts(texts, variable.texts);
            continue;
        }
        const h5::Handle dataset =
            grid.add_variable({.name = variable.name,
                               .type = variable.is_count ? h5::Type::int64 : h5::Type::float64,
                               .dims = variable.dims,
                               .unit = variable.unit,
                               .description = variable.doc,
                               .split = variable.dims.size() > 1 ? std::size_t{1} : std::size_t{0},
                               .fill = variable.is_count ? h5::Fill::zero : h5::Fill::missing});
        if (!variable.values.empty()) {
            h5::write_block(dataset, h5::whole(dataset), variable.values);
        }
    }
}

void create_effects(const h5::Handle& file, const ResultHeader& header, const std::string& path,
                    const std::string& doc) {
    SIM_EXPECT(has_scenario_axis(header));
    for (const EffectPart& part : effect_parts) {
        ResultGroup group{path + '/' + part.name,
                          std::string("Alternative less base in the same replicate, ") + part.doc +
                              (doc.empty() ? doc : ' ' + doc),
                          {},
                          {}};
        group.dimensions.push_back(
            {"scenario",
             std::vector<std::string>(header.scenarios.begin() + 1, header.scenarios.end()),
             "Alternatives, each compared with " + header.scenarios.front() + '.'});
        for (const RecordedVariable& outcome : header.variables) {
            std::vector<std::string> dims{"scenario", "time"};
            dims.insert(dims.end(), outcome.dims.begin(), outcome.dims.end());
            group.variables.push_back({outcome.name,
                                       part.has_unit ? std::string(outcome.unit.symbol) : "1",
                                       outcome.doc,
                                       std::move(dims),
                                       {},
                                       false});
        }
        for (const Dimension& dimension : header.dimensions) {
            if (uses(group, dimension.name)) {
                group.dimensions.push_back(dimension);
            }
        }
        write_group(file, header, group);
    }
}

void write_effects(const h5::Handle& file, const std::string& path, const EffectVariable& effects) {
    for (const EffectPart& part : effect_parts) {
        const h5::Handle dataset =
            h5::open_dataset(file, path + '/' + part.name + '/' + effects.name);
        h5::write_block(dataset, h5::whole(dataset), effects.*part.values);
    }
}

ResultGroup timing_group(const ResultHeader& header, const std::vector<ReplicateTiming>& timing) {
    const std::vector<std::string> phases = phase_names(timing);
    const auto replicates = static_cast<std::size_t>(header.replicates);
    const std::size_t runs = std::max<std::size_t>(header.scenarios.size(), 1) * replicates;
    std::vector<double> seconds(runs * phases.size(), std::numeric_limits<double>::quiet_NaN());
    for (const ReplicateTiming& entry : timing) {
        const std::size_t run = entry.scenario * replicates + entry.replicate;
        for (const PhaseTime& phase : entry.phases) {
            const auto at = std::find(phases.begin(), phases.end(), phase.name) - phases.begin();
            double& sum = seconds[run * phases.size() + static_cast<std::size_t>(at)];
            sum = std::isnan(sum) ? phase.seconds : sum + phase.seconds;
        }
    }
    std::vector<Dimension> dimensions;
    if (has_scenario_axis(header)) {
        dimensions.push_back({"scenario", header.scenarios, "Scenarios compared."});
    }
    dimensions.push_back({"phase", phases, "Phases of a quarter, in the order first met."});
    std::vector<std::string> dims = leading_dims(header);
    dims.emplace_back("phase");
    return {"timing",
            "Time spent, a phase's quarters taken together; not part of what reruns reproduce.",
            std::move(dimensions),
            {{"seconds", "s", "Wall-clock seconds in the phase.", std::move(dims),
              std::move(seconds), false}}};
}

}  // namespace sim
