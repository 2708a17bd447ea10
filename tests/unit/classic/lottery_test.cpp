// SPDX-License-Identifier: Apache-2.0
#include "models/classic/lottery.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"

namespace {

using classic::Ticket;

std::vector<Ticket> drawn(std::size_t rows) {
    const sim::Stream stream(9, 0, sim::Purpose("lottery_test"));
    std::vector<Ticket> tickets(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        sim::Rng rng = stream.at(sim::Identity{row}, 0);
        tickets[row] = {rng.bits64(), static_cast<std::uint32_t>(row)};
    }
    return tickets;
}

TEST(ClassicSortTickets, SameAsAPlainSortForAnySizeAndThreads) {
    std::vector<Ticket> scratch;
    for (const std::size_t rows : {0U, 1U, 4095U, 4096U, 4097U, 8192U, 300'000U}) {
        const std::vector<Ticket> tickets = drawn(rows);
        std::vector<Ticket> expected = tickets;
        std::sort(expected.begin(), expected.end());
        for (const int threads : {1, 2, 7}) {
            std::vector<Ticket> sorted = tickets;
            const auto executor = sim::make_executor(sim::Backend::tbb, threads);
            classic::sort_tickets(*executor, sorted, scratch);
            EXPECT_EQ(sorted, expected) << rows << " rows on " << threads << " threads";
        }
    }
}

TEST(ClassicSortTickets, EqualNumbersGoByRow) {
    std::vector<Ticket> tickets(10'000);
    for (std::size_t row = 0; row < tickets.size(); ++row) {
        tickets[row] = {std::uint64_t{42} << 40U,
                        static_cast<std::uint32_t>(tickets.size() - 1 - row)};
    }
    std::vector<Ticket> scratch;
    classic::sort_tickets(*sim::make_executor(sim::Backend::tbb, 2), tickets, scratch);
    for (std::size_t row = 0; row < tickets.size(); ++row) {
        EXPECT_EQ(tickets[row].row, row);
    }
}

}  // namespace
