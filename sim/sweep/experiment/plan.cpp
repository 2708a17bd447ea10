// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/plan.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "sim/scenario/data_files.hpp"
#include "sim/scenario/resolved.hpp"
#include "sim/sweep/experiment/crossed_design.hpp"
#include "sim/sweep/experiment/factor_value.hpp"

namespace sim {

namespace {

constexpr std::size_t most_refused_points = 20;

std::vector<UnitPoint> unit_points(const Experiment& experiment, std::size_t sampled) {
    const DesignSpec& design = experiment.design;
    std::vector<std::size_t> sizes;
    for (const Factor& factor : experiment.factors) {
        sizes.push_back(factor.levels.size());
    }
    switch (design.kind) {
        case DesignKind::factorial:
            return factorial_design(sizes);
        case DesignKind::list:
            return list_design(sizes.size(), sizes.empty() ? 1 : sizes.front());
        case DesignKind::lhs:
            return lhs_design(design, sampled);
        case DesignKind::sobol:
            return sobol_design(design, sampled);
        case DesignKind::crossed:
            return crossed_design(design, structure_levels(experiment));
        case DesignKind::morris:
            break;
    }
    return morris_design(design, sampled);
}

}  // namespace

bool samples_scenario(const DesignSpec& design, std::size_t scenarios) {
    return scenarios > 1 && (design.kind == DesignKind::sobol || design.kind == DesignKind::morris);
}

SweepPlan::SweepPlan(const LoadedExperiment& loaded) : loaded_(loaded) {
    add_points();
    find_alike();
}

std::size_t SweepPlan::replicates() const {
    return static_cast<std::size_t>(loaded_.experiment.replicates);
}

void SweepPlan::add_points() {
    const Experiment& experiment = loaded_.experiment;
    const std::size_t scenarios = experiment.scenarios.size();
    const bool is_sampled = samples_scenario(experiment.design, scenarios);
    for (const UnitPoint& units :
         unit_points(experiment, experiment.factors.size() + (is_sampled ? 1 : 0))) {
        if (is_sampled) {
            add_point(level_at(scenarios, units.front()), {units.begin() + 1, units.end()});
            continue;
        }
        for (std::size_t scenario = 0; scenario < scenarios; ++scenario) {
            add_point(scenario, units);
        }
    }
}

void SweepPlan::add_point(std::size_t scenario, const UnitPoint& units) {
    const std::vector<Factor>& factors = loaded_.experiment.factors;
    SweepPoint point;
    point.scenario = scenario;
    for (std::size_t f = 0; f < factors.size(); ++f) {
        point.values.push_back(factor_value(factors[f], units[f]));
    }
    points_.push_back(std::move(point));
}

// What is recorded and how often it is run say nothing about what happens in a run.
void SweepPlan::find_alike() {
    std::map<std::string_view, std::size_t> first;
    Problems problems;
    for (std::size_t p = 0; p < points_.size(); ++p) {
        const LoadedScenario& base = loaded_.scenarios[points_[p].scenario];
        Scenario scenario = scenario_of(p).scenario;
        scenario.replicates = 1;
        scenario.output = {};
        Problems found;
        base.model->check(scenario, found);
        for (const Problem& problem : found.list()) {
            if (problems.size() < most_refused_points) {
                problems.add({{loaded_.file},
                              fmt::format("at point {} ({}): {}", p, point_text(p), problem.what),
                              problem.expected});
            }
        }
        const std::string before = base.data_hash + '\n';
        points_[p].inputs =
            text_hash(before + resolved_text(scenario, *base.model, ResolvedFor::hash));
        // Without policies every run's past is that of its own parameters.
        points_[p].past =
            scenario.policies.empty()
                ? points_[p].inputs
                : text_hash(before + scenario.fork_quarter().text() +
                            resolved_text(scenario.origin(), *base.model, ResolvedFor::hash));
    }
    problems.throw_if_any();
    for (std::size_t p = 0; p < points_.size(); ++p) {
        points_[p].first_alike = first.try_emplace(points_[p].inputs, p).first->second;
    }
}

std::vector<SweepMember> SweepPlan::members() const {
    std::vector<SweepMember> members;
    for (std::size_t p = 0; p < points_.size(); ++p) {
        for (std::uint32_t r = 0; points_[p].first_alike == p && r < replicates(); ++r) {
            members.push_back({p, r});
        }
    }
    return members;
}

MemberKey SweepPlan::key(const SweepMember& member) const {
    return MemberKey::of(points_[member.point].inputs, member.replicate);
}

LoadedScenario SweepPlan::scenario_of(std::size_t point) const {
    const SweepPoint& at = points_[point];
    const LoadedScenario& base = loaded_.scenarios[at.scenario];
    LoadedScenario loaded;
    loaded.scenario = base.scenario;
    loaded.file = base.file;
    loaded.data_hash = base.data_hash;
    loaded.data_texts = base.data_texts;
    for (std::size_t f = 0; f < at.values.size(); ++f) {
        set_factor(loaded.scenario, loaded_.experiment.factors[f], at.values[f]);
    }
    return loaded;
}

std::string SweepPlan::point_text(std::size_t point) const {
    const SweepPoint& at = points_[point];
    std::string text = "scenario = " + loaded_.experiment.scenarios[at.scenario];
    for (std::size_t f = 0; f < at.values.size(); ++f) {
        text +=
            fmt::format(", {} = {}", loaded_.experiment.factors[f].name, param_text(at.values[f]));
    }
    return text;
}

}  // namespace sim
