// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/debt.hpp"

#include "models/vocational/money/annuity.hpp"

namespace vocational {

namespace {

constexpr std::size_t lender = sim::index_of(Account::lender);
constexpr std::size_t economy = sim::index_of(Account::rest_of_economy);

}  // namespace

bool DebtDesk::issue(const sim::LedgerShape& shape, const Loan& loan, std::int64_t yuan) const {
    SIM_EXPECT(yuan >= 0 && loan.years > 0);
    const double rate = quarterly_rate(loan.yearly_rate);
    const auto payments = static_cast<std::int16_t>(4 * loan.years);
    const auto cause = static_cast<std::uint16_t>(loan.purpose.cause);
    const std::size_t first = loan.government.row() * bond_slots;
    std::size_t slot = first + bond_slots;
    for (std::size_t row = first; row < first + bond_slots; ++row) {
        const bool is_same = owed_.data()[row] > 0 && rate_.data()[row] == rate &&
                             left_.data()[row] == payments && cause_.data()[row] == cause;
        if (is_same) {
            slot = row;
            break;
        }
        if (owed_.data()[row] == 0 && slot == first + bond_slots) {
            slot = row;
        }
    }
    if (slot == first + bond_slots) {
        return false;
    }
    owed_.data()[slot] += yuan;
    rate_.data()[slot] = rate;
    left_.data()[slot] = payments;
    cause_.data()[slot] = cause;
    book(shape,
         {loan.purpose.region, lender, loan.purpose.payer, loan.purpose.cause,
          sim::FlowKind::capital},
         yuan);
    balance_[loan.government] += yuan;
    debt_[loan.government] += yuan;
    return true;
}

void DebtDesk::serve(const sim::LedgerShape& shape, GovernmentId government,
                     const sim::FlowCell& place, double project_share) const {
    const std::size_t first = government.row() * bond_slots;
    for (std::size_t row = first; row < first + bond_slots; ++row) {
        if (owed_.data()[row] == 0) {
            continue;
        }
        const Instalment due =
            next_instalment(owed_.data()[row], rate_.data()[row], left_.data()[row]);
        const std::size_t cause = cause_.data()[row];
        const auto earned = static_cast<std::int64_t>(
            project_share * static_cast<double>(due.interest + due.repayment));
        book(shape, {place.region, economy, place.payer, cause}, earned);
        book(shape, {place.region, place.payer, lender, cause}, due.interest);
        book(shape, {place.region, lender, economy, cause}, due.interest);
        book(shape, {place.region, place.payer, lender, cause, sim::FlowKind::capital},
             due.repayment);
        balance_[government] += earned - due.interest - due.repayment;
        debt_[government] -= due.repayment;
        owed_.data()[row] -= due.repayment;
        --left_.data()[row];
    }
}

}  // namespace vocational
