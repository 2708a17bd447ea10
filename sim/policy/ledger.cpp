// SPDX-License-Identifier: Apache-2.0
#include "sim/policy/ledger.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

void LedgerBook::open() const {
    std::fill_n(amount_.data(), shape_.cells(), std::int64_t{0});
    for (std::size_t a = 0; a < shape_.accounts; ++a) {
        opening_.data()[a] = closing_.data()[a];
        received_.data()[a] = 0;
        paid_.data()[a] = 0;
    }
}

void LedgerBook::close() const {
    std::fill_n(received_.data(), shape_.accounts, std::int64_t{0});
    std::fill_n(paid_.data(), shape_.accounts, std::int64_t{0});
    for (std::size_t cell = 0; cell < shape_.cells(); ++cell) {
        const std::int64_t yuan = amount_.data()[cell];
        if (yuan != 0) {
            const FlowCell at = shape_.at(cell);
            paid_.data()[at.payer] += yuan;
            received_.data()[at.payee] += yuan;
        }
    }
    for (std::size_t a = 0; a < shape_.accounts; ++a) {
        closing_.data()[a] = opening_.data()[a] + received_.data()[a] - paid_.data()[a];
    }
}

std::string ledger_difference(const AccountTable& accounts, const std::vector<Holding>& held,
                              const std::vector<std::string>& names) {
    SIM_EXPECT(held.size() == accounts.end_row() && names.size() == accounts.end_row());
    for (std::size_t a = 0; a < accounts.end_row(); ++a) {
        const std::int64_t closing = accounts.closing[a];
        const std::int64_t moved = accounts.opening[a] + accounts.received[a] - accounts.paid[a];
        if (closing != moved) {
            return fmt::format("account {} closes at {} yuan, but opening + received − paid is {}",
                               names[a], closing, moved);
        }
        if (held[a].is_known && held[a].yuan != closing) {
            return fmt::format("account {} closes at {} yuan, but its agents hold {}", names[a],
                               closing, held[a].yuan);
        }
    }
    return {};
}

}  // namespace sim
