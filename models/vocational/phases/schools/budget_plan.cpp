// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/budget_plan.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

std::int64_t take(std::int64_t& money, std::int64_t wanted) {
    const std::int64_t taken =
        std::clamp<std::int64_t>(wanted, 0, std::max<std::int64_t>(0, money));
    money -= taken;
    return taken;
}

}  // namespace

BudgetPlan plan_budget(const SchoolBudgetParams& params, const BudgetNeeds& needs,
                       std::int64_t money, std::int64_t income, std::int64_t debt) {
    BudgetPlan plan;
    const Earmarks& earmarks = needs.earmarks;
    plan.building = earmarks.building;
    money -= earmarks.sum();
    income -= earmarks.sum();
    plan.debt_service = take(money, needs.debt_service);
    const auto yearly_income = 4.0 * static_cast<double>(income);
    const std::int64_t credit = std::llround(params.highest_debt * yearly_income) - debt;
    plan.loan = std::clamp<std::int64_t>(needs.pay - money, 0, std::max<std::int64_t>(0, credit));
    money += plan.loan;
    plan.pay = take(money, needs.pay);
    plan.operation = take(money, needs.operation_floor);
    const auto purchase = [&](std::int64_t need, std::int64_t earmark, double share) {
        const std::int64_t allowed = std::llround(share * static_cast<double>(income));
        return earmark + take(money, std::min(need - earmark, allowed));
    };
    plan.equipment = purchase(needs.equipment, earmarks.equipment, params.equipment_share);
    plan.courses = purchase(needs.courses, earmarks.courses, params.course_share);
    plan.development = purchase(needs.development, earmarks.development, params.development_share);
    plan.digital = purchase(needs.digital, earmarks.digital, params.digital_share);
    plan.operation += take(money, needs.operation_ceiling - plan.operation);
    plan.left = money;
    return plan;
}

std::int64_t quarterly_service(const SchoolBudgetParams& params, std::int64_t loan) {
    const double rate = params.loan_rate / 4.0;
    const double discount =
        sim::elementary::exp(-4.0 * params.loan_years * sim::elementary::log(1.0 + rate));
    return static_cast<std::int64_t>(
        std::ceil(static_cast<double>(loan) * rate / (1.0 - discount)));
}

std::int64_t quarterly_interest(const SchoolBudgetParams& params, std::int64_t debt) {
    return std::llround(static_cast<double>(debt) * params.loan_rate / 4.0);
}

}  // namespace vocational
