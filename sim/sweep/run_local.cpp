// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/run_local.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#include <fmt/format.h>

#include "sim/sweep/checkpoint_origin.hpp"
#include "sim/sweep/shared_past.hpp"

namespace sim {

namespace {

// Members that begin from the same state: one replicate of scenarios with one past.
struct Group {
    std::uint32_t replicate;
    std::size_t past;
    std::vector<std::size_t> members;  // positions in the list, in order
};

// By scenario: the number of its past; scenarios with the same past have the same number.
std::vector<std::size_t> pasts_of(const std::vector<const LoadedScenario*>& scenarios, Past past) {
    std::vector<std::size_t> pasts;
    std::vector<std::size_t> known;  // a scenario of each past
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        if (past == Past::recomputed || scenarios.size() == 1) {
            pasts.push_back(s);
            continue;
        }
        const auto found = std::find_if(known.begin(), known.end(), [&](std::size_t other) {
            return share_past(*scenarios[s], *scenarios[other]);
        });
        pasts.push_back(static_cast<std::size_t>(found - known.begin()));
        if (found == known.end()) {
            known.push_back(s);
        }
    }
    return pasts;
}

// By replicate, then scenario: what is compared with one another runs at about the same time.
std::vector<LocalMember> members_of(const std::vector<const LoadedScenario*>& scenarios) {
    std::uint32_t most = 0;
    for (const LoadedScenario* loaded : scenarios) {
        most = std::max(most, static_cast<std::uint32_t>(loaded->scenario.replicates));
    }
    std::vector<LocalMember> members;
    for (std::uint32_t replicate = 0; replicate < most; ++replicate) {
        for (std::size_t s = 0; s < scenarios.size(); ++s) {
            if (replicate < static_cast<std::uint32_t>(scenarios[s]->scenario.replicates)) {
                members.push_back({s, replicate});
            }
        }
    }
    return members;
}

// Positions of the members that need be run.
std::vector<std::size_t> missing_of(const std::vector<LocalMember>& members,
                                    const LocalOptions& options) {
    std::vector<std::size_t> missing;
    for (std::size_t m = 0; m < members.size(); ++m) {
        if (!options.is_there || !options.is_there(members[m].scenario, members[m].replicate)) {
            missing.push_back(m);
        }
    }
    return missing;
}

// In the order in which the list names the first of each.
std::vector<Group> groups_of(const std::vector<LocalMember>& members,
                             const std::vector<std::size_t>& missing,
                             const std::vector<std::size_t>& pasts) {
    std::vector<Group> groups;
    std::map<std::pair<std::uint32_t, std::size_t>, std::size_t> place;
    for (const std::size_t m : missing) {
        const std::size_t past = pasts[members[m].scenario];
        const auto [found, is_new] = place.try_emplace({members[m].replicate, past}, groups.size());
        if (is_new) {
            groups.push_back({members[m].replicate, past, {}});
        }
        groups[found->second].members.push_back(m);
    }
    return groups;
}

class LocalRun {
  public:
    LocalRun(const std::vector<const LoadedScenario*>& scenarios,
             const std::vector<LocalMember>& members, const ModelCatalogue& models,
             const LocalOptions& options, const std::function<void(std::size_t, Record&&)>& done)
        : scenarios_(scenarios),
          members_(members),
          models_(models),
          options_(options),
          done_(done) {}

    bool run() {
        const std::vector<std::size_t> missing = missing_of(members_, options_);
        const std::vector<Group> groups =
            groups_of(members_, missing, pasts_of(scenarios_, options_.past));
        const auto wide = make_executor(options_.backend, options_.threads);
        if (is_enough(groups.size())) {
            wide->for_rows(groups.size(), 1, [&](std::size_t g) {
                run_group(groups[g], *make_executor(Backend::serial, 1));
            });
        } else {
            for (const Group& group : groups) {
                run_group(group, *wide);
            }
        }
        return finished_ == missing.size();
    }

  private:
    // So many that each thread has its own.
    bool is_enough(std::size_t number) const {
        return number >= static_cast<std::size_t>(options_.threads);
    }

    using Checkpoint = std::unique_ptr<RunCheckpoint>;

    void run_group(const Group& group, const Executor& executor) {
        if (must_halt()) {
            return;
        }
        const std::size_t members = group.members.size();
        std::vector<Checkpoint> checkpoints;
        for (const std::size_t member : group.members) {
            checkpoints.push_back(checkpoint_of(members_[member], executor));
        }
        const std::vector<std::size_t> in_past = members_in_past(group, checkpoints);
        std::optional<SharedPast> past;
        if (options_.past == Past::shared &&
            (in_past.size() > 1 || (!in_past.empty() && options_.states != nullptr))) {
            past.emplace(origin_of(group), options_.states, in_past.size());
        }
        StateStore* states = past ? &*past : nullptr;
        // The first of those that need it goes through the past alone, with all threads at hand.
        const std::size_t first = in_past.empty() ? members : in_past.front();
        std::unique_ptr<Run> begun;
        if (first < members) {
            begun = make_run(group.members[first]);
            const RunOptions options = options_of(executor, states, checkpoints[first]);
            if (!halting_on_failure([&] { return begun->start(options); })) {
                return;
            }
        }
        const auto run_member = [&](std::size_t i, const Executor& own) {
            run_rest(group.members[i], i == first ? std::move(begun) : nullptr, checkpoints[i],
                     options_of(own, states, checkpoints[i]));
        };
        for (const Turn turn : {Turn::first, Turn::second}) {
            std::vector<std::size_t> due;
            for (std::size_t i = 0; i < members; ++i) {
                if (members_[group.members[i]].turn == turn) {
                    due.push_back(i);
                }
            }
            SIM_EXPECT(turn == Turn::second || (!due.empty() && due.front() == 0));
            if (executor.threads() > 1 && due.size() > 1 && is_enough(due.size())) {
                executor.for_rows(due.size(), 1, [&](std::size_t i) {
                    run_member(due[i], *make_executor(Backend::serial, 1));
                });
            } else {
                for (const std::size_t i : due) {
                    run_member(i, executor);
                }
            }
        }
    }

    // Scenarios made from others have no model of their own; that of any with one will do.
    const Model& model_of(const LoadedScenario& loaded) const {
        const auto with_model =
            std::find_if(scenarios_.begin(), scenarios_.end(), [&](const LoadedScenario* other) {
                return other->model != nullptr && other->scenario.model == loaded.scenario.model;
            });
        SIM_EXPECT(with_model != scenarios_.end());
        return loaded.model ? *loaded.model : *(*with_model)->model;
    }

    StateOrigin origin_of(const Group& group) const {
        const LoadedScenario& loaded = *scenarios_[members_[group.members.front()].scenario];
        return origin_at_fork(loaded.scenario, model_of(loaded), loaded.data_hash, group.replicate);
    }

    // Members that no checkpoint takes beyond the past; one that has come a part of the way first.
    std::vector<std::size_t> members_in_past(const Group& group,
                                             const std::vector<Checkpoint>& checkpoints) const {
        std::vector<std::size_t> in_past;
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            const LoadedScenario& loaded = *scenarios_[members_[group.members[i]].scenario];
            const auto reached = checkpoints[i] ? checkpoints[i]->reached() : std::nullopt;
            if (!reached) {
                in_past.push_back(i);
            } else if (*reached < loaded.scenario.fork_quarter()) {
                in_past.insert(in_past.begin(), i);
            }
        }
        return in_past;
    }

    Checkpoint checkpoint_of(const LocalMember& member, const Executor& executor) const {
        if (options_.checkpoints == nullptr) {
            return nullptr;
        }
        const LoadedScenario& loaded = *scenarios_[member.scenario];
        Checkpoint checkpoint = options_.checkpoints->of(
            fmt::format("{}-{}", member.scenario, member.replicate),
            loaded.scenario.output.checkpoint_quarters, [this, &loaded, member] {
                return checkpoint_origin(loaded.scenario, model_of(loaded), loaded.data_hash,
                                         member.replicate);
            });
        checkpoint->find(executor);
        return checkpoint;
    }

    // Goes on with a run that has left the past behind, or begins one. The model is gone when this
    // returns: only the record is kept while it waits to be written.
    void run_rest(std::size_t member, std::unique_ptr<Run> begun, const Checkpoint& checkpoint,
                  const RunOptions& options) {
        if (must_halt() && !begun) {
            return;
        }
        halting_on_failure([&] {
            std::unique_ptr<Run> run = begun ? nullptr : make_run(member);
            Record record = begun ? begun->finish(options) : run->simulate(options);
            begun.reset();
            run.reset();
            if (record.complete) {
                const std::lock_guard lock(done_mutex_);
                done_(member, std::move(record));
                ++finished_;
                if (checkpoint) {
                    checkpoint->remove();
                }
            }
            return true;
        });
    }

    std::unique_ptr<Run> make_run(std::size_t member) const {
        const LoadedScenario& loaded = *scenarios_[members_[member].scenario];
        auto run = std::make_unique<Run>(make_model(loaded, models_), loaded.scenario,
                                         members_[member].replicate);
        if (options_.on_made) {
            options_.on_made(*run, member);
        }
        return run;
    }

    RunOptions options_of(const Executor& executor, StateStore* states,
                          const Checkpoint& checkpoint) {
        return {&executor, &halt_,
                [this] {
                    if (options_.on_quarter) {
                        options_.on_quarter();
                    }
                    static_cast<void>(must_halt());
                },
                states, checkpoint.get()};
    }

    template <class Work>
    bool halting_on_failure(Work&& work) {
        try {
            return work();
        } catch (...) {
            halt_ = true;  // the others end at their next quarter
            throw;
        }
    }

    // Also hands a stop from outside on to the members that are running.
    bool must_halt() {
        if ((options_.stop != nullptr && options_.stop->load()) ||
            (options_.deadline && std::chrono::steady_clock::now() >= *options_.deadline)) {
            halt_ = true;
        }
        return halt_;
    }

    const std::vector<const LoadedScenario*>& scenarios_;
    const std::vector<LocalMember>& members_;
    const ModelCatalogue& models_;
    const LocalOptions& options_;
    const std::function<void(std::size_t, Record&&)>& done_;
    std::mutex done_mutex_;
    std::size_t finished_ = 0;  // guarded by done_mutex_ while members run
    std::atomic<bool> halt_{false};
};

}  // namespace

bool run_members(const std::vector<const LoadedScenario*>& scenarios,
                 const std::vector<LocalMember>& members, const ModelCatalogue& models,
                 const LocalOptions& options,
                 const std::function<void(std::size_t member, Record&& record)>& done) {
    SIM_EXPECT(options.threads >= 1);
    return LocalRun(scenarios, members, models, options, done).run();
}

bool run_local(const std::vector<const LoadedScenario*>& scenarios, const ModelCatalogue& models,
               const LocalOptions& options,
               const std::function<void(std::size_t scenario, Record&& record)>& done) {
    const std::vector<LocalMember> members = members_of(scenarios);
    return run_members(scenarios, members, models, options,
                       [&](std::size_t member, Record&& record) {
                           done(members[member].scenario, std::move(record));
                       });
}

}  // namespace sim
