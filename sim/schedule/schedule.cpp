// SPDX-License-Identifier: Apache-2.0
#include "sim/schedule/schedule.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/core/contract.hpp"

namespace sim {

void Schedule::attach(std::string_view slot, Phase& phase) {
    for (Step& step : steps_) {
        if (step.slot == slot && !slot.empty()) {
            step.phases.push_back(&phase);
            return;
        }
    }
    throw ContractError(
        fmt::format("phase '{}' asks for slot '{}', which the schedule lacks", phase.name(), slot));
}

Phase& Schedule::phase(std::string_view name) const {
    for (const Step& step : steps_) {
        for (Phase* phase : step.phases) {
            if (step.slot.empty() && phase->name() == name) {
                return *phase;
            }
        }
    }
    throw ContractError(fmt::format("the schedule lacks a phase '{}'", name));
}

void Schedule::insert_after(const Phase& before, Phase& phase) {
    for (auto step = steps_.begin(); step != steps_.end(); ++step) {
        if (std::find(step->phases.begin(), step->phases.end(), &before) != step->phases.end()) {
            steps_.insert(step + 1, {{}, {}, {&phase}, 0.0});
            return;
        }
    }
    throw ContractError(fmt::format("phase '{}' is not in the schedule", before.name()));
}

void Schedule::prepare(World& world) {
    for (const Step& step : steps_) {
        for (Phase* phase : step.phases) {
            phase->bind(world);
            if (const std::string conflict = conflict_within(*phase); !conflict.empty()) {
                throw ContractError(conflict);
            }
        }
        if (!step.slot.empty()) {
            continue;  // instruments of a slot act one after another
        }
        for (std::size_t i = 0; i < step.phases.size(); ++i) {
            for (std::size_t j = i + 1; j < step.phases.size(); ++j) {
                const std::string conflict = conflict_between(*step.phases[i], *step.phases[j]);
                if (!conflict.empty()) {
                    throw ContractError(conflict);
                }
            }
        }
    }
}

void Schedule::run(const Tick& tick) {
    const unsigned bit = Phase::only(tick.now().quarter());
    for (Step& step : steps_) {
        const auto began = std::chrono::steady_clock::now();
        std::vector<Phase*> due;
        for (Phase* phase : step.phases) {
            if ((phase->quarters() & bit) != 0 && !phase->is_before_start(tick.now())) {
                due.push_back(phase);
            }
        }
        if (step.slot.empty() && due.size() > 1) {
            tick.executor().for_rows(due.size(), 1, [&](std::size_t i) { due[i]->run(tick); });
        } else {
            for (Phase* phase : due) {
                phase->run(tick);
            }
        }
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - began;
        step.seconds += spent.count();
    }
}

}  // namespace sim
