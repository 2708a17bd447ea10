// SPDX-License-Identifier: Apache-2.0
// 4.13 How an instrument pays. Its measure is planned money out of one government's purse; that
// government carries out the share φ of it (money/effort.hpp), within the policy's own budget and
// those that policies share, and with the money it has: raised by taxes for the policy, taken from
// other spending, or borrowed. What cannot be paid is not done: the instrument scales its measure
// by
//   done = paid ÷ planned,
// more while the effort of a pilot adds to it, and the table of policies says what was left unpaid.
#pragma once

#include <string_view>

#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/money/debt.hpp"
#include "sim/policy/instrument.hpp"

namespace vocational {

enum class Financing { by_rule, borrowed };
// What a school may spend the money on; `general` is like its other income.
enum class Purpose { general, equipment, building, courses, development, digital };

struct Bill {
    GovernmentId payer{};
    ProvinceId region{};
    std::int64_t planned = 0;  // for the whole measure
    sim::FlowKind kind = sim::FlowKind::recurrent;
    Financing financing = Financing::by_rule;
};

struct Payment {
    std::int64_t paid = 0;
    // Share of the measure that takes effect: paid ÷ planned, more while the effort of a pilot adds
    // to it.
    double done = 0.0;
};

// Whether a policy's `budget: {payer: NAME}` is about this account: its own name, `local` for
// provinces and cities, `government` for all three.
bool is_budget_of(std::string_view payer, Account account);
// Whether any account answers to the name.
bool is_known_payer(std::string_view payer);

// In three lines of an instrument, with `PolicyPurse purse_{*this};` among its handles:
//     const Bill bill{government_of(province), province, planned_yuan, sim::FlowKind::capital};
//     const Payment payment = purse_.pay_school(*this, tick, bill, school, Purpose::equipment);
//     (the school buys stations with it); or, where the money goes elsewhere,
//     reach_[province] += payment.done * reach_planned;
class PolicyPurse {
  public:
    explicit PolicyPurse(sim::Accessor& owner);

    Payment pay_school(const sim::Instrument& policy, const sim::Tick& tick, const Bill& bill,
                       SchoolId school, Purpose purpose = Purpose::general) const;
    Payment pay_firm(const sim::Instrument& policy, const sim::Tick& tick, const Bill& bill,
                     FirmId firm) const;
    // To students of a track in the region; counts as help in the cost of a family.
    Payment pay_students(const sim::Instrument& policy, const sim::Tick& tick, const Bill& bill,
                         Track track) const;
    Payment pay_households(const sim::Instrument& policy, const sim::Tick& tick,
                           const Bill& bill) const;
    // To a practice centre, whose money in hand is `balance`.
    Payment pay_centre(const sim::Instrument& policy, const sim::Tick& tick, const Bill& bill,
                       std::int64_t& balance) const;
    // What a centre pays to its suppliers.
    void pay_from_centre(const sim::Instrument& policy, ProvinceId region, sim::FlowKind kind,
                         std::int64_t yuan, std::int64_t& balance) const;
    // To the firms of the region, who spend it on what the policy asks of them.
    Payment pay_firms(const sim::Instrument& policy, const sim::Tick& tick, const Bill& bill) const;
    // Makers of things that no agent of the model makes: platforms, campaigns, buildings.
    Payment pay_suppliers(const sim::Instrument& policy, const sim::Tick& tick,
                          const Bill& bill) const;

    // What firms of the region give to a policy out of their sales; pay to households, to the rest
    // of the economy, or to a centre, whose money in hand is `purse`.
    // The share of it that is paid; 1 of nothing.
    double pay_from_firms(const sim::Instrument& policy, const sim::Tick& tick, ProvinceId region,
                          Account payee, std::int64_t yuan, sim::Purse purse = nullptr) const;

    // For measures without money: the share that takes effect.
    double share_done(const sim::Instrument& policy, GovernmentId government,
                      ProvinceId region) const;
    // What the policy's own budget allows of `wanted`.
    std::int64_t within_budget(const sim::Instrument& policy, const sim::Tick& tick, Account payer,
                               std::int64_t wanted) const;

  private:
    struct Payee {
        Account account;
        sim::Purse purse;
    };
    // Money of a measure: what it plans, what of that is wanted, what could be paid but for shared
    // budgets, and what is spent.
    struct Spending {
        std::int64_t planned = 0;
        std::int64_t wanted = 0;
        std::int64_t could = 0;
        std::int64_t spent = 0;
    };
    Payment pay(const sim::Instrument& policy, const sim::Tick& tick, const Bill& bill,
                const Payee& payee) const;
    // What budgets that policies share allow of what could be paid otherwise; while they plan, a
    // claim on them.
    std::int64_t within_shared(const sim::Instrument& policy, Account payer,
                               std::int64_t could) const;
    void note_spent(const sim::Instrument& policy, Account payer, const Spending& money) const;
    // Effect that local effort adds to a measure that belongs to a pilot.
    double bonus_of(const sim::Instrument& policy, ProvinceId region) const;
    // The most that the government can find for a policy by the bill's way of financing.
    std::int64_t money_for(const Bill& bill, std::int64_t wanted) const;
    void find_money(const sim::Instrument& policy, const Bill& bill, std::int64_t yuan) const;
    Account account_of(GovernmentId government) const;

    DebtDesk debt_;
    sim::Read<&GovernmentTable::fidelity> fidelity_;
    sim::Read<&GovernmentStateTable::relabelled_share> relabelled_;
    sim::Read<&GovernmentStateTable::revenue> revenue_;
    sim::Scatter<&ProvinceMoneyTable::planned> planned_;
    sim::Scatter<&ProvinceMoneyTable::carried_out> carried_out_;
    sim::Scatter<&ProvinceMoneyTable::reported> reported_;
    sim::Read<&ProvinceMoneyTable::effort_bonus> bonus_;
    sim::Scatter<&TrackMoneyTable::help_paid> help_;
    sim::Scatter<&SchoolStateTable::balance> school_balance_;
    sim::Scatter<&SchoolMoneyTable::received> school_received_;
    sim::Scatter<&SchoolMoneyTable::for_equipment> for_equipment_;
    sim::Scatter<&SchoolMoneyTable::for_building> for_building_;
    sim::Scatter<&SchoolMoneyTable::for_courses> for_courses_;
    sim::Scatter<&SchoolMoneyTable::for_development> for_development_;
    sim::Scatter<&SchoolMoneyTable::for_digital> for_digital_;
    sim::Scatter<&FirmStateTable::balance> firm_balance_;
    sim::Read<&MoneyRuleTable::provinces> provinces_;
    sim::Read<&MoneyRuleTable::raises_revenue> raises_revenue_;
    sim::Read<&MoneyRuleTable::displaceable_share> displaceable_;
    sim::Read<&MoneyRuleTable::bond_rate> bond_rate_;
    sim::Read<&MoneyRuleTable::bond_term> bond_term_;
    sim::Scatter<&sim::PolicyTable::year> year_;
    sim::Scatter<&sim::PolicyTable::spent_in_year> spent_in_year_;
    sim::Scatter<&sim::PolicyTable::planned> policy_planned_;
    sim::Scatter<&sim::PolicyTable::spent> policy_spent_;
    sim::Scatter<&sim::PolicyTable::unpaid> policy_unpaid_;
    sim::Scatter<&sim::PolicyTable::planned_now> planned_now_;
    sim::Scatter<&sim::PolicyTable::spent_now> spent_now_;
    sim::Scatter<&sim::PolicyTable::unpaid_now> unpaid_now_;
    sim::Scatter<&sim::BudgetTable::spent_in_year> shared_spent_;
};

}  // namespace vocational
