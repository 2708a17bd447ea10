// SPDX-License-Identifier: Apache-2.0
#include "sim/model/run.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "sim/model/ledger_recorder.hpp"
#include "sim/output/recorder.hpp"

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

Run::Run(std::unique_ptr<Model> model, const Scenario& scenario, std::uint32_t replicate)
    : model_(std::move(model)), scenario_(&scenario), replicate_(replicate) {
    assign_parameters();
    attach_instruments();
    make_outputs();
}

void Run::assign_parameters() {
    for (const auto& [name, value] : scenario_->parameters) {
        ParamBase* param = model_->params().find(name);
        SIM_EXPECT(param != nullptr);
        param->assign(value);
    }
}

void Run::attach_instruments() {
    const std::vector<Dimension> dimensions = model_->scope_dimensions();
    const LedgerShape shape = model_->ledger_shape();
    for (const PolicyEntry& entry : scenario_->policies) {
        if (entry.strength == 0.0) {
            continue;  // acts as if absent
        }
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
             1 + static_cast<std::size_t>(kind - kinds), shape});
        model_->schedule().attach(instrument->spec().slot.name, *instrument);
        instruments_.push_back(std::move(instrument));
    }
}

void Run::make_outputs() {
    const std::vector<std::string>& only = scenario_->output.only;
    for (const auto& entry : model_->outputs().entries()) {
        if (only.empty() || std::find(only.begin(), only.end(), entry.name) != only.end()) {
            outputs_.push_back(entry.make());
        }
    }
}

Record Run::simulate(const RunOptions& options) {
    const Scenario& scenario = *scenario_;
    const auto tick_of = [&](Quarter now) {
        return Tick(now, scenario.start, scenario.seed, replicate_, *options.executor);
    };
    Quarter now = scenario.first_quarter();
    model_->initialise({&scenario, tick_of(now - 1), replicate_});
    model_->schedule().prepare(model_->world());
    for (const auto& output : outputs_) {
        output->bind(model_->world());
    }
    Recorder recorder(outputs_, model_->dimensions());
    std::optional<LedgerRecorder> ledger;
    if (scenario.output.ledger && !model_->ledger_labels().accounts.empty()) {
        ledger.emplace(*model_);
    }
    Record record;
    record.replicate = replicate_;
    EventTable panel{"panel",
                     "event",
                     "Yearly records of a keyed sample of persons.",
                     all_panel_columns(*model_),
                     {}};
    panel.values.resize(panel.columns.size());
    for (; now <= scenario.end; now = now + 1) {
        if (options.stop != nullptr && options.stop->load()) {
            return record;
        }
        const Tick tick = tick_of(now);
        model_->schedule().run(tick);
        if (const std::string broken = model_->broken_invariant(tick); !broken.empty()) {
            throw ContractError(fmt::format("{}: {}", now.text(), broken));
        }
        record.hash_times.push_back(now);
        record.hashes.push_back(model_->world().hash(*options.executor));
        if (now >= scenario.start || scenario.output.spin_up) {
            recorder.record(tick, record);
            if (ledger) {
                ledger->record(now, record);
            }
            if (scenario.output.panel > 0.0) {
                const std::size_t before = panel.values.empty() ? 0 : panel.values.back().size();
                model_->record_panel(tick, scenario.output.panel, panel.values);
                const std::size_t rows = panel.values.back().size() - before;
                panel.values[0].insert(panel.values[0].end(), rows, replicate_);
                panel.values[1].insert(panel.values[1].end(), rows, now.number());
            }
        }
        if (options.on_quarter) {
            options.on_quarter();
        }
    }
    for (const Schedule::Step& step : model_->schedule().steps()) {
        for (const Phase* phase : step.phases) {
            record.timing.push_back({std::string(phase->name()),
                                     step.seconds / static_cast<double>(step.phases.size())});
        }
    }
    if (scenario.output.panel > 0.0) {
        record.tables.push_back(std::move(panel));
    }
    if (ledger) {
        record.tables.push_back(ledger->take_flows());
    }
    record.complete = true;
    return record;
}

}  // namespace sim
