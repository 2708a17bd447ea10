// SPDX-License-Identifier: Apache-2.0
#include "sim/output/recorder.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace sim {

namespace {

std::size_t labels_of(const std::vector<Dimension>& dimensions, const std::string& name,
                      const std::string& variable) {
    for (const Dimension& dimension : dimensions) {
        if (dimension.name == name) {
            return dimension.labels.size();
        }
    }
    throw ContractError(fmt::format("output '{}' has unknown dimension '{}'", variable, name));
}

// Files hold counts as whole numbers. What is made from a record in memory must be the same as what
// is made from a file.
void round_all(std::vector<double>& values) {
    for (double& value : values) {
        value = std::round(value) + 0.0;  // no negative zero
    }
}

std::string base_name(const std::string& name) {
    return name + "_base";
}

}  // namespace

std::vector<RecordedVariable> recorded_variables(
    const std::vector<std::unique_ptr<Output>>& outputs) {
    std::vector<RecordedVariable> list;
    for (const auto& output : outputs) {
        for (const OutputVariable& variable : output->variables()) {
            const OutputSpec& spec = variable.spec;
            const bool is_ratio = spec.measure == Measure::ratio;
            list.push_back({variable.name, spec.unit, spec.dims, std::string(spec.doc),
                            spec.measure == Measure::count, spec.headline,
                            is_ratio ? base_name(variable.name) : ""});
            if (is_ratio) {
                list.push_back({base_name(variable.name), spec.base_unit, spec.dims,
                                std::string(spec.base_doc), false, false, ""});
            }
        }
    }
    return list;
}

Recorder::Recorder(const std::vector<std::unique_ptr<Output>>& outputs,
                   const std::vector<Dimension>& dimensions)
    : variables_(recorded_variables(outputs)) {
    for (const auto& output : outputs) {
        Plan plan{output.get(), {}};
        for (const OutputVariable& variable : output->variables()) {
            Sink::Slab slab;
            std::size_t cells = 1;
            for (const std::string& dim : variable.spec.dims) {
                slab.shape.push_back(labels_of(dimensions, dim, variable.name));
                cells *= slab.shape.back();
            }
            slab.values.resize(cells);
            if (variable.spec.measure == Measure::ratio) {
                slab.base.resize(cells);
            }
            plan.slabs.push_back(std::move(slab));
        }
        plans_.push_back(std::move(plan));
    }
}

void Recorder::record(const Tick& tick, Record& into) {
    into.times.push_back(tick.now());
    into.values.resize(variables_.size());
    std::size_t next = 0;
    for (Plan& plan : plans_) {
        for (std::size_t i = 0; i < plan.slabs.size(); ++i) {
            const bool is_count = plan.output->variables()[i].spec.measure == Measure::count;
            Sink::Slab& slab = plan.slabs[i];
            std::fill(slab.values.begin(), slab.values.end(),
                      is_count ? 0.0 : std::numeric_limits<double>::quiet_NaN());
            std::fill(slab.base.begin(), slab.base.end(), 0.0);
        }
        Sink sink(plan.slabs);
        plan.output->record(tick, sink);
        for (std::size_t i = 0; i < plan.slabs.size(); ++i) {
            Sink::Slab& slab = plan.slabs[i];
            if (plan.output->variables()[i].spec.measure == Measure::count) {
                round_all(slab.values);
            }
            std::vector<double>& values = into.values[next++];
            values.insert(values.end(), slab.values.begin(), slab.values.end());
            if (!slab.base.empty()) {
                std::vector<double>& base = into.values[next++];
                base.insert(base.end(), slab.base.begin(), slab.base.end());
            }
        }
    }
}

}  // namespace sim
