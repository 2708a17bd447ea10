// SPDX-License-Identifier: Apache-2.0
// Every run that a comparison needs: those that are written, and beside them alternatives with
// frozen feedbacks and the coalitions of an attribution. Takes their results, one call at a time,
// and says what follows from them.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sim/model/feedback_tape.hpp"
#include "sim/sweep/comparison/attribution.hpp"
#include "sim/sweep/comparison/options.hpp"
#include "sim/sweep/run_local.hpp"

namespace sim {

class RunPlan {
  public:
    // What a run is for. `alternative` is its scenario's number among those that are written.
    enum class Purpose { written, frozen, coalition };
    struct Role {
        Purpose purpose;
        std::size_t alternative;
        Coalition coalition = 0;
    };

    // `scenarios` are written; the base comes first. Throws UserError, about all alternatives at
    // once, where something that is asked for cannot be told.
    RunPlan(const std::vector<const LoadedScenario*>& scenarios, const ComparisonOptions& options);

    // Runs of the replicates [from, to). Adds to scenarios().
    std::vector<LocalMember> members(std::uint32_t from, std::uint32_t to);
    const std::vector<const LoadedScenario*>& scenarios() const { return scenarios_; }
    const Role& role(std::size_t scenario) const { return roles_.at(scenario); }

    // To be called for each run that is made; the base's writes feedbacks, frozen ones read them.
    void prepare(Run& run, const LocalMember& member);
    // A frozen run of the replicate is over.
    void forget_tape(std::uint32_t replicate);

    bool attributes() const { return !attributions_.empty(); }
    bool freezes() const { return !freeze_.empty(); }
    // By alternative: entry 0 is number 1.
    std::vector<Attribution>& attributions() { return attributions_; }

  private:
    struct Tape {
        FeedbackTape tape{};
        std::size_t readers = 0;
    };

    std::size_t scenario_of(std::size_t alternative, Coalition coalition);

    std::size_t written_;
    std::vector<const LoadedScenario*> scenarios_;
    std::vector<Role> roles_;
    std::vector<std::string> freeze_;
    std::vector<Attribution> attributions_;
    std::deque<LoadedScenario> made_;
    std::map<std::pair<std::size_t, Coalition>, std::size_t> coalitions_;
    std::map<std::uint32_t, Tape> tapes_;  // its entries are made by members() alone
};

}  // namespace sim
