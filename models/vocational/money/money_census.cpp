// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/money_census.hpp"

#include "models/vocational/money/present_value.hpp"

namespace vocational {

namespace {

bool is_government(std::size_t account) {
    return account <= sim::index_of(Account::city);
}

// Paid for something: to schools, firms, households and centres and, by instruments, to suppliers
// outside the model. Loans and debt service count apart.
bool is_cost(const sim::FlowCell& at) {
    const auto payee = static_cast<Account>(at.payee);
    const bool is_supplier = payee == Account::rest_of_economy && at.cause != 0;
    return is_supplier || payee == Account::school || payee == Account::firm ||
           payee == Account::household || payee == Account::centre;
}

}  // namespace

void MoneyCensus::run(const sim::Tick& tick) {
    const std::size_t provinces = setting_.provinces();
    const double discount = tick.now() >= tick.start()
                                ? discount_factor(params_.discount_rate, tick.now() - tick.start())
                                : 0.0;
    const std::size_t cells_of_region = setting_.ledger.cells() / setting_.ledger.regions;
    for (std::size_t p = 0; p < provinces; ++p) {
        const ProvinceId province(p);
        std::int64_t cost = 0;
        std::int64_t borrowing = 0;
        std::int64_t service = 0;
        for (std::size_t cell = p * cells_of_region; cell < (p + 1) * cells_of_region; ++cell) {
            const std::int64_t yuan = amount_.data()[cell];
            if (yuan == 0) {
                continue;
            }
            const sim::FlowCell at = setting_.ledger.at(cell);
            const std::size_t lender = sim::index_of(Account::lender);
            cost += is_government(at.payer) && is_cost(at) ? yuan : 0;
            borrowing += at.payer == lender && is_government(at.payee) ? yuan : 0;
            service += is_government(at.payer) && at.payee == lender ? yuan : 0;
        }
        public_cost_[province] = cost;
        borrowing_[province] = borrowing;
        debt_service_[province] = service;
        present_cost_[province] += discount * static_cast<double>(cost);
    }
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        const SchoolId school(row);
        const TrackCellId cell =
            track_cell(setting_.province_of[city_[school].row()], track_[school]);
        received_[cell] += school_received_[school];
        received_in_year_[cell] += school_received_[school];
    }
}

}  // namespace vocational
