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

// The first value that no output may have, in words; empty if there is none. A number may be
// missing (NaN) where it is not a count and, for a ratio, where there is nothing to divide by.
std::string broken_value(const OutputSpec& spec, const Sink::Slab& slab) {
    constexpr double rounding = 1e-9;
    const bool is_ratio = spec.measure == Measure::ratio;
    for (std::size_t cell = 0; cell < slab.values.size(); ++cell) {
        const double value = slab.values[cell];
        const double base = is_ratio ? slab.base[cell] : 0.0;
        const bool may_miss = is_ratio ? base == 0.0 : spec.measure == Measure::real;
        const bool is_sound = std::isfinite(value) || (std::isnan(value) && may_miss);
        if (!is_sound || !std::isfinite(base) || base < 0.0) {
            return is_ratio ? fmt::format("cell {} is {} at a base of {}", cell, value, base)
                            : fmt::format("cell {} is {}", cell, value);
        }
        if (spec.unit.is_share && (value < -rounding || value > 1.0 + rounding)) {
            return fmt::format("cell {} is {}, but a share lies between 0 and 1", cell, value);
        }
    }
    return {};
}

void expect_sound(const Tick& tick, const OutputVariable& variable, const Sink::Slab& slab) {
    const std::string broken = broken_value(variable.spec, slab);
    if (!broken.empty()) {
        throw ContractError(
            fmt::format("{}: output '{}': {}", tick.now().text(), variable.name, broken));
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
    // Always where contracts are on; in a release a sample: the second quarters.
    const bool is_checked = SIM_CONTRACTS || tick.is_quarter(2);
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
            if (is_checked) {
                expect_sound(tick, plan.output->variables()[i], slab);
            }
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
