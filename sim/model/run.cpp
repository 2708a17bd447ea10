// SPDX-License-Identifier: Apache-2.0
#include "sim/model/run.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

namespace sim {

namespace {

// Adds the seconds of its life to a sum.
class Stopwatch {
  public:
    explicit Stopwatch(double& sum) : sum_(sum) {}
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    ~Stopwatch() {
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - began_;
        sum_ += spent.count();
    }

  private:
    double& sum_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

constexpr std::string_view panel_group = "panel";

std::vector<EventColumn> all_panel_columns(const Model& model) {
    std::vector<EventColumn> columns{
        {"replicate", unit::none, "Replicate of the run, from 0.", true, {}},
        {"time",
         unit::year,
         "Quarter at whose end the record was taken (2024.75 = 2024Q4).",
         false,
         {}}};
    model.panel_columns(columns);
    return columns;
}

}  // namespace

void assign_parameters(Model& model, const Scenario& scenario) {
    for (const auto& [name, value] : scenario.parameters) {
        ParamBase* param = model.params().find(name);
        SIM_EXPECT(param != nullptr);
        param->assign(value);
    }
}

Run::Run(std::unique_ptr<Model> model, const Scenario& scenario, std::uint32_t replicate)
    : model_(std::move(model)),
      scenario_(&scenario),
      origin_(scenario.origin()),
      replicate_(replicate),
      next_(scenario.first_quarter()) {
    assign_parameters(*model_, scenario);
    attach_instruments();
    make_outputs();
}

void Run::make_outputs() {
    const std::vector<std::string>& only = scenario_->output.only;
    for (const auto& entry : model_->outputs().entries()) {
        if (only.empty() || std::find(only.begin(), only.end(), entry.name) != only.end()) {
            outputs_.push_back(entry.make());
        }
    }
}

void Run::write_feedbacks(const std::vector<std::string>& names, FeedbackTape& tape) {
    SIM_EXPECT(holds_.empty());
    holds_ = attach_feedbacks(feedbacks_named(model_->feedbacks(), names), model_->world(),
                              model_->schedule(), tape, HoldPhase::Mode::write);
}

void Run::hold_feedbacks(const std::vector<std::string>& names, FeedbackTape& tape) {
    SIM_EXPECT(holds_.empty());
    holds_ = attach_feedbacks(feedbacks_named(model_->feedbacks(), names), model_->world(),
                              model_->schedule(), tape, HoldPhase::Mode::put_back);
}

Record Run::simulate(const RunOptions& options) {
    return start(options) ? finish(options) : std::move(record_);
}

bool Run::start(const RunOptions& options) {
    {
        const Stopwatch watch(seconds_of_initial_state_);
        model_->prepare({&origin_, tick_of(next_ - 1, options), replicate_});
    }
    const Quarter fork = scenario_->fork_quarter();
    const std::optional<Quarter> left =
        options.checkpoints != nullptr ? options.checkpoints->reached() : std::nullopt;
    const bool is_past_fork = left && *left >= fork;
    const bool is_at_fork = !is_past_fork && restore(fork, options);
    std::optional<Record> so_far;
    if (left && !is_at_fork) {
        const Stopwatch watch(seconds_of_saved_state_);
        so_far = options.checkpoints->restore(model_->world(), *options.executor);
    } else if (!is_at_fork && (fork < next_ || !restore(next_ - 1, options))) {
        const Stopwatch watch(seconds_of_initial_state_);
        model_->initialise({&origin_, tick_of(next_ - 1, options), replicate_});
    }
    model_->schedule().prepare(model_->world());
    begin_record();
    if (so_far) {
        go_on_from(*left, std::move(*so_far), options);
    }
    if (!run_until(fork, options)) {
        return false;
    }
    if (options.states != nullptr && !is_at_fork && !is_past_fork) {
        const Stopwatch watch(seconds_of_saved_state_);
        options.states->save(fork, model_->world(), record_.hashes, *options.executor);
    }
    return true;
}

// What was recorded before is the beginning of this run's record.
void Run::go_on_from(Quarter reached, Record&& so_far, const RunOptions& options) {
    SIM_EXPECT(so_far.tables.size() == record_.tables.size());
    for (std::size_t t = 0; t < so_far.tables.size(); ++t) {
        SIM_EXPECT(so_far.tables[t].values.size() == record_.tables[t].values.size());
        record_.tables[t].values = std::move(so_far.tables[t].values);
    }
    so_far.tables = std::move(record_.tables);
    so_far.replicate = replicate_;
    record_ = std::move(so_far);
    timing_before_ = std::move(record_.timing);
    SIM_EXPECT(record_.values.empty() || record_.values.size() == recorder_->variables().size());
    SIM_EXPECT(next_ + static_cast<int>(record_.hashes.size()) == reached + 1);
    has_policy_rows_ = has_policy_begun(reached);
    for (; next_ <= reached; next_ = next_ + 1) {
        record_.hash_times.push_back(next_);
        if (options.on_quarter) {
            options.on_quarter();
        }
    }
    kept_until_ = reached;
}

void Run::save_checkpoint(const RunOptions& options) {
    const Quarter last = next_ - 1;
    if (options.checkpoints == nullptr || record_.hashes.empty() || kept_until_ == last) {
        return;
    }
    const Stopwatch watch(seconds_of_saved_state_);
    record_.timing = timing();
    options.checkpoints->save(last, model_->world(), record_, *options.executor);
    record_.timing.clear();
    kept_until_ = last;
}

Record Run::finish(const RunOptions& options) {
    if (run_until(scenario_->end, options)) {
        if (portrays_) {
            record_.portrait = model_->portrait(tick_of(scenario_->end, options));
        }
        record_.timing = timing();
        record_.complete = true;
    }
    return std::move(record_);
}

Tick Run::tick_of(Quarter now, const RunOptions& options) const {
    return Tick(now, scenario_->start, scenario_->seed, replicate_, *options.executor);
}

bool Run::restore(Quarter quarter, const RunOptions& options) {
    if (options.states == nullptr) {
        return false;
    }
    const Stopwatch watch(seconds_of_saved_state_);
    const auto hashes = options.states->restore(quarter, model_->world(), *options.executor);
    if (!hashes) {
        return false;
    }
    SIM_EXPECT(next_ + static_cast<int>(hashes->size()) == quarter + 1);
    for (const std::uint64_t hash : *hashes) {
        record_.hash_times.push_back(next_);
        record_.hashes.push_back(hash);
        next_ = next_ + 1;
        if (options.on_quarter) {
            options.on_quarter();
        }
    }
    return true;
}

void Run::begin_record() {
    for (const auto& output : outputs_) {
        output->bind(model_->world());
    }
    recorder_.emplace(outputs_, model_->dimensions());
    record_.replicate = replicate_;
    if (scenario_->output.panel > 0.0) {
        record_.tables.push_back({std::string(panel_group),
                                  "event",
                                  "Yearly records of a keyed sample of persons.",
                                  all_panel_columns(*model_),
                                  {}});
        record_.tables.back().values.resize(record_.tables.back().columns.size());
    }
    if (scenario_->output.ledger && !model_->ledger_labels().accounts.empty()) {
        ledger_.emplace(*model_);
        record_.tables.push_back(LedgerRecorder::empty_table(*model_));
    }
}

EventTable& Run::table(std::string_view group) {
    const auto found = std::find_if(record_.tables.begin(), record_.tables.end(),
                                    [&](const EventTable& table) { return table.group == group; });
    SIM_EXPECT(found != record_.tables.end());
    return *found;
}

bool Run::run_until(Quarter last, const RunOptions& options) {
    const Quarter first = scenario_->first_quarter();
    while (next_ <= last) {
        if (options.stop != nullptr && options.stop->load()) {
            save_checkpoint(options);
            return false;
        }
        add_policy_rows();
        begin_quarter_of_policies();
        run_quarter(tick_of(next_, options));
        next_ = next_ + 1;
        if (options.on_quarter) {
            options.on_quarter();
        }
        const int interval = options.checkpoints != nullptr ? options.checkpoints->interval() : 0;
        if (interval > 0 && (next_ - first) % interval == 0 && next_ <= scenario_->end) {
            save_checkpoint(options);
        }
    }
    return true;
}

void Run::run_quarter(const Tick& tick) {
    model_->schedule().run(tick);
    if (const std::string broken = model_->broken_invariant(tick); !broken.empty()) {
        throw ContractError(fmt::format("{}: {}", tick.now().text(), broken));
    }
    record_.hash_times.push_back(tick.now());
    record_.hashes.push_back(model_->world().hash(tick.executor()));
    if (tick.now() >= scenario_->start || scenario_->output.spin_up) {
        recorder_->record(tick, record_);
        if (ledger_) {
            ledger_->record(tick.now(), record_, table(LedgerRecorder::group));
        }
        if (scenario_->output.panel > 0.0) {
            record_panel(tick);
        }
    }
}

void Run::record_panel(const Tick& tick) {
    std::vector<std::vector<double>>& values = table(panel_group).values;
    const std::size_t before = values.back().size();
    model_->record_panel(tick, scenario_->output.panel, values);
    const std::size_t rows = values.back().size() - before;
    values[0].insert(values[0].end(), rows, replicate_);
    values[1].insert(values[1].end(), rows, tick.now().number());
}

std::vector<PhaseTime> Run::timing() const {
    std::vector<PhaseTime> list{{"initial_state", seconds_of_initial_state_},
                                {"saved_state", seconds_of_saved_state_}};
    for (const Schedule::Step& step : model_->schedule().steps()) {
        for (const Phase* phase : step.phases) {
            list.push_back({std::string(phase->name()),
                            step.seconds / static_cast<double>(step.phases.size())});
        }
    }
    SIM_EXPECT(timing_before_.empty() || timing_before_.size() == list.size());
    for (std::size_t i = 0; i < timing_before_.size(); ++i) {
        list[i].seconds += timing_before_[i].seconds;
    }
    return list;
}

}  // namespace sim
