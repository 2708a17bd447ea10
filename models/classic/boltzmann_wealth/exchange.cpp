// SPDX-License-Identifier: Apache-2.0
#include "models/classic/boltzmann_wealth/exchange.hpp"

namespace classic {

void Exchange::run(const sim::Tick& tick) {
    tickets_.resize(traders_.size());
    after_.resize(traders_.size());
    const auto rounds = static_cast<std::uint64_t>(params_.rounds_per_quarter());
    for (std::uint64_t round = 0; round < rounds; ++round) {
        draw_tickets(tick, round * words_per_round);
        sort_tickets(tick.executor(), tickets_, scratch_);
        resolve_pairs(tick, round * words_per_round);
        write_back(tick);
    }
}

void Exchange::draw_tickets(const sim::Tick& tick, std::uint64_t first_word) {
    for_each_row<TraderTable>(tick, traders_, [&](TraderId t, sim::Rng& rng) {
        rng.skip_to(first_word);
        tickets_[t.row()] = {rng.bits64(), t.value()};
    });
}

// Whoever has the lower ticket of a pair draws for both. A uniform number has 52 bits, so all
// amounts from 0 to the pot are equally likely to within the pot times 2^-52.
void Exchange::resolve_pairs(const sim::Tick& tick, std::uint64_t first_word) {
    const sim::Stream stream = tick.stream(purpose());
    const double saving = params_.saving_propensity;
    tick.executor().for_rows(tickets_.size() / 2, grain, [&](std::size_t pair) {
        const TraderId a(tickets_[2 * pair].row);
        const TraderId b(tickets_[2 * pair + 1].row);
        const auto saved = [&](TraderId t) {
            return static_cast<std::int64_t>(saving * static_cast<double>(money_[t]));
        };
        const std::int64_t pot = money_[a] - saved(a) + money_[b] - saved(b);
        sim::Rng rng = stream.at(sim::Identity{a.row()}, tick.key());
        rng.skip_to(first_word + 2);
        const auto won = static_cast<std::int64_t>(rng.uniform() * static_cast<double>(pot + 1));
        after_[a.row()] = saved(a) + won;
        after_[b.row()] = saved(b) + pot - won;
    });
    if (tickets_.size() % 2 == 1) {
        const TraderId rests(tickets_.back().row);
        after_[rests.row()] = money_[rests];
    }
}

void Exchange::write_back(const sim::Tick& tick) {
    tick.executor().for_rows(traders_.size(), grain,
                             [&](std::size_t row) { money_[TraderId(row)] = after_[row]; });
}

}  // namespace classic
