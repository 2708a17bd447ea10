// SPDX-License-Identifier: Apache-2.0
// Conflicts derive from handles alone: nobody lists accesses a second time.
#include <fmt/format.h>

#include "sim/schedule/schedule.hpp"

namespace sim {

namespace {

bool same_column(const Access& a, const Access& b) {
    return a.table_type == b.table_type && a.column == b.column;
}

}  // namespace

std::string conflict_between(const Phase& a, const Phase& b) {
    for (const Access& x : a.accesses()) {
        for (const Access& y : b.accesses()) {
            if (same_column(x, y) && (x.mode != AccessMode::read || y.mode != AccessMode::read)) {
                return fmt::format(
                    "phases '{}' and '{}' run together but {} {} {}.{} while {} {} it", a.name(),
                    b.name(), a.name(), x.mode == AccessMode::read ? "reads" : "writes", x.table,
                    x.column, b.name(), y.mode == AccessMode::read ? "reads" : "writes");
            }
        }
    }
    return {};
}

std::string conflict_within(const Phase& phase) {
    const std::vector<Access>& accesses = phase.accesses();
    for (std::size_t i = 0; i < accesses.size(); ++i) {
        for (std::size_t j = i + 1; j < accesses.size(); ++j) {
            const bool both_read =
                accesses[i].mode == AccessMode::read && accesses[j].mode == AccessMode::read;
            if (same_column(accesses[i], accesses[j]) && !both_read) {
                return fmt::format("phase '{}' holds two handles for {}.{}, one to write",
                                   phase.name(), accesses[i].table, accesses[i].column);
            }
        }
    }
    return {};
}

}  // namespace sim
