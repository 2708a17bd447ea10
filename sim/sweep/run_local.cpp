// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/run_local.hpp"

#include <mutex>

namespace sim {

namespace {

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
        if (members_.size() >= static_cast<std::size_t>(options_.threads)) {
            const auto side_by_side = make_executor(options_.backend, options_.threads);
            side_by_side->for_chunks(members_.size(), 1, [&](const Chunk& chunk) {
                run_member(chunk.number, *make_executor(Backend::serial, 1));
            });
        } else {
            const auto within = make_executor(options_.backend, options_.threads);
            for (std::size_t number = 0; number < members_.size(); ++number) {
                run_member(number, *within);
            }
        }
        return finished_ == members_.size();
    }

  private:
    void run_member(std::size_t number, const Executor& executor) {
        if (must_halt()) {
            return;
        }
        try {
            Record record = simulate(members_[number], executor);
            if (record.complete) {
                const std::lock_guard lock(done_mutex_);
                done_(number, std::move(record));
                ++finished_;
            }
        } catch (...) {
            halt_ = true;  // the others end at their next quarter
            throw;
        }
    }

    // The model is gone when this returns: only the record is kept while it waits to be written.
    Record simulate(const LocalMember& member, const Executor& executor) {
        const LoadedScenario& loaded = *scenarios_[member.scenario];
        Run run(make_model(loaded, models_), loaded.scenario, member.replicate);
        return run.simulate({&executor, &halt_, [this] {
                                 if (options_.on_quarter) {
                                     options_.on_quarter();
                                 }
                                 static_cast<void>(must_halt());
                             }});
    }

    // Also hands a stop from outside on to the members that are running.
    bool must_halt() {
        if (options_.stop != nullptr && options_.stop->load()) {
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
