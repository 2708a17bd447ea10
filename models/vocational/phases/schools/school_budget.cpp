// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/school_budget.hpp"

#include <algorithm>
#include <cmath>

#include "models/vocational/phases/schools/course_renewal.hpp"

namespace vocational {

void SchoolBudget::run(const sim::Tick& tick) {
    const int year = tick.now().year();
    tick.executor().for_rows(schools_.size(), 64, [&](std::size_t row) {
        const SchoolId school(row);
        const std::int64_t agents = students_of(school, first_programme_, programmes_, enrolled_);
        const double students = setting_.scale * static_cast<double>(agents);
        served_[school] = static_cast<std::int32_t>(agents);
        spend(school, plan_budget(params_.school_budget, needs_of(school, year, students),
                                  balance_[school], income_[school], debt_[school]));
        if (students > 0.0) {
            const auto recurrent = static_cast<double>(pay_[school] + operation_[school] +
                                                       courses_[school] + development_[school]);
            const auto before = static_cast<double>(funding_[school]);
            funding_[school] =
                static_cast<float>(before + (4.0 * recurrent / students - before) / 4.0);
        }
    });
}

BudgetNeeds SchoolBudget::needs_of(SchoolId school, int year, double students) const {
    const SchoolBudgetParams& params = params_.school_budget;
    const Track track = track_[school];
    const std::size_t province = setting_.province_of[city_[school].row()].row();
    const double teacher_quarter = norms_.teacher_cost(province, track, year) / 4.0;
    const double norm =
        norms_.spending(track, year) * norms_.relative_funding(province, track) * students / 4.0;
    const double payroll =
        teachers_[school] * teacher_quarter * (1.0 + static_cast<double>(supplement_[school]));
    BudgetNeeds needs;
    needs.debt_service =
        std::min(debt_service_[school], debt_[school] + quarterly_interest(params, debt_[school]));
    needs.pay = std::llround(payroll);
    needs.operation_floor = std::llround(params.operation_floor * norm);
    needs.operation_ceiling = std::llround(params.operation_ceiling * norm);
    needs.courses = course_need(school);
    needs.earmarks = {for_equipment_[school], for_building_[school], for_courses_[school],
                      for_development_[school], for_digital_[school]};
    needs.digital = std::llround(std::max(0.0, 1.0 - static_cast<double>(digital_[school])) *
                                 params.digital_cost * students);
    if (is_vocational(track)) {
        const double missing = params.stations_wanted * students - stations_[school];
        needs.equipment = std::llround(std::max(0.0, missing) * params.station_cost);
        // A month costs a part of a month's pay; a quarter plans a quarter of the year's months.
        needs.development = std::llround(teachers_[school] * params.months_wanted / 4.0 *
                                         teacher_quarter / 3.0 * params.replacement_share);
    }
    return needs;
}

std::int64_t SchoolBudget::course_need(SchoolId school) const {
    double places = 0.0;
    const std::uint32_t first = first_programme_[school];
    for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
        const ProgrammeId programme(i);
        places += setting_.scale * enrolled_[programme] *
                  wanted_renewal(params_.teaching, static_cast<double>(partners_[programme]),
                                 static_cast<double>(platform_[school]));
    }
    return std::llround(places * params_.school_budget.course_cost / 4.0);
}

void SchoolBudget::spend(SchoolId school, const BudgetPlan& plan) {
    const ProvinceId province = setting_.province_of[city_[school].row()];
    sim::Purse purse = &balance_[school];
    const auto pay = [&](Account payee, std::int64_t yuan,
                         sim::FlowKind kind = sim::FlowKind::recurrent) {
        desk_.pay(flow(province, Account::school, payee, kind), purse, nullptr, yuan);
    };
    if (plan.loan > 0) {
        desk_.pay(flow(province, Account::lender, Account::school, sim::FlowKind::capital), nullptr,
                  purse, plan.loan);
    }
    const std::int64_t interest = quarterly_interest(params_.school_budget, debt_[school]);
    // Interest goes on to the rest of the economy, so that the lender's account is what is owed.
    const std::int64_t accrued = std::min(interest, plan.debt_service);
    pay(Account::lender, accrued);
    pay(Account::lender, plan.debt_service - accrued, sim::FlowKind::capital);
    desk_.pay(flow(province, Account::lender, Account::rest_of_economy), nullptr, nullptr,
              interest);
    pay(Account::household, plan.pay);
    pay(Account::rest_of_economy, plan.operation + plan.courses + plan.development);
    pay(Account::rest_of_economy, plan.equipment + plan.building + plan.digital,
        sim::FlowKind::capital);
    debt_[school] += interest - plan.debt_service + plan.loan;
    debt_service_[school] =
        debt_[school] == 0
            ? 0
            : debt_service_[school] + quarterly_service(params_.school_budget, plan.loan);
    pay_[school] = plan.pay;
    operation_[school] = plan.operation;
    equipment_[school] = plan.equipment;
    building_[school] = plan.building;
    courses_[school] = plan.courses;
    development_[school] = plan.development;
    digital_spending_[school] = plan.digital;
}

}  // namespace vocational
