// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/policy_purse.hpp"

#include <cmath>

namespace vocational {

bool is_budget_of(std::string_view payer, Account account) {
    const bool is_local = account == Account::province || account == Account::city;
    if (payer == "local") {
        return is_local;
    }
    if (payer == "government") {
        return is_local || account == Account::central;
    }
    return payer == sim::enum_name(account);
}

bool is_known_payer(std::string_view payer) {
    for (std::size_t account = 0; account < accounts; ++account) {
        if (is_budget_of(payer, static_cast<Account>(account))) {
            return true;
        }
    }
    return false;
}

PolicyPurse::PolicyPurse(sim::Accessor& owner)
    : debt_(owner),
      fidelity_(owner),
      relabelled_(owner),
      revenue_(owner),
      planned_(owner),
      carried_out_(owner),
      reported_(owner),
      bonus_(owner),
      help_(owner),
      school_balance_(owner),
      school_received_(owner),
      for_equipment_(owner),
      for_building_(owner),
      for_courses_(owner),
      for_development_(owner),
      for_digital_(owner),
      firm_balance_(owner),
      provinces_(owner),
      raises_revenue_(owner),
      displaceable_(owner),
      bond_rate_(owner),
      bond_term_(owner),
      year_(owner),
      spent_in_year_(owner),
      policy_planned_(owner),
      policy_spent_(owner),
      policy_unpaid_(owner),
      planned_now_(owner),
      spent_now_(owner),
      unpaid_now_(owner),
      shared_spent_(owner) {}

Account PolicyPurse::account_of(GovernmentId government) const {
    return government_account(government, provinces_.data()[0]);
}

std::int64_t PolicyPurse::within_budget(const sim::Instrument& policy, const sim::Tick& tick,
                                        Account payer, std::int64_t wanted) const {
    const sim::Commitment& commitment = policy.commitment();
    if (!commitment.budget || !is_budget_of(commitment.budget->payer, payer)) {
        return wanted;
    }
    return std::min(wanted,
                    sim::left_of_budget(*commitment.budget, commitment.start, tick.now(),
                                        year_[commitment.row], spent_in_year_[commitment.row]));
}

std::int64_t PolicyPurse::within_shared(const sim::Instrument& policy, Account payer,
                                        std::int64_t could) const {
    sim::BudgetPool* pool = policy.commitment().pool.get();
    std::int64_t most = could;
    for (std::size_t b = 0; pool != nullptr && b < pool->budgets().size(); ++b) {
        if (!is_budget_of(pool->budgets()[b].payer, payer)) {
            continue;
        }
        if (pool->is_planning()) {
            pool->claim(b, policy.commitment().row, could);
        } else {
            most = std::min(most, pool->allowed(b, policy.commitment().row, could));
        }
    }
    return most;
}

void PolicyPurse::note_spent(const sim::Instrument& policy, Account payer,
                             const Spending& money) const {
    const sim::Commitment& commitment = policy.commitment();
    policy_planned_[commitment.row] += money.planned;
    policy_spent_[commitment.row] += money.spent;
    policy_unpaid_[commitment.row] += money.wanted - money.spent;
    planned_now_[commitment.row] += money.planned;
    spent_now_[commitment.row] += money.spent;
    unpaid_now_[commitment.row] += money.wanted - money.spent;
    if (commitment.budget && is_budget_of(commitment.budget->payer, payer)) {
        spent_in_year_[commitment.row] += money.spent;
    }
    sim::BudgetPool* pool = commitment.pool.get();
    if (pool == nullptr || pool->is_planning()) {
        return;
    }
    for (std::size_t b = 0; b < pool->budgets().size(); ++b) {
        if (is_budget_of(pool->budgets()[b].payer, payer)) {
            pool->note_paid(b, commitment.row, money.could, money.spent);
            shared_spent_[sim::BudgetId(b)] += money.spent;
        }
    }
}

std::int64_t PolicyPurse::money_for(const Bill& bill, std::int64_t wanted) const {
    if (bill.financing == Financing::borrowed || raises_revenue_.data()[0] != 0) {
        return wanted;
    }
    // Other spending of the next quarter gives way by what the balance falls below zero.
    const auto displaceable = static_cast<std::int64_t>(displaceable_.data()[0] *
                                                        static_cast<double>(revenue_[bill.payer]));
    return std::clamp<std::int64_t>(debt_.balance(bill.payer) + displaceable, 0, wanted);
}

void PolicyPurse::find_money(const sim::Instrument& policy, const Bill& bill,
                             std::int64_t yuan) const {
    const sim::Commitment& commitment = policy.commitment();
    const std::size_t payer = sim::index_of(account_of(bill.payer));
    if (raises_revenue_.data()[0] != 0) {
        const sim::FlowCell taxes{bill.region.row(), sim::index_of(Account::rest_of_economy), payer,
                                  commitment.cause, sim::FlowKind::recurrent};
        debt_.book(commitment.ledger_shape, taxes, yuan, nullptr, &debt_.balance(bill.payer));
    }
}

Payment PolicyPurse::pay(const sim::Instrument& policy, const sim::Tick& tick, const Bill& bill,
                         const Payee& payee) const {
    SIM_EXPECT(bill.planned >= 0);
    if (bill.planned == 0) {
        return {};
    }
    const sim::Commitment& commitment = policy.commitment();
    const Account payer = account_of(bill.payer);
    const auto planned = static_cast<double>(bill.planned);
    const std::int64_t wanted = std::llround(planned * static_cast<double>(fidelity_[bill.payer]));
    const std::int64_t could = money_for(bill, within_budget(policy, tick, payer, wanted));
    std::int64_t paid = within_shared(policy, payer, could);
    if (bill.financing == Financing::borrowed) {
        const Loan loan{bill.payer,
                        {bill.region.row(), sim::index_of(payer), 0, commitment.cause},
                        bond_rate_.data()[0],
                        bond_term_.data()[0]};
        paid = debt_.issue(commitment.ledger_shape, loan, paid) ? paid : 0;
    } else {
        find_money(policy, bill, paid);
    }
    note_spent(policy, payer, {bill.planned, wanted, could, paid});
    const sim::FlowCell cell{bill.region.row(), sim::index_of(payer), sim::index_of(payee.account),
                             commitment.cause, bill.kind};
    debt_.book(commitment.ledger_shape, cell, paid, &debt_.balance(bill.payer), payee.purse);
    planned_[bill.region] += bill.planned;
    carried_out_[bill.region] += paid;
    reported_[bill.region] += paid + std::llround(static_cast<double>(relabelled_[bill.payer]) *
                                                  static_cast<double>(bill.planned - paid));
    return {paid, static_cast<double>(paid) / planned * (1.0 + bonus_of(policy, bill.region))};
}

Payment PolicyPurse::pay_school(const sim::Instrument& policy, const sim::Tick& tick,
                                const Bill& bill, SchoolId school, Purpose purpose) const {
    const Payment payment = pay(policy, tick, bill, {Account::school, &school_balance_[school]});
    school_received_[school] += payment.paid;
    switch (purpose) {
        case Purpose::general:
            break;
        case Purpose::equipment:
            for_equipment_[school] += payment.paid;
            break;
        case Purpose::building:
            for_building_[school] += payment.paid;
            break;
        case Purpose::courses:
            for_courses_[school] += payment.paid;
            break;
        case Purpose::development:
            for_development_[school] += payment.paid;
            break;
        case Purpose::digital:
            for_digital_[school] += payment.paid;
            break;
    }
    return payment;
}

Payment PolicyPurse::pay_firm(const sim::Instrument& policy, const sim::Tick& tick,
                              const Bill& bill, FirmId firm) const {
    return pay(policy, tick, bill, {Account::firm, &firm_balance_[firm]});
}

Payment PolicyPurse::pay_firms(const sim::Instrument& policy, const sim::Tick& tick,
                               const Bill& bill) const {
    const Payment payment = pay(policy, tick, bill, {Account::firm, nullptr});
    const sim::FlowCell spent{bill.region.row(), sim::index_of(Account::firm),
                              sim::index_of(Account::rest_of_economy), policy.commitment().cause,
                              bill.kind};
    debt_.book(policy.commitment().ledger_shape, spent, payment.paid);
    return payment;
}

double PolicyPurse::pay_from_firms(const sim::Instrument& policy, const sim::Tick& tick,
                                   ProvinceId region, Account payee, std::int64_t yuan,
                                   sim::Purse purse) const {
    SIM_EXPECT(payee == Account::household || payee == Account::rest_of_economy ||
               payee == Account::centre);
    SIM_EXPECT((payee == Account::centre) == (purse != nullptr));
    if (yuan <= 0) {
        return 1.0;
    }
    const std::int64_t could = within_budget(policy, tick, Account::firm, yuan);
    const std::int64_t paid = within_shared(policy, Account::firm, could);
    note_spent(policy, Account::firm, {yuan, yuan, could, paid});
    const sim::LedgerShape& shape = policy.commitment().ledger_shape;
    const auto flow_of = [&](Account from, Account to) {
        return sim::FlowCell{region.row(), sim::index_of(from), sim::index_of(to),
                             policy.commitment().cause, sim::FlowKind::recurrent};
    };
    debt_.book(shape, flow_of(Account::rest_of_economy, Account::firm), paid);
    debt_.book(shape, flow_of(Account::firm, payee), paid, nullptr, purse);
    return static_cast<double>(paid) / static_cast<double>(yuan);
}

Payment PolicyPurse::pay_students(const sim::Instrument& policy, const sim::Tick& tick,
                                  const Bill& bill, Track track) const {
    const Payment payment = pay(policy, tick, bill, {Account::household, nullptr});
    help_[track_cell(bill.region, track)] += payment.paid;
    return payment;
}

Payment PolicyPurse::pay_households(const sim::Instrument& policy, const sim::Tick& tick,
                                    const Bill& bill) const {
    return pay(policy, tick, bill, {Account::household, nullptr});
}

Payment PolicyPurse::pay_centre(const sim::Instrument& policy, const sim::Tick& tick,
                                const Bill& bill, std::int64_t& balance) const {
    return pay(policy, tick, bill, {Account::centre, &balance});
}

void PolicyPurse::pay_from_centre(const sim::Instrument& policy, ProvinceId region,
                                  sim::FlowKind kind, std::int64_t yuan,
                                  std::int64_t& balance) const {
    const sim::FlowCell spent{region.row(), sim::index_of(Account::centre),
                              sim::index_of(Account::rest_of_economy), policy.commitment().cause,
                              kind};
    debt_.book(policy.commitment().ledger_shape, spent, yuan, &balance);
}

Payment PolicyPurse::pay_suppliers(const sim::Instrument& policy, const sim::Tick& tick,
                                   const Bill& bill) const {
    return pay(policy, tick, bill, {Account::rest_of_economy, nullptr});
}

double PolicyPurse::share_done(const sim::Instrument& policy, GovernmentId government,
                               ProvinceId region) const {
    return static_cast<double>(fidelity_[government]) * (1.0 + bonus_of(policy, region));
}

double PolicyPurse::bonus_of(const sim::Instrument& policy, ProvinceId region) const {
    return policy.is_piloted() ? static_cast<double>(bonus_[region]) : 0.0;
}

}  // namespace vocational
