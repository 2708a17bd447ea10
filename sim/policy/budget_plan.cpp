// SPDX-License-Identifier: Apache-2.0
#include "sim/policy/budget_plan.hpp"

#include <cstring>

#include "sim/core/contract.hpp"

namespace sim {

void BudgetPlan::run(const Tick& tick) {
    const unsigned bit = only(tick.now().quarter());
    std::vector<Planned*> due;
    for (Planned& planned : instruments_) {
        if ((planned.instrument->quarters() & bit) != 0 &&
            !planned.instrument->is_before_start(tick.now())) {
            due.push_back(&planned);
        }
    }
    if (due.empty()) {
        return;  // the budgets have no rows before a policy begins
    }
    SIM_EXPECT(budgets_.size() == pool_.budgets().size());
    pool_.begin_plan();
    for (Planned* planned : due) {
        try_out(*planned, tick);
    }
    std::vector<std::int64_t> left;
    for (std::size_t b = 0; b < pool_.budgets().size(); ++b) {
        left.push_back(left_of_budget(pool_.budgets()[b], tick.start(), tick.now(), year_.data()[b],
                                      spent_.data()[b]));
    }
    pool_.end_plan(left);
}

void BudgetPlan::try_out(Planned& planned, const Tick& tick) const {
    if (planned.written.empty()) {
        find_columns(planned);
    }
    const auto range = [](const Saved& saved) {
        const std::size_t bytes = saved.column->element_bytes();
        return std::pair(saved.column->bytes() + saved.table->first_row() * bytes,
                         saved.table->size() * bytes);
    };
    for (Saved& saved : planned.written) {
        const auto [from, bytes] = range(saved);
        saved.bytes.assign(from, from + bytes);
    }
    planned.instrument->run(tick);
    for (const Saved& saved : planned.written) {
        const auto [to, bytes] = range(saved);
        SIM_EXPECT(bytes == saved.bytes.size());
        if (bytes > 0) {
            std::memcpy(to, saved.bytes.data(), bytes);
        }
    }
}

void BudgetPlan::find_columns(Planned& planned) const {
    for (const Access& access : planned.instrument->accesses()) {
        if (access.mode == AccessMode::read) {
            continue;
        }
        for (Table* table : world_.tables()) {
            for (ColumnBase* column : table->columns()) {
                if (table->name() == access.table && column->name() == access.column) {
                    planned.written.push_back({table, column, {}});
                }
            }
        }
    }
}

}  // namespace sim
