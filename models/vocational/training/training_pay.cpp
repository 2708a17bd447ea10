// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/training/training_pay.hpp"

#include <algorithm>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/training/training_terms.hpp"

namespace vocational {

// Several bundles may be of one firm: all that is due is known before its purse is touched, and the
// purse is full before anybody is paid.
void TrainingPay::run(const sim::Tick& tick) {
    due_.assign(firms_.end(), 0);
    const auto for_bundles = [&](auto&& body) {
        tick.executor().for_rows(partnerships_.size(), grain, [&](std::size_t i) {
            const std::size_t row = partnerships_.first() + i;
            if (students_.data()[row] > 0) {
                body(row);
            }
        });
    };
    for_bundles([&](std::size_t row) { add_up(row); });
    tick.executor().for_rows(firms_.size(), grain,
                             [&](std::size_t i) { cover(firms_.first() + i); });
    for_bundles([&](std::size_t row) { pay(row); });
}

// Of a firm that is gone, nothing.
TrainingPay::Bill TrainingPay::bill(std::size_t row) const {
    const FirmId firm = partner_.data()[row];
    const auto kind = static_cast<ContractKind>(row % contract_kinds + 1);
    const bool is_commissioned = kind == ContractKind::commissioned_training;
    if (generation_[firm] != partner_generation_.data()[row]) {
        return {firm, is_commissioned, 0};
    }
    const ProvinceId province = setting_.province_of[city_[firm].row()];
    const double wage = records_.wage(province.row(), sector_[firm]);
    const double yearly =
        cost_of(params_, kind) * (is_commissioned ? 1.0 : params_.pay_share()) * wage;
    return {
        firm, is_commissioned,
        static_cast<std::int64_t>(0.25 * yearly * students_.data()[row] * setting_.scale + 0.5)};
}

void TrainingPay::add_up(std::size_t row) {
    const Bill due = bill(row);
    add_to(due_[due.firm.row()], due.yuan);
}

// Sales bring what public money in hand leaves open, or what it leaves over is spent elsewhere.
void TrainingPay::cover(std::size_t firm) const {
    const std::int64_t open = due_[firm] - firm_balance_.data()[firm];
    if (open == 0) {
        return;
    }
    const ProvinceId province = setting_.province_of[city_.data()[firm].row()];
    std::int64_t* purse = &firm_balance_.data()[firm];
    if (open > 0) {
        desk_.pay(flow(province, Account::rest_of_economy, Account::firm), nullptr, purse, open);
    } else {
        desk_.pay(flow(province, Account::firm, Account::rest_of_economy), purse, nullptr, -open);
    }
}

void TrainingPay::pay(std::size_t row) const {
    const Bill due = bill(row);
    if (due.yuan == 0) {
        return;
    }
    const ProvinceId province = setting_.province_of[city_[due.firm].row()];
    std::int64_t* purse = &firm_balance_[due.firm];
    if (due.is_commissioned) {
        const ProgrammeId programme(row / (cohort_slots * contract_kinds));
        desk_.pay(flow(province, Account::firm, Account::school), purse,
                  &school_balance_[school_[programme]], due.yuan);
    } else {
        desk_.pay(flow(province, Account::firm, Account::household), purse, nullptr, due.yuan);
    }
}

}  // namespace vocational
