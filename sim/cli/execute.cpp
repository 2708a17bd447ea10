// SPDX-License-Identifier: Apache-2.0
// Computes a job: the result file is made first, replicates are written as they end and forgotten
// except for what the table needs; a comparison keeps them for the effects.
#include <map>
#include <optional>

#include <fmt/format.h>

#include "sim/cli/job.hpp"
#include "sim/cli/output_path.hpp"
#include "sim/cli/show/pilot_table.hpp"
#include "sim/cli/show/progress.hpp"
#include "sim/cli/show/result_tables.hpp"
#include "sim/cli/show/text_table.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/sweep/effects.hpp"
#include "sim/sweep/pilot_effects.hpp"
#include "sim/sweep/result_header.hpp"
#include "sim/sweep/run_local.hpp"

namespace sim {

namespace {

// Takes finished replicates, one at a time.
class Collector {
  public:
    Collector(const ResultHeader& header, std::vector<PilotPlan> pilots, ResultFile& file)
        : header_(header),
          file_(file),
          rule_(header.variables, header.dimensions),
          pilots_(std::move(pilots), header) {
        const auto replicates = static_cast<std::size_t>(header.replicates);
        headline_.assign(header.scenarios.size(), std::vector<HeadlineValues>(replicates));
        if (is_comparison()) {
            values_.assign(header.scenarios.size(), std::vector<RecordedValues>(replicates));
        }
    }

    void take(std::size_t scenario, Record&& record) {
        file_.write(scenario, record);
        headline_[scenario][record.replicate] = rule_.values(record);
        pilots_.take(scenario, record.replicate, record.values);
        for (const PhaseTime& phase : record.timing) {
            seconds_[phase.name] += phase.seconds;
        }
        ++taken_;
        if (is_comparison()) {
            values_[scenario][record.replicate] = std::move(record.values);
        }
    }

    bool is_comparison() const { return header_.scenarios.size() > 1; }
    std::size_t taken() const { return taken_; }
    std::vector<EffectVariable> effects() const {
        return paired_effects(header_.variables, values_);
    }
    const std::map<std::string, double>& seconds() const { return seconds_; }
    const PilotEffects& pilots() const { return pilots_; }
    bool has_table() const { return !rule_.measures().empty(); }

    std::string table(const Arguments& arguments) const {
        const ResultTable table{header_, rule_, headline_};
        if (is_comparison()) {
            return with_pilots(arguments.json ? table.compare_json() : table.compare_text(),
                               arguments.json);
        }
        return with_pilots(arguments.json ? table.run_json() : table.run_text(), arguments.json);
    }

  private:
    std::string with_pilots(const std::string& table, bool is_json) const {
        if (pilots_.empty()) {
            return table;
        }
        const PilotTable pilots{header_, pilots_.measures(), pilots_.results()};
        return is_json ? pilots.added_to_json(table) : table + '\n' + pilots.text();
    }

    const ResultHeader& header_;
    ResultFile& file_;
    HeadlineRule rule_;
    PilotEffects pilots_;
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

// Simulates all replicates; false if it was stopped.
bool simulate(const Job& job, const Arguments& arguments, const Session& session,
              const StopSignals& signals, Collector& collector) {
    Progress progress(session.console, job.quarters(), job.replicates());
    std::optional<StateCache> cache = state_cache(job, arguments);
    const LocalOptions options{arguments.threads, arguments.backend,
                               &signals.flag(),   [&] { progress.quarter_done(); },
                               Past::shared,      cache ? &*cache : nullptr};
    const bool finished = run_local(job.pointers(), session.models, options,
                                    [&](std::size_t scenario, Record&& record) {
                                        collector.take(scenario, std::move(record));
                                        progress.replicate_done();
                                    });
    if (cache) {
        say_what_was_kept(*cache, session.console);
    }
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
    ResultFile file(job.out, header);
    Collector collector(header, pilot_plans(job.pointers()), file);
    say_what_is_not_judged(job, collector.pilots(), console);
    console.detail(fmt::format("{} replicates of {} quarters on {} threads into {}",
                               job.replicates(), job.scenarios.front().scenario.quarters(),
                               arguments.threads, job.out));
    const bool finished = simulate(job, arguments, session, signals, collector);
    if (!finished) {
        console.error(fmt::format("stopped after {} of {} replicates; go on with: tandem resume {}",
                                  collector.taken(), job.replicates(), job.out));
        return ExitCode::stopped;
    }
    if (collector.is_comparison()) {
        file.write_effects(collector.effects());
    }
    if (!collector.pilots().empty()) {
        file.write_group(collector.pilots().group(collector.pilots().results()));
    }
    file.finish();
    say_time_by_phase(collector, console);
    print_table(collector, arguments, console);
    console.note(fmt::format("wrote {}", job.out));
    return ExitCode::done;
}

}  // namespace sim
