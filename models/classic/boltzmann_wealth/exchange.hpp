// SPDX-License-Identifier: Apache-2.0
// Traders meet in pairs and split what they bring at random. Orderings that must hold in a round:
// every lottery number is drawn before the order is made, every amount is read before any is
// written. Each stage is parallel, and none depends on the number of threads.
#pragma once

#include <vector>

#include "models/classic/boltzmann_wealth/params.hpp"
#include "models/classic/boltzmann_wealth/trader.hpp"
#include "models/classic/lottery.hpp"
#include "sim/schedule/phase.hpp"

namespace classic {

class Exchange final : public sim::Phase {
  public:
    Exchange(const ExchangeParams& params, const sim::World& world)
        : Phase("exchange", "Pairs all traders at random; each pair splits its free money."),
          params_(params),
          traders_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    // The four words that a trader draws in a round: two for the lottery, two for the split.
    static constexpr std::uint64_t words_per_round = 4;

    void draw_tickets(const sim::Tick& tick, std::uint64_t first_word);
    void resolve_pairs(const sim::Tick& tick, std::uint64_t first_word);
    void write_back(const sim::Tick& tick);

    const ExchangeParams& params_;
    sim::Rows<TraderTable> traders_;
    sim::Write<&TraderTable::money> money_{*this};
    // Buffers of one round; nothing in them outlives it.
    std::vector<Ticket> tickets_;
    std::vector<Ticket> scratch_;
    std::vector<std::int64_t> after_;
};

}  // namespace classic
