// SPDX-License-Identifier: Apache-2.0
// SCHEDULE: the ordered list of a tick's phases, written by hand once per model. Order is meaning.
// Slots are named points at which instruments act. Phases put together run concurrently and are
// refused, before anything runs, if one writes what another reads or writes.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/schedule/phase.hpp"

namespace sim {

// A named point of a tick at which instruments act.
struct Slot {
    std::string_view name;
    std::string_view doc;
};

class Schedule {
  public:
    // Everything that runs at one position: a phase alone, phases together, or a slot.
    struct Step {
        std::string_view slot{};  // empty unless the step is a slot
        std::string_view slot_doc{};
        std::vector<Phase*> phases{};
        double seconds = 0.0;  // wall time spent so far
    };

    template <class P, class... Arguments>
    P& add(Arguments&&... arguments) {
        P& phase = own<P>(std::forward<Arguments>(arguments)...);
        steps_.push_back({{}, {}, {&phase}, 0.0});
        return phase;
    }
    // Opens a group: phases that are added by `join` until the next add or slot run concurrently.
    void together() { steps_.push_back({}); }
    template <class P, class... Arguments>
    P& join(Arguments&&... arguments) {
        P& phase = own<P>(std::forward<Arguments>(arguments)...);
        steps_.back().phases.push_back(&phase);
        return phase;
    }
    void slot(const Slot& slot) { steps_.push_back({slot.name, slot.doc, {}, 0.0}); }
    // Puts a phase (an instrument, owned elsewhere) into the slot of that name, after those there.
    void attach(std::string_view slot, Phase& phase);

    // The phase of that name, instruments aside; throws ContractError if there is none.
    Phase& phase(std::string_view name) const;
    // Runs a phase (owned elsewhere) alone, right after the position at which `before` runs.
    void insert_after(const Phase& before, Phase& phase);

    const std::vector<Step>& steps() const { return steps_; }

    // Binds all handles and refuses conflicts; throws ContractError that names both phases and the
    // column. Needed once before run.
    void prepare(World& world);
    void run(const Tick& tick);

  private:
    template <class P, class... Arguments>
    P& own(Arguments&&... arguments) {
        auto phase = std::make_unique<P>(std::forward<Arguments>(arguments)...);
        P& reference = *phase;
        owned_.push_back(std::move(phase));
        return reference;
    }

    std::vector<std::unique_ptr<Phase>> owned_;
    std::vector<Step> steps_;
};

// What is wrong with the accesses of phases that run together, or of one phase alone; empty if
// nothing is. Handles must be bound.
std::string conflict_between(const Phase& a, const Phase& b);
std::string conflict_within(const Phase& phase);

}  // namespace sim
