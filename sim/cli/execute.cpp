// SPDX-License-Identifier: Apache-2.0
// Computes a job: the result file is made first, or gone on with; replicates are written as they
// end and forgotten except for what the table needs; a comparison keeps them for the effects.
// Replicates come in batches where their number is not known before, or where a batch needs memory
// of its own.
#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "sim/cli/job.hpp"
#include "sim/cli/output_path.hpp"
#include "sim/cli/show/comparison_report.hpp"
#include "sim/cli/show/progress.hpp"
#include "sim/cli/show/text_table.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/sweep/comparison/equal_cost.hpp"
#include "sim/sweep/comparison/run_plan.hpp"
#include "sim/sweep/deadline.hpp"
#include "sim/sweep/effects.hpp"
#include "sim/sweep/result_header.hpp"

namespace sim {

namespace {

// [scenario][replicate]
using ValueTable = std::vector<std::vector<RecordedValues>>;

// Takes finished runs, one at a time.
class Collector {
  public:
    Collector(const ResultHeader& header, ResultFile& file, RunPlan& plan)
        : file_(file), plan_(plan), rule_(header.variables, header.dimensions) {
        const auto replicates = static_cast<std::size_t>(header.replicates);
        headline_.assign(header.scenarios.size(), std::vector<HeadlineValues>(replicates));
        if (is_comparison()) {
            values_.assign(header.scenarios.size(), std::vector<RecordedValues>(replicates));
        }
        if (plan.freezes()) {
            frozen_headline_ = headline_;
            frozen_values_ = values_;
        }
    }

    void take(const RunPlan::Role& role, Record&& record) {
        const std::size_t s = role.alternative;
        const std::uint32_t replicate = record.replicate;
        for (const PhaseTime& phase : record.timing) {
            seconds_[phase.name] += phase.seconds;
        }
        if (role.purpose == RunPlan::Purpose::coalition) {
            plan_.attributions()[s - 1].keep(replicate, role.coalition, rule_.values(record));
        } else if (role.purpose == RunPlan::Purpose::frozen) {
            frozen_headline_[s][replicate] = rule_.values(record);
            frozen_values_[s][replicate] = std::move(record.values);
            plan_.forget_tape(replicate);
        } else {
            file_.write(s, record);
            keep(s, std::move(record));
        }
    }
    // Takes the replicates that the file holds already.
    void take_what_is_there() {
        for (std::size_t scenario = 0; scenario < headline_.size(); ++scenario) {
            for (std::size_t r = 0; r < headline_[scenario].size(); ++r) {
                if (file_.has(scenario, r)) {
                    keep(scenario, file_.read(scenario, r));
                }
            }
        }
    }

    // Forgets that there was room for more replicates.
    void cut(std::size_t replicates) {
        for (HeadlineTable* table : {&headline_, &frozen_headline_}) {
            for (auto& list : *table) {
                list.resize(replicates);
            }
        }
        for (ValueTable* table : {&values_, &frozen_values_}) {
            for (auto& list : *table) {
                list.resize(replicates);
            }
        }
        if (plan_.freezes()) {
            frozen_headline_.front() = headline_.front();
            frozen_values_.front() = values_.front();
        }
    }

    bool is_comparison() const { return headline_.size() > 1; }
    std::size_t taken() const { return taken_; }
    const HeadlineRule& rule() const { return rule_; }
    const std::map<std::string, double>& seconds() const { return seconds_; }
    const ValueTable& values() const { return values_; }
    const ValueTable& frozen_values() const { return frozen_values_; }
    const HeadlineTable& headline() const { return headline_; }
    const HeadlineTable& frozen_headline() const { return frozen_headline_; }
    // Of the first replicates.
    HeadlineTable headline(std::size_t replicates) const {
        HeadlineTable table;
        for (const auto& list : headline_) {
            table.emplace_back(list.begin(),
                               list.begin() + static_cast<std::ptrdiff_t>(replicates));
        }
        return table;
    }

  private:
    void keep(std::size_t scenario, Record&& record) {
        headline_[scenario][record.replicate] = rule_.values(record);
        ++taken_;
        if (is_comparison()) {
            values_[scenario][record.replicate] = std::move(record.values);
        }
    }

    ResultFile& file_;
    RunPlan& plan_;
    HeadlineRule rule_;
    HeadlineTable headline_;
    HeadlineTable frozen_headline_;
    ValueTable values_;
    ValueTable frozen_values_;
    std::map<std::string, double> seconds_;
    std::size_t taken_ = 0;
};

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
               store.file.has(role.alternative, replicate);
    };
    const auto missing = static_cast<std::size_t>(
        std::count_if(members.begin(), members.end(), [&](const LocalMember& member) {
            return !options.is_there(member.scenario, member.replicate);
        }));
    const auto quarters = static_cast<std::size_t>(job.scenarios.front().scenario.quarters());
    Progress progress(work.session.console, missing * quarters, missing);
    options.on_quarter = [&] { progress.quarter_done(); };
    options.on_made = [&](Run& run, std::size_t member) { plan.prepare(run, members[member]); };
    return run_members(plan.scenarios(), members, work.session.models, options,
                       [&](std::size_t member, Record&& record) {
                           collector.take(plan.role(members[member].scenario), std::move(record));
                           progress.replicate_done();
                       });
}

// Where the next batch ends. The tapes of a batch's frozen runs are in memory together.
int next_end(const Job& job, const Arguments& arguments, const RunPlan& plan, int done) {
    const int most = job.scenarios.front().scenario.replicates;
    if (!job.options.until_precise.empty()) {
        return PrecisionRule::next_look(done, most);
    }
    constexpr int per_thread = 4;
    return plan.freezes() ? std::min(most, done + per_thread * arguments.threads) : most;
}

// Simulates all replicates that are needed; none if it was stopped.
std::optional<int> simulate_all(const Job& job, Work& work, const Store& store,
                                const PrecisionRule& precision, RunPlan& plan,
                                Collector& collector) {
    const int most = job.scenarios.front().scenario.replicates;
    int done = 0;
    while (done < most) {
        const int end = next_end(job, work.arguments, plan, done);
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

std::vector<AttributionResult> attributed(RunPlan& plan, const Collector& collector,
                                          const ResultHeader& header) {
    std::vector<AttributionResult> results;
    for (std::size_t s = 1; s <= plan.attributions().size(); ++s) {
        const Attribution& attribution = plan.attributions()[s - 1];
        if (attribution.policies().empty()) {
            continue;
        }
        AttributionResult result{header.scenarios[s], attribution.pairs(), {}};
        for (std::size_t m = 0; m < collector.rule().measures().size(); ++m) {
            result.measures.push_back(
                attribution.result(collector.headline().front(), collector.headline()[s], m));
        }
        results.push_back(std::move(result));
    }
    return results;
}

ComparisonReport report_of(const Job& job, const ResultHeader& header, const ComparisonSpec& spec,
                           const Collector& collector, RunPlan& plan,
                           const PrecisionRule& precision) {
    ComparisonReport report{header, collector.rule(), spec, job.options};
    report.values = collector.headline();
    report.frozen = collector.frozen_headline();
    report.widths = precision.widths(report.values);
    report.attributions = attributed(plan, collector, header);
    std::vector<const Scenario*> scenarios;
    for (const LoadedScenario& loaded : job.scenarios) {
        scenarios.push_back(&loaded.scenario);
    }
    report.spillover = spillover(scenarios, spec, header, collector.values());
    return report;
}

ResultGroup equal_cost_group(const ComparisonReport& report) {
    ResultGroup group{"equal_cost",
                      "How strengths were rescaled so that alternatives cost the same, found on "
                      "few replicates.",
                      {},
                      {}};
    Dimension scenarios{"scenario", {}, "Alternatives.", {}};
    std::vector<double> factor, target, reached;
    for (const CostMatch& match : report.options.cost_matches) {
        scenarios.labels.push_back(match.scenario);
        factor.push_back(match.factor);
        target.push_back(match.target);
        reached.push_back(match.reached);
    }
    group.dimensions.push_back(std::move(scenarios));
    std::string unit;
    for (const HeadlineRule::Measure& measure : report.rule.measures()) {
        unit = measure.name == report.spec.cost ? measure.unit : unit;
    }
    group.variables = {
        {"factor", "1", "Factor of the strengths.", {"scenario"}, factor, false},
        {"target", unit, "Effect on cost to be reached.", {"scenario"}, target, false},
        {"reached", unit, "Effect on cost that was reached.", {"scenario"}, reached, false}};
    return group;
}

void write_comparison(const ComparisonReport& report, const Collector& collector,
                      ResultFile& file) {
    const auto add = [&](std::vector<ResultGroup> groups) {
        for (ResultGroup& group : groups) {
            file.write_group(std::move(group));
        }
    };
    const ResultHeader& header = report.header;
    file.write_effects(paired_effects(header.variables, collector.values()));
    add(headline_groups("effects/headline", header, report.rule, report.values));
    if (!report.frozen.empty()) {
        const std::string doc =
            fmt::format("Held at the base's course: {}.", fmt::join(report.options.freeze, ", "));
        file.write_effects(paired_effects(header.variables, collector.frozen_values()),
                           "effects_frozen", doc);
        add(headline_groups("effects_frozen/headline", header, report.rule, report.frozen));
    }
    if (report.spillover) {
        add(spillover_groups(header, *report.spillover));
    }
    if (!report.attributions.empty() && !report.rule.measures().empty()) {
        add(attribution_groups(report.rule, report.attributions));
    }
    if (!report.options.cost_matches.empty()) {
        file.write_group(equal_cost_group(report));
    }
}

void print_run(const Collector& collector, const ResultHeader& header,
               const std::vector<PrecisionRule::Width>& widths, const Arguments& arguments,
               Console& console) {
    const ResultTable table{header, collector.rule(), collector.headline()};
    if (arguments.json) {
        console.data(run_json(table, widths));
    } else if (!collector.rule().measures().empty()) {
        console.table(run_text(table, widths));
    }
}

void print_comparison(const ComparisonReport& report, const Arguments& arguments,
                      Console& console) {
    if (arguments.json) {
        console.data(report.json());
    } else if (!report.rule.measures().empty()) {
        console.table(report.text(console.verbosity()));
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
    Collector collector(header, file, plan);
    if (goes_on) {
        collector.take_what_is_there();
    }
    const ComparisonSpec spec = job.scenarios.front().model->comparison();
    const PrecisionRule precision(job.options.until_precise, collector.rule(), spec);
    console.detail(fmt::format("{} replicates of {} quarters on {} threads into {}",
                               job.replicates(), job.scenarios.front().scenario.quarters(),
                               arguments.threads, job.out));
    const Store store{file, is_whole ? nullptr : &checkpoints};
    const std::optional<int> done = simulate_all(job, work, store, precision, plan, collector);
    if (!done) {
        const std::size_t begun = checkpoints.in_place();
        console.error(
            fmt::format("stopped after {} of {} replicates{}; go on with: tandem resume {}",
                        collector.taken(), job.replicates(),
                        begun > 0 ? fmt::format(", {} more begun and kept", begun) : "", job.out));
        return ExitCode::stopped;
    }
    header.replicates = *done;
    collector.cut(static_cast<std::size_t>(*done));
    if (collector.is_comparison()) {
        const ComparisonReport report = report_of(job, header, spec, collector, plan, precision);
        write_comparison(report, collector, file);
        file.finish();
        checkpoints.remove_all();
        say_time_by_phase(collector, console);
        print_comparison(report, arguments, console);
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
