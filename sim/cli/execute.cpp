// SPDX-License-Identifier: Apache-2.0
// Computes a job: the result file is made first, or gone on with; replicates are written as they
// end and forgotten except for what the table needs; a comparison keeps them for the effects.
#include <chrono>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "sim/cli/job.hpp"
#include "sim/cli/output_path.hpp"
#include "sim/cli/show/progress.hpp"
#include "sim/cli/show/result_tables.hpp"
#include "sim/cli/show/text_table.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/sweep/deadline.hpp"
#include "sim/sweep/effects.hpp"
#include "sim/sweep/result_header.hpp"
#include "sim/sweep/run_local.hpp"

namespace sim {

namespace {

// Takes finished replicates, one at a time.
class Collector {
  public:
    Collector(const ResultHeader& header, ResultFile& file)
        : header_(header), file_(file), rule_(header.variables, header.dimensions) {
        const auto replicates = static_cast<std::size_t>(header.replicates);
        headline_.assign(header.scenarios.size(), std::vector<HeadlineValues>(replicates));
        if (is_comparison()) {
            values_.assign(header.scenarios.size(), std::vector<RecordedValues>(replicates));
        }
    }

    void take(std::size_t scenario, Record&& record) {
        file_.write(scenario, record);
        for (const PhaseTime& phase : record.timing) {
            seconds_[phase.name] += phase.seconds;
        }
        keep(scenario, std::move(record));
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

    bool is_comparison() const { return header_.scenarios.size() > 1; }
    std::size_t taken() const { return taken_; }
    std::vector<EffectVariable> effects() const {
        return paired_effects(header_.variables, values_);
    }
    const std::map<std::string, double>& seconds() const { return seconds_; }
    bool has_table() const { return !rule_.measures().empty(); }

    std::string table(const Arguments& arguments) const {
        const ResultTable table{header_, rule_, headline_};
        if (is_comparison()) {
            return arguments.json ? table.compare_json() : table.compare_text();
        }
        return arguments.json ? table.run_json() : table.run_text();
    }

  private:
    void keep(std::size_t scenario, Record&& record) {
        headline_[scenario][record.replicate] = rule_.values(record);
        ++taken_;
        if (is_comparison()) {
            values_[scenario][record.replicate] = std::move(record.values);
        }
    }

    const ResultHeader& header_;
    ResultFile& file_;
    HeadlineRule rule_;
    std::vector<std::vector<HeadlineValues>> headline_;
    std::vector<std::vector<RecordedValues>> values_;
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

// Simulates all replicates that the file does not hold; false if it was stopped.
bool simulate(const Job& job, const Arguments& arguments, const Session& session,
              const StopSignals& signals, const ResultFile& file, Checkpoints& checkpoints,
              Collector& collector) {
    const std::size_t missing = job.replicates() - collector.taken();
    Progress progress(session.console, job.quarters() / job.replicates() * missing, missing);
    std::optional<StateCache> cache = state_cache(job, arguments);
    LocalOptions options{arguments.threads, arguments.backend,
                         &signals.flag(),   [&] { progress.quarter_done(); },
                         Past::shared,      cache ? &*cache : nullptr};
    options.checkpoints = &checkpoints;
    options.is_there = [&](std::size_t scenario, std::uint32_t replicate) {
        return file.has(scenario, replicate);
    };
    if (arguments.time_limit) {
        options.deadline = deadline_after(*arguments.time_limit);
    }
    const bool finished = run_local(job.pointers(), session.models, options,
                                    [&](std::size_t scenario, Record&& record) {
                                        collector.take(scenario, std::move(record));
                                        progress.replicate_done();
                                    });
    if (cache) {
        say_what_was_kept(*cache, session.console);
    }
    session.console.detail(fmt::format("checkpoints: {} found, {} written", checkpoints.found(),
                                       checkpoints.written()));
    return finished;
}

void say_time_by_phase(const Collector& collector, Console& console) {
    for (const auto& [phase, seconds] : collector.seconds()) {
        console.detail(fmt::format("  {:<30} {:8.3f} s", phase, seconds));
    }
}

void print_table(const Collector& collector, const Arguments& arguments, Console& console) {
    if (arguments.json) {
        console.data(collector.table(arguments));
    } else if (collector.has_table()) {
        console.table(collector.table(arguments));
    }
}

}  // namespace

ExitCode execute(const Job& job, const Arguments& arguments, const Session& session) {
    Console& console = session.console;
    const ResultHeader header = result_header(job.command, job.pointers(), job.labels);
    make_output_folder(job.out);
    const StopSignals signals;  // until the file is finished: a signal must not cut it off
    const bool goes_on = job.begin == JobBegin::resumed;
    ResultFile file = goes_on ? ResultFile::reopen(job.out) : ResultFile(job.out, header);
    Checkpoints checkpoints(checkpoint_prefix(job.out),
                            [&](const std::string& words) { console.note(words); });
    if (job.begin == JobBegin::anew) {
        checkpoints.remove_all();
    } else {
        checkpoints.remove_leavings(std::chrono::seconds(0));  // nobody else writes into a result
    }
    Collector collector(header, file);
    if (goes_on) {
        collector.take_what_is_there();
    }
    console.detail(fmt::format("{} replicates of {} quarters on {} threads into {}",
                               job.replicates(), job.scenarios.front().scenario.quarters(),
                               arguments.threads, job.out));
    const bool finished = simulate(job, arguments, session, signals, file, checkpoints, collector);
    if (!finished) {
        const std::size_t begun = checkpoints.in_place();
        console.error(
            fmt::format("stopped after {} of {} replicates{}; go on with: tandem resume {}",
                        collector.taken(), job.replicates(),
                        begun > 0 ? fmt::format(", {} more begun and kept", begun) : "", job.out));
        return ExitCode::stopped;
    }
    if (collector.is_comparison()) {
        file.write_effects(collector.effects());
    }
    file.finish();
    checkpoints.remove_all();
    say_time_by_phase(collector, console);
    print_table(collector, arguments, console);
    console.note(fmt::format("wrote {}", job.out));
    return ExitCode::done;
}

}  // namespace sim
