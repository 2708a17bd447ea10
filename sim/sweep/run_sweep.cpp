// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/run_sweep.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "sim/core/contract.hpp"
#include "sim/model/run.hpp"
#include "sim/sweep/checkpoint_origin.hpp"
#include "sim/sweep/shared_past.hpp"
#include "sim/sweep/store/sweep_folder.hpp"

namespace sim {

namespace {

using Clock = std::chrono::steady_clock;
// Members that begin from one state; they run one after the other.
using MemberGroup = std::vector<SweepMember>;

std::vector<MemberGroup> member_groups(const SweepPlan& plan,
                                       const std::vector<SweepMember>& members,
                                       std::size_t threads) {
    std::vector<MemberGroup> groups;
    std::map<std::pair<std::string_view, std::uint32_t>, std::size_t> place;
    for (const SweepMember& member : members) {
        const auto [found, is_new] =
            place.try_emplace({plan.points()[member.point].past, member.replicate}, groups.size());
        if (is_new) {
            groups.emplace_back();
        }
        groups[found->second].push_back(member);
    }
    if (groups.size() >= threads) {
        return groups;
    }
    // Sooner go through a past twice than leave threads without work.
    const std::size_t most = std::max<std::size_t>(1, members.size() / threads);
    std::vector<MemberGroup> parts;
    for (const MemberGroup& group : groups) {
        for (std::size_t at = 0; at < group.size(); at += most) {
            const auto first = group.begin() + static_cast<std::ptrdiff_t>(at);
            const auto count = static_cast<std::ptrdiff_t>(std::min(most, group.size() - at));
            parts.emplace_back(first, first + count);
        }
    }
    return parts;
}

class SweepRun {
  public:
    SweepRun(const SweepPlan& plan, const ModelCatalogue& models, const SweepOptions& options,
             MemberSink& sink)
        : plan_(plan),
          models_(models),
          options_(options),
          sink_(sink),
          rule_(measure_rule(plan.loaded())) {}

    SweepEnd run(const std::vector<SweepMember>& members) {
        const auto threads = static_cast<std::size_t>(options_.threads);
        const std::vector<MemberGroup> groups = member_groups(plan_, members, threads);
        const auto wide = make_executor(options_.backend, options_.threads);
        const std::size_t side_by_side = groups.size() - groups.size() % threads;
        if (side_by_side > 0) {
            std::size_t next = 0;  // guarded by mutex_
            wide->for_rows(threads, 1, [&](std::size_t) {
                const auto own = make_executor(Backend::serial, 1);
                while (true) {
                    std::unique_lock lock(mutex_);
                    if (next == side_by_side || must_halt()) {
                        return;
                    }
                    const MemberGroup& group = groups[next++];
                    const std::vector<std::size_t> numbers = begin(group);
                    lock.unlock();
                    run_group(group, numbers, *own);
                }
            });
        }
        for (std::size_t g = side_by_side; g < groups.size() && !must_halt(); ++g) {
            std::unique_lock lock(mutex_);
            const std::vector<std::size_t> numbers = begin(groups[g]);
            lock.unlock();
            run_group(groups[g], numbers, *wide);
        }
        if (ended_ == members.size() && !is_failed_fast_) {
            return SweepEnd::all_ran;
        }
        return is_failed_fast_ ? SweepEnd::failed_fast : SweepEnd::stopped;
    }

  private:
    std::vector<std::size_t> begin(const MemberGroup& group) {
        std::vector<std::size_t> numbers;
        for (const SweepMember& member : group) {
            numbers.push_back(sink_.begin(member));
        }
        return numbers;
    }

    void run_group(const MemberGroup& group, const std::vector<std::size_t>& numbers,
                   const Executor& executor) {
        std::optional<SharedPast> past;
        if (group.size() > 1 || shares_past(group.front())) {
            const LoadedScenario& base =
                plan_.loaded().scenarios[plan_.points()[group.front().point].scenario];
            past.emplace(origin_at_fork(plan_.scenario_of(group.front().point).scenario,
                                        *base.model, base.data_hash, group.front().replicate),
                         options_.states, group.size());
        }
        for (std::size_t i = 0; i < group.size() && !must_halt(); ++i) {
            run_member(group[i], numbers[i], executor, past ? &*past : nullptr);
        }
    }

    // Whether a state of its origin may serve, or come from, another member or sweep.
    bool shares_past(const SweepMember& member) const {
        const SweepPoint& point = plan_.points()[member.point];
        return options_.states != nullptr && point.past != point.inputs;
    }

    void run_member(const SweepMember& member, std::size_t number, const Executor& executor,
                    StateStore* states) {
        const Clock::time_point began = Clock::now();
        std::vector<std::vector<double>> values;
        std::unique_ptr<RunCheckpoint> checkpoint;
        try {
            const LoadedScenario loaded = plan_.scenario_of(member.point);
            checkpoint = checkpoint_of(member, loaded.scenario, executor);
            Run run(make_model(loaded, models_), loaded.scenario, member.replicate);
            const Record record = run.simulate(
                {&executor, &halt_, [this] { quarter_done(); }, states, checkpoint.get()});
            if (!record.complete) {
                return;
            }
            values = rule_.values(record);
        } catch (const std::exception& error) {
            fail(member, error.what());
            if (checkpoint) {
                checkpoint->remove();
            }
            return;
        }
        const std::chrono::duration<double> spent = Clock::now() - began;
        const std::lock_guard lock(mutex_);
        halting_on_failure([&] { sink_.done(member, number, values, spent.count()); });
        ++ended_;
        if (checkpoint) {
            checkpoint->remove();
        }
    }

    std::unique_ptr<RunCheckpoint> checkpoint_of(const SweepMember& member,
                                                 const Scenario& scenario,
                                                 const Executor& executor) const {
        if (options_.checkpoints == nullptr) {
            return nullptr;
        }
        auto checkpoint = options_.checkpoints->of(
            plan_.key(member).name(), scenario.output.checkpoint_quarters, [this, member] {
                const LoadedScenario& base =
                    plan_.loaded().scenarios[plan_.points()[member.point].scenario];
                return checkpoint_origin(plan_.scenario_of(member.point).scenario, *base.model,
                                         base.data_hash, member.replicate);
            });
        checkpoint->find(executor);
        return checkpoint;
    }

    void fail(const SweepMember& member, const std::string& error) {
        const std::lock_guard lock(mutex_);
        halting_on_failure([&] { sink_.failed(member, error); });
        ++ended_;
        if (options_.on_failure == OnFailure::stop) {
            is_failed_fast_ = true;
            halt_ = true;
        }
    }

    template <class Work>
    void halting_on_failure(Work&& work) {
        try {
            work();
        } catch (...) {
            halt_ = true;  // the others end at their next quarter
            throw;
        }
    }

    void quarter_done() {
        if (options_.on_quarter) {
            options_.on_quarter();
        }
        static_cast<void>(must_halt());
    }

    // Also hands a stop from outside on to the members that are running.
    bool must_halt() {
        if ((options_.stop != nullptr && options_.stop->load()) ||
            (options_.deadline && Clock::now() >= *options_.deadline)) {
            halt_ = true;
        }
        return halt_;
    }

    const SweepPlan& plan_;
    const ModelCatalogue& models_;
    const SweepOptions& options_;
    MemberSink& sink_;
    MeasureRule rule_;
    std::mutex mutex_;
    std::size_t ended_ = 0;        // guarded by mutex_ while members run
    bool is_failed_fast_ = false;  // guarded by mutex_ while members run
    std::atomic<bool> halt_{false};
};

}  // namespace

SweepEnd run_sweep(const SweepPlan& plan, const std::vector<SweepMember>& members,
                   const ModelCatalogue& models, const SweepOptions& options, MemberSink& sink) {
    SIM_EXPECT(options.threads >= 1);
    return SweepRun(plan, models, options, sink).run(members);
}

}  // namespace sim
