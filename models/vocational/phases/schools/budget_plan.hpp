// SPDX-License-Identifier: Apache-2.0
// 4.7 How a school divides its money in a quarter (E10): what is not funded is not bought.
//   1. debt service, 2. pay, by a loan up to the limit if the money falls short, 3. the floor of
//   operation, 4. equipment, courses, teachers' development, digital resources: each the least of
//   need, allowed share of income and money left, in this order, 5. operation up to its ceiling.
// Money earmarked by a policy goes to its purpose before all this and lessens what the school then
// buys of its own. The rest is put by. Debt service of a loan L over n years at r: L · (r/4) ÷ (1 −
// (1 + r/4)^−4n).
#pragma once

#include <cstdint>

#include "models/vocational/params/school_budget.hpp"

namespace vocational {

// Money of policies for one purpose each, part of the income; yuan of the quarter.
struct Earmarks {
    std::int64_t equipment = 0;
    std::int64_t building = 0;
    std::int64_t courses = 0;
    std::int64_t development = 0;
    std::int64_t digital = 0;

    std::int64_t sum() const { return equipment + building + courses + development + digital; }
};

// All in yuan of the quarter.
struct BudgetNeeds {
    std::int64_t debt_service = 0;
    std::int64_t pay = 0;
    std::int64_t operation_floor = 0;
    std::int64_t operation_ceiling = 0;
    std::int64_t equipment = 0;
    std::int64_t courses = 0;
    std::int64_t development = 0;
    std::int64_t digital = 0;
    Earmarks earmarks{};
};

struct BudgetPlan {
    std::int64_t loan = 0;
    std::int64_t debt_service = 0;
    std::int64_t pay = 0;
    std::int64_t operation = 0;
    std::int64_t equipment = 0;
    std::int64_t building = 0;
    std::int64_t courses = 0;
    std::int64_t development = 0;
    std::int64_t digital = 0;
    std::int64_t left = 0;
};

// `money` in hand with the quarter's income, which is `income`; `debt` outstanding.
BudgetPlan plan_budget(const SchoolBudgetParams& params, const BudgetNeeds& needs,
                       std::int64_t money, std::int64_t income, std::int64_t debt);

// What a loan costs in each quarter of its life.
std::int64_t quarterly_service(const SchoolBudgetParams& params, std::int64_t loan);

// Interest that a quarter adds to a debt.
std::int64_t quarterly_interest(const SchoolBudgetParams& params, std::int64_t debt);

}  // namespace vocational
