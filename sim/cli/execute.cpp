// SPDX-License-Identifier: Apache-2.0
// Computes a job: the result file is made first, or gone on with; replicates are written as they
// end and forgotten except for what the table needs; a comparison reads them again for the effects.
// Replicates come in batches where their number is not known before.
#include <algorithm>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "sim/cli/collector.hpp"
#include "sim/cli/comparison_results.hpp"
#include "sim/cli/job.hpp"
#include "sim/cli/kept_portraits.hpp"
#include "sim/cli/output_path.hpp"
#include "sim/cli/show/progress.hpp"
#include "sim/cli/show/text_table.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/sweep/comparison/equal_cost.hpp"
#include "sim/sweep/deadline.hpp"
#include "sim/sweep/result_header.hpp"

namespace sim {

namespace {

std::optional<StateCache> state_cache(const Job& job, const Arguments& arguments) {
    if (arguments.state_cache == "off") {
        return std::nullopt;
    }
    return std::optional<StateCache>(std::in_place, arguments.state_cache.empty()
                                                        ? default_state_cache(job.out)
                                                        : arguments.state_cache);
}

void say_what_was_kept(const StateCache& cache, Console& console) {
    for (const std::string& trouble : cache.troubles()) {
        console.note("state cache: " + trouble);
    }
    console.detail(
        fmt::format("state cache: {} found, {} kept", cache.states_found(), cache.states_kept()));
}

// Pilots of which the result will hold no evaluation.
void say_what_is_not_judged(const Job& job, const PilotEffects& pilots, Console& console) {
    for (const std::string& label : pilots.unmarked()) {
        console.note(fmt::format(
            "pilot '{}' is not evaluated: the outcome that marks its regions is not recorded",
            label));
    }
    for (std::size_t s = 0; s < job.scenarios.size(); ++s) {
        const LoadedScenario& loaded = job.scenarios[s];
        if (acting_pilots(loaded.scenario, *loaded.model).size() > 1) {
            console.note(fmt::format(
                "{} has several pilots, whose regions cannot be told apart: none is evaluated",
                job.labels[s]));
        }
    }
}

// What the parts of a job share while it is computed.
struct Work {
    const Arguments& arguments;
    const Session& session;
    const StopSignals& signals;
    std::optional<StateCache> cache;
    std::optional<std::chrono::steady_clock::time_point> deadline;

    LocalOptions options() {
        LocalOptions options{arguments.threads, arguments.backend, &signals.flag()};
        options.states = cache ? &*cache : nullptr;
        options.deadline = deadline;
        return options;
    }
};

// Where the results of a job go.
struct Store {
    ResultFile& file;
    Checkpoints* checkpoints;  // none where feedbacks are frozen
};

// Simulates those of the replicates [from, to) that the file does not hold; false if it was
// stopped.
bool simulate(const Job& job, Work& work, const Store& store, int from, int to, RunPlan& plan,
              Collector& collector) {
    const std::vector<LocalMember> members =
        plan.members(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
    LocalOptions options = work.options();
    options.checkpoints = store.checkpoints;
    options.is_there = [&](std::size_t scenario, std::uint32_t replicate) {
        const RunPlan::Role& role = plan.role(scenario);
        return role.purpose == RunPlan::Purpose::written &&
               collector.is_done(role.alternative, replicate);
    };
    const auto missing = static_cast<std::size_t>(
        std::count_if(members.begin(), members.end(), [&](const LocalMember& member) {
            return !options.is_there(member.scenario, member.replicate);
        }));
    const auto quarters = static_cast<std::size_t>(job.scenarios.front().scenario.quarters());
    Progress progress(work.session.console, missing * quarters, missing);
    options.on_quarter = [&] { progress.quarter_done(); };
    const bool has_people = !collector.people().counts().empty();
    options.on_made = [&](Run& run, std::size_t member) {
        plan.prepare(run, members[member]);
        if (has_people &&
            plan.role(members[member].scenario).purpose == RunPlan::Purpose::written) {
            run.portray();
        }
    };
    return run_members(plan.scenarios(), members, work.session.models, options,
                       [&](std::size_t member, Record&& record) {
                           collector.take(plan.role(members[member].scenario), std::move(record));
                           progress.replicate_done();
                       });
}

// Where the next batch ends.
int next_end(const Job& job, int done) {
    const int most = job.scenarios.front().scenario.replicates;
    return job.options.until_precise.empty() ? most : PrecisionRule::next_look(done, most);
}

// Simulates all replicates that are needed; none if it was stopped.
std::optional<int> simulate_all(const Job& job, Work& work, const Store& store,
                                const PrecisionRule& precision, RunPlan& plan,
                                Collector& collector) {
    const int most = job.scenarios.front().scenario.replicates;
    int done = 0;
    while (done < most) {
        const int end = next_end(job, done);
        if (!simulate(job, work, store, done, end, plan, collector)) {
            return std::nullopt;
        }
        done = end;
        if (!job.options.until_precise.empty() &&
            precision.is_met(collector.headline(static_cast<std::size_t>(done)))) {
            break;
        }
    }
    if (work.cache) {
        say_what_was_kept(*work.cache, work.session.console);
    }
    if (store.checkpoints != nullptr) {
        work.session.console.detail(fmt::format("checkpoints: {} found, {} written",
                                                store.checkpoints->found(),
                                                store.checkpoints->written()));
    }
    return done;
}

void say_time_by_phase(const Collector& collector, Console& console) {
    for (const auto& [phase, seconds] : collector.seconds()) {
        console.detail(fmt::format("  {:<30} {:8.3f} s", phase, seconds));
    }
}

void print_run(const Collector& collector, const ResultHeader& header,
               const std::vector<PrecisionRule::Width>& widths, const Arguments& arguments,
               Console& console) {
    const ResultTable table{header, collector.rule(), collector.headline()};
    if (arguments.json) {
        console.data(collector.with_pilots(run_json(table, widths), true));
    } else if (!collector.rule().measures().empty()) {
        console.table(collector.with_pilots(run_text(table, widths), false));
    }
}

void print_comparison(const Collector& collector, const ComparisonReport& report,
                      const Arguments& arguments, Console& console) {
    if (arguments.json) {
        console.data(collector.with_pilots(report.json(), true));
    } else if (!report.rule.measures().empty()) {
        console.table(collector.with_pilots(report.text(console.verbosity()), false));
    }
}

// Rescales the alternatives unless that was done before; false if it was stopped.
bool make_costs_equal(Job& job, Work& work) {
    if (!job.options.equal_cost || !job.options.cost_matches.empty()) {
        return true;
    }
    auto matches = equalise_costs(job.scenarios, job.labels, job.options.cost, work.session.models,
                                  work.options());
    if (!matches) {
        return false;
    }
    job.options.cost_matches = std::move(*matches);
    return true;
}

}  // namespace

ExitCode execute(Job job, const Arguments& arguments, const Session& session) {
    Console& console = session.console;
    make_output_folder(job.out);
    const StopSignals signals;  // until the file is finished: a signal must not cut it off
    Work work{arguments, session, signals, state_cache(job, arguments), std::nullopt};
    if (arguments.time_limit) {
        work.deadline = deadline_after(*arguments.time_limit);
    }
    if (!make_costs_equal(job, work)) {
        console.error(
            "stopped before strengths were found at which costs are equal; nothing was "
            "written, so the same command begins anew");
        return ExitCode::stopped;
    }
    ResultHeader header = result_header(job.command, job.pointers(), job.labels);
    header.analysis = job.options.text();
    RunPlan plan(job.pointers(), job.options);
    // Frozen runs read what the base's run of the same replicate has written from its beginning, so
    // neither can go on from the middle.
    const bool is_whole = plan.freezes();
    const bool goes_on = job.begin == JobBegin::resumed && !is_whole;
    ResultFile file = goes_on ? ResultFile::reopen(job.out) : ResultFile(job.out, header);
    Checkpoints checkpoints(checkpoint_prefix(job.out),
                            [&](const std::string& words) { console.note(words); });
    if (job.begin == JobBegin::anew || is_whole) {
        checkpoints.remove_all();
    } else {
        checkpoints.remove_leavings(std::chrono::seconds(0));  // nobody else writes into a result
    }
    if (is_whole && job.begin == JobBegin::resumed) {
        console.note("runs with frozen feedbacks begin anew");
    }
    Collector collector(header, pilot_plans(job.pointers()), job.scenarios.front().model->people(),
                        file, plan);
    say_what_is_not_judged(job, collector.pilots(), console);
    const std::unique_ptr<Executor> executor = make_executor(arguments.backend, arguments.threads);
    if (goes_on) {
        collector.take_what_is_there();
        take_kept_portraits(job, collector, checkpoints, *executor);
    }
    const ComparisonSpec spec = job.scenarios.front().model->comparison();
    const PrecisionRule precision(job.options.until_precise, collector.rule(), spec);
    console.detail(fmt::format("{} replicates of {} quarters on {} threads into {}",
                               job.replicates(), job.scenarios.front().scenario.quarters(),
                               arguments.threads, job.out));
    const Store store{file, is_whole ? nullptr : &checkpoints};
    const std::optional<int> done = simulate_all(job, work, store, precision, plan, collector);
    if (!done) {
        if (!is_whole) {
            keep_portraits(job, collector, checkpoints, *executor);
        }
        const std::size_t begun = checkpoints.in_place();
        console.error(
            fmt::format("stopped after {} of {} replicates{}; go on with: tandem resume {}",
                        collector.taken(), job.replicates(),
                        begun > 0 ? fmt::format(", {} more begun and kept", begun) : "", job.out));
        return ExitCode::stopped;
    }
    header.replicates = *done;
    collector.cut(static_cast<std::size_t>(*done));
    if (!collector.pilots().empty()) {
        file.write_group(collector.pilots().group(collector.pilots().results()));
    }
    if (collector.is_comparison()) {
        const ComparisonReport report = report_of(job, header, spec, collector, plan, precision);
        write_comparison(report, collector, *executor, file);
        file.finish();
        checkpoints.remove_all();
        say_time_by_phase(collector, console);
        print_comparison(collector, report, arguments, console);
    } else {
        file.finish();
        checkpoints.remove_all();
        say_time_by_phase(collector, console);
        print_run(collector, header, precision.widths(collector.headline()), arguments, console);
    }
    console.note(fmt::format("wrote {}", job.out));
    return ExitCode::done;
}

}  // namespace sim
