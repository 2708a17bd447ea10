// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/point_simulator.hpp"

#include <fmt/format.h>

#include "sim/core/build_info.hpp"
#include "sim/core/contract.hpp"
#include "sim/scenario/data_files.hpp"
#include "sim/scenario/resolved.hpp"
#include "sim/sweep/result_header.hpp"

namespace sim {

namespace {

std::string selection_text(const Selection& selection) {
    std::string text = selection.outcome;
    for (const auto& [dimension, labels] : selection.where) {
        text += fmt::format(" {}={}", dimension, fmt::join(labels, "|"));
    }
    for (const Quarter quarter : selection.quarters) {
        text += ' ' + quarter.text();
    }
    return text;
}

// Parameters act from the first quarter on, so no two points have their past in common.
LocalOptions own_pasts(LocalOptions options) {
    options.past = Past::recomputed;
    options.states = nullptr;
    return options;
}

}  // namespace

PointSimulator::PointSimulator(const LoadedCalibration& calibration, const ModelCatalogue& models,
                               const LocalOptions& options, RunLog& log,
                               std::function<void()> on_run)
    : calibration_(calibration),
      models_(models),
      options_(own_pasts(options)),
      log_(log),
      on_run_(std::move(on_run)),
      rule_(calibration.calibration.targets, variables_of(calibration.base),
            calibration.base.model->dimensions(), calibration.base.scenario.first_quarter()) {}

LoadedScenario PointSimulator::scenario_at(const std::vector<double>& values) const {
    LoadedScenario loaded;
    loaded.scenario = calibration_.base.scenario;
    loaded.file = calibration_.base.file;
    loaded.data_texts = calibration_.base.data_texts;
    for (std::size_t k = 0; k < values.size(); ++k) {
        loaded.scenario.parameters[calibration_.calibration.parameters[k].name] = values[k];
    }
    return loaded;
}

std::vector<Draws> PointSimulator::operator()(const std::vector<std::vector<double>>& points,
                                              int replicates) const {
    std::vector<LoadedScenario> scenarios;
    std::vector<LocalMember> members;
    for (const std::vector<double>& values : points) {
        for (std::uint32_t r = 0; r < static_cast<std::uint32_t>(replicates); ++r) {
            if (log_.find(values, r) == nullptr) {
                members.push_back({scenarios.size(), r});
            }
        }
        scenarios.push_back(scenario_at(values));
    }
    std::vector<const LoadedScenario*> pointers;
    for (const LoadedScenario& scenario : scenarios) {
        pointers.push_back(&scenario);
    }
    const bool finished =
        run_members(pointers, members, models_, options_, [&](std::size_t m, Record&& record) {
            log_.add(points[members[m].scenario], members[m].replicate, rule_.values(record));
            if (on_run_) {
                on_run_();
            }
        });
    if (!finished) {
        throw CalibrationStopped();
    }
    std::vector<Draws> draws;
    for (const std::vector<double>& values : points) {
        Draws at;
        for (std::uint32_t r = 0; r < static_cast<std::uint32_t>(replicates); ++r) {
            const std::vector<double>* numbers = log_.find(values, r);
            SIM_ENSURE(numbers != nullptr);
            at.push_back(*numbers);
        }
        draws.push_back(std::move(at));
    }
    return draws;
}

std::string run_identity(const LoadedCalibration& calibration) {
    const LoadedScenario& base = calibration.base;
    std::string text = std::string(program_version()) + ' ' + std::string(git_commit()) + ' ' +
                       base.data_hash + '\n' +
                       resolved_text(base.scenario, *base.model, ResolvedFor::hash);
    for (const Target& target : calibration.calibration.targets) {
        text += fmt::format("{} {} {}", target.name, enum_name(target.statistic),
                            selection_text(target.of));
        text += target.over ? " over " + selection_text(*target.over) + '\n' : "\n";
    }
    return text_hash(text);
}

}  // namespace sim
