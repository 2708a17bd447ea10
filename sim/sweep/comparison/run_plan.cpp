// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/run_plan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/core/error.hpp"
#include "sim/core/text.hpp"
#include "sim/sweep/shared_past.hpp"

namespace sim {

namespace {

void check_feedbacks(const Model& model, const std::vector<std::string>& names,
                     Problems& problems) {
    std::vector<std::string> known;
    for (const Feedback& feedback : model.feedbacks()) {
        known.emplace_back(feedback.name);
    }
    for (const std::string& name : names) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            problems.add({{"--freeze"},
                          fmt::format("model '{}' has no feedback '{}'", model.name(), name),
                          known.empty() ? "it declares none that could be frozen"
                                        : fmt::format("expected {}", listed(known)),
                          nearest_name(name, known)});
        }
    }
}

}  // namespace

RunPlan::RunPlan(const std::vector<const LoadedScenario*>& scenarios,
                 const ComparisonOptions& options)
    : written_(scenarios.size()), scenarios_(scenarios), freeze_(options.freeze) {
    for (std::size_t s = 0; s < written_; ++s) {
        roles_.push_back({Purpose::written, s});
    }
    Problems problems;
    check_feedbacks(*scenarios.front()->model, freeze_, problems);
    for (std::size_t s = 1; s < written_; ++s) {
        if (!freeze_.empty() && !share_past(*scenarios.front(), *scenarios[s])) {
            problems.add(
                {{scenarios[s]->file},
                 fmt::format("differs from {} before any policy acts", scenarios.front()->file),
                 "--freeze holds what begins alike: the same parameters, and policies "
                 "from time.start on",
                 {}});
        }
        if (options.attribute) {
            try {
                attributions_.emplace_back(*scenarios.front(), *scenarios[s]);
            } catch (const UserError& error) {
                for (const Problem& problem : error.problems()) {
                    problems.add(problem);
                }
            }
        }
        if (!freeze_.empty()) {
            scenarios_.push_back(scenarios[s]);
            roles_.push_back({Purpose::frozen, s});
        }
    }
    problems.throw_if_any();
}

std::size_t RunPlan::scenario_of(std::size_t alternative, Coalition coalition) {
    const auto [place, is_new] =
        coalitions_.try_emplace({alternative, coalition}, scenarios_.size());
    if (is_new) {
        made_.push_back(attributions_.at(alternative - 1).scenario_of(coalition));
        scenarios_.push_back(&made_.back());
        roles_.push_back({Purpose::coalition, alternative, coalition});
    }
    return place->second;
}

// By replicate, so that what is compared with one another runs at about the same time.
std::vector<LocalMember> RunPlan::members(std::uint32_t from, std::uint32_t to) {
    std::vector<LocalMember> members;
    for (std::uint32_t replicate = from; replicate < to; ++replicate) {
        for (std::size_t s = 0; s < written_; ++s) {
            members.push_back({s, replicate});
        }
        for (std::size_t s = 1; s <= attributions_.size(); ++s) {
            for (const Coalition coalition : attributions_[s - 1].coalitions(replicate)) {
                members.push_back({scenario_of(s, coalition), replicate});
            }
        }
        if (freezes()) {
            tapes_[replicate].readers = written_ - 1;
            for (std::size_t s = 1; s < written_; ++s) {
                members.push_back({written_ + s - 1, replicate, Turn::second});
            }
        }
    }
    return members;
}

void RunPlan::prepare(Run& run, const LocalMember& member) {
    if (!freezes()) {
        return;
    }
    if (member.scenario == 0) {
        run.write_feedbacks(freeze_, tapes_.at(member.replicate).tape);
    } else if (role(member.scenario).purpose == Purpose::frozen) {
        run.hold_feedbacks(freeze_, tapes_.at(member.replicate).tape);
    }
}

void RunPlan::forget_tape(std::uint32_t replicate) {
    Tape& tape = tapes_.at(replicate);
    if (--tape.readers == 0) {
        tape.tape = FeedbackTape();  // other threads may look up other entries: it stays in place
    }
}

}  // namespace sim
