// SPDX-License-Identifier: Apache-2.0
// What a run does for the policies of its scenario: their instruments stand in the schedule from
// the beginning, and their rows are there from the quarter on in which the first of them is called.
#include <algorithm>
#include <map>

#include "sim/model/run.hpp"
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

}  // namespace sim
