// SPDX-License-Identifier: Apache-2.0
// Puts rows into the order of their lottery numbers, in parallel. The order is total (number, then
// row), so it does not depend on how the work was cut.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "sim/parallel/executor.hpp"

namespace classic {

// A row's number in a draw of lots; numbers are uniform over all 64 bits.
struct Ticket {
    std::uint64_t number;
    std::uint32_t row;

    constexpr auto operator<=>(const Ticket&) const = default;
};

// Sorts `tickets`; `scratch` is working memory that calls may share one after another.
void sort_tickets(const sim::Executor& executor, std::vector<Ticket>& tickets,
                  std::vector<Ticket>& scratch);

}  // namespace classic
