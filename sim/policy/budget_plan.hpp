// SPDX-License-Identifier: Apache-2.0
// The first phase of a slot in a scenario with budgets: runs each of the slot's policies once to
// learn what it would pay and puts everything that it wrote back, so that each plans on the same
// state; then shares out what is left of the year's budgets. The policies act after it.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/policy/budget_pool.hpp"
#include "sim/policy/instrument.hpp"
#include "sim/schedule/phase.hpp"
#include "sim/tables/world.hpp"

namespace sim {

class BudgetPlan final : public Phase {
  public:
    BudgetPlan(BudgetPool& pool, World& world)
        : Phase("budget_plan", "Shares out budgets among the policies that act next."),
          pool_(pool),
          world_(world),
          budgets_(*this) {}

    void add(Instrument& instrument) { instruments_.push_back({&instrument, {}}); }
    void run(const Tick& tick) override;

  private:
    struct Saved {
        Table* table;
        ColumnBase* column;
        std::vector<std::byte> bytes;
    };
    struct Planned {
        Instrument* instrument;
        std::vector<Saved> written;  // every column that it may write
    };

    void find_columns(Planned& planned) const;
    void try_out(Planned& planned, const Tick& tick) const;

    BudgetPool& pool_;
    World& world_;
    Rows<BudgetTable> budgets_;
    Scatter<&BudgetTable::year> year_{*this};
    Scatter<&BudgetTable::spent_in_year> spent_{*this};
    std::vector<Planned> instruments_;
};

}  // namespace sim
