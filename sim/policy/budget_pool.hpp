// SPDX-License-Identifier: Apache-2.0
// BUDGETS OF A SCENARIO. All policies that one payer pays for share what it may spend on them in a
// year, counted from time.start. Where they want more than is left, each gets a part in proportion
// to what it wants, in whole yuan by largest remainder, and pays its measures in the same
// proportion as they come; the parts do not depend on the order of the policies.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/policy/budget.hpp"

namespace sim {

// What policies want is known before anything is paid: BudgetPlan tries all of a slot's policies on
// the same state first, in which the pool only notes claims. Kept between the two, and no longer.
class BudgetPool {
  public:
    // `policies` are the labels of the rows of the table of policies; they break ties.
    BudgetPool(std::vector<Budget> budgets, std::vector<std::string> policies);

    const std::vector<Budget>& budgets() const { return budgets_; }

    // ---- While a slot is planned.
    void begin_plan();
    bool is_planning() const { return is_planning_; }
    // Notes what the policy would pay if the budget had enough.
    void claim(std::size_t budget, PolicyId policy, std::int64_t yuan);
    // Shares out what is left of each budget; the policies then act.
    void end_plan(const std::vector<std::int64_t>& left);

    // ---- While policies act: what the budget allows of `wanted`, and the note of what was paid of
    // it.
    std::int64_t allowed(std::size_t budget, PolicyId policy, std::int64_t wanted) const;
    void note_paid(std::size_t budget, PolicyId policy, std::int64_t wanted, std::int64_t paid);

  private:
    struct Claim {
        std::int64_t planned = 0;
        std::int64_t allotted = 0;
        std::int64_t wanted = 0;  // by the measures that came so far
        std::int64_t paid = 0;
    };

    void allot(std::size_t budget);

    std::vector<Budget> budgets_;
    std::vector<std::string> policies_;
    std::vector<std::vector<Claim>> claims_;  // [budget][policy]
    std::vector<std::int64_t> left_;
    std::vector<bool> is_short_;  // [budget]: claims exceed what is left
    bool is_planning_ = false;
};

}  // namespace sim
