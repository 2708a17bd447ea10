// SPDX-License-Identifier: Apache-2.0
#include "sim/model/run.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include <fmt/format.h>

#include "sim/policy/policy_memory.hpp"

namespace sim {

namespace {

Scope resolved_scope(const PolicyEntry& entry, const std::vector<Dimension>& dimensions) {
    Scope scope;
    for (const auto& [name, labels] : entry.where) {
        const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                        [&](const Dimension& d) { return d.name == name; });
        SIM_EXPECT(found != dimensions.end());
        std::vector<bool> selected(found->labels.size(), false);
        for (const std::string& label : labels) {
            const auto at = std::find(found->labels.begin(), found->labels.end(), label);
            SIM_EXPECT(at != found->labels.end());
            selected[static_cast<std::size_t>(at - found->labels.begin())] = true;
        }
        scope.restrict_to(name, std::move(selected));
    }
    for (const auto& [measure, threshold] : entry.below) {
        scope.limit(measure, threshold);
    }
    return scope;
}

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

namespace {

// The areas of the pilots that run, by label; empty until the pilots fill them.
std::map<std::string, std::shared_ptr<PilotArea>> pilot_areas(const Scenario& scenario,
                                                              const InstrumentCatalogue& kinds) {
    std::map<std::string, std::shared_ptr<PilotArea>> areas;
    for (const PolicyEntry& entry : scenario.policies) {
        if (entry.strength != 0.0 && kinds.find(entry.instrument)->make()->spec().is_pilot) {
            areas[entry.label] = std::make_shared<PilotArea>();
            areas[entry.label]->start = entry.start;
            areas[entry.label]->end = entry.end;
        }
    }
    return areas;
}

// The entries that act: those of strength 0, and those of a pilot that is, are as if absent.
std::vector<const PolicyEntry*> acting_entries(
    const Scenario& scenario, const std::map<std::string, std::shared_ptr<PilotArea>>& areas) {
    std::vector<const PolicyEntry*> acting;
    for (const PolicyEntry& entry : scenario.policies) {
        if (entry.strength != 0.0 && (entry.pilot.empty() || areas.contains(entry.pilot))) {
            acting.push_back(&entry);
        }
    }
    return acting;
}

// Nothing without budgets.
std::shared_ptr<BudgetPool> shared_budgets(const Scenario& scenario,
                                           const std::vector<const PolicyEntry*>& acting) {
    if (scenario.budgets.empty()) {
        return nullptr;
    }
    std::vector<std::string> labels;
    for (const PolicyEntry* entry : acting) {
        labels.push_back(entry->label);
    }
    return std::make_shared<BudgetPool>(scenario.budgets, std::move(labels));
}

}  // namespace

void Run::attach_instruments() {
    const std::vector<Dimension> dimensions = model_->scope_dimensions();
    const LedgerShape shape = model_->ledger_shape();
    const auto areas = pilot_areas(*scenario_, model_->instruments());
    const std::vector<const PolicyEntry*> acting = acting_entries(*scenario_, areas);
    const std::shared_ptr<BudgetPool> pool = shared_budgets(*scenario_, acting);
    for (const PolicyEntry* acts : acting) {
        const PolicyEntry& entry = *acts;
        const auto area = areas.find(entry.pilot.empty() ? entry.label : entry.pilot);
        const auto* kind = model_->instruments().find(entry.instrument);
        SIM_EXPECT(kind != nullptr);
        std::unique_ptr<Instrument> instrument = kind->make();
        for (const auto& [name, value] : entry.parameters) {
            ParamBase* param = instrument->find(name);
            SIM_EXPECT(param != nullptr);
            param->assign(value);
        }
        const auto kinds = model_->instruments().entries().data();
        instrument->commit(
            entry.instrument,
            {entry.label, entry.start, entry.end, entry.phase_in_years, entry.strength,
             resolved_scope(entry, dimensions), entry.budget, PolicyId(instruments_.size()),
             1 + static_cast<std::size_t>(kind - kinds), shape,
             area != areas.end() ? area->second : nullptr, pool});
        attach(*instrument, pool);
        instruments_.push_back(std::move(instrument));
    }
}

// Behind the plan of its slot, if there are budgets to share.
void Run::attach(Instrument& instrument, const std::shared_ptr<BudgetPool>& pool) {
    const std::string_view slot = instrument.spec().slot.name;
    if (pool != nullptr && !instrument.spec().is_pilot) {
        std::unique_ptr<BudgetPlan>& plan = budget_plans_[slot];
        if (plan == nullptr) {
            plan = std::make_unique<BudgetPlan>(*pool, model_->world());
            model_->schedule().attach(slot, *plan);
        }
        plan->add(instrument);
    }
    model_->schedule().attach(slot, instrument);
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

bool Run::has_policy_begun(Quarter quarter) const {
    return std::any_of(instruments_.begin(), instruments_.end(), [&](const auto& instrument) {
        return !instrument->is_before_start(quarter);
    });
}

// What policies planned and spent has rows from the quarter on in which the first of them is
// called: until then a state is the same with and without them.
void Run::add_policy_rows() {
    if (has_policy_rows_ || !has_policy_begun(next_)) {
        return;
    }
    has_policy_rows_ = true;
    for (Table* table : model_->world().tables()) {
        if (auto* policies = dynamic_cast<PolicyTable*>(table)) {
            const std::size_t first = policies->append(instruments_.size());
            for (std::size_t i = 0; i < instruments_.size(); ++i) {
                policies->cause[first + i] =
                    static_cast<std::uint16_t>(instruments_[i]->commitment().cause);
            }
        } else if (auto* budgets = dynamic_cast<BudgetTable*>(table)) {
            budgets->append(scenario_->budgets.size());
        } else if (auto* memory = dynamic_cast<PolicyMemoryTable*>(table)) {
            memory->append(instruments_.size() * memory->cells);
        }
    }
}

void Run::begin_quarter_of_policies() {
    for (Table* table : model_->world().tables()) {
        if (auto* policies = dynamic_cast<PolicyTable*>(table)) {
            const std::size_t rows = policies->end_row();
            std::fill_n(policies->planned_now.data(), rows, 0);
            std::fill_n(policies->spent_now.data(), rows, 0);
            std::fill_n(policies->unpaid_now.data(), rows, 0);
        }
    }
}

Record Run::finish(const RunOptions& options) {
    if (run_until(scenario_->end, options)) {
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
