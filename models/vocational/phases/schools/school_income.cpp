// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/school_income.hpp"

#include <algorithm>
#include <cmath>

namespace vocational {

void SchoolIncome::run(const sim::Tick& tick) {
    tick.executor().for_rows(schools_.size(), 64, [&](std::size_t row) {
        pay_school(SchoolId(row), tick.now().year());
    });
}

void SchoolIncome::pay_school(SchoolId school, int year) {
    const ProvinceId province = setting_.province_of[city_[school].row()];
    const Track track = track_[school];
    const double students = setting_.scale * static_cast<double>(students_of(
                                                 school, first_programme_, programmes_, enrolled_));
    const double level = norms_.relative_funding(province.row(), track) * students / 4.0;
    double spending = norms_.spending(track, year) * level;
    double from_government = norms_.public_money(track, year) * level;
    double fee_share = params_.school_budget.fee_share;
    if (ownership_[school] != Ownership::public_school) {
        spending *= params_.school_supply.private_income;
        from_government *= params_.school_supply.private_public_money;
        fee_share = 1.0;
    }
    const double rest = std::max(0.0, spending - from_government);
    const std::int64_t grant = std::llround(from_government);
    const std::int64_t fees = std::llround(rest * fee_share);
    const std::int64_t services = std::llround(rest) - fees;
    sim::Purse purse = &balance_[school];
    sim::Purse government = &treasury_[government_of(province)];
    desk_.pay(flow(province, Account::rest_of_economy, Account::province), nullptr, government,
              grant);
    desk_.pay(flow(province, Account::province, Account::school), government, purse, grant);
    desk_.pay(flow(province, Account::household, Account::school), nullptr, purse, fees);
    desk_.pay(flow(province, Account::rest_of_economy, Account::school), nullptr, purse,
              std::max<std::int64_t>(0, services));
    income_[school] = grant + fees + std::max<std::int64_t>(0, services);
}

}  // namespace vocational
