// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/training/training_pay.hpp"

#include "models/vocational/training/training_terms.hpp"

namespace vocational {

void TrainingPay::run(const sim::Tick& tick) {
    tick.executor().for_rows(partnerships_.size(), grain, [&](std::size_t i) {
        const std::size_t row = partnerships_.first() + i;
        if (students_.data()[row] > 0) {
            pay(row);
        }
    });
}

void TrainingPay::pay(std::size_t row) const {
    const FirmId firm = partner_.data()[row];
    if (generation_[firm] != partner_generation_.data()[row]) {
        return;
    }
    const auto kind = static_cast<ContractKind>(row % contract_kinds + 1);
    const ProvinceId province = setting_.province_of[city_[firm].row()];
    const double wage = records_.wage(province.row(), sector_[firm]);
    const bool is_commissioned = kind == ContractKind::commissioned_training;
    const double yearly =
        cost_of(params_, kind) * (is_commissioned ? 1.0 : params_.pay_share()) * wage;
    const auto yuan =
        static_cast<std::int64_t>(0.25 * yearly * students_.data()[row] * setting_.scale + 0.5);
    std::int64_t* purse = &firm_balance_[firm];
    desk_.pay(flow(province, Account::rest_of_economy, Account::firm), nullptr, purse, yuan);
    if (is_commissioned) {
        const ProgrammeId programme(row / (cohort_slots * contract_kinds));
        desk_.pay(flow(province, Account::firm, Account::school), purse,
                  &school_balance_[school_[programme]], yuan);
    } else {
        desk_.pay(flow(province, Account::firm, Account::household), purse, nullptr, yuan);
    }
}

}  // namespace vocational
