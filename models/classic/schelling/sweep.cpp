// SPDX-License-Identifier: Apache-2.0
#include "models/classic/schelling/sweep.hpp"

#include <utility>

namespace classic {

void Sweep::run(const sim::Tick& tick) {
    draw_order(tick);
    find_vacant();
    const CityView city{static_cast<std::size_t>(params_.side()), occupant_.data(), group_.data()};
    const double threshold = params_.threshold;
    const sim::Stream destinations = tick.stream(purpose().part("destination"));
    for (const Ticket& ticket : order_) {
        const ResidentId r(ticket.row);
        const bool moves = !neighbours_at(city, home_[r], group_[r]).are_enough(threshold);
        has_moved_[r] = moves ? 1 : 0;
        if (moves) {
            sim::Rng rng = destinations.at(sim::Identity{r.row()}, tick.key());
            SquareId& choice = vacant_[rng.below(static_cast<std::uint32_t>(vacant_.size()))];
            occupant_[home_[r]] = ResidentId{};
            occupant_[choice] = r;
            std::swap(home_[r], choice);
        }
    }
}

void Sweep::draw_order(const sim::Tick& tick) {
    order_.resize(residents_.size());
    for_each_row<ResidentTable>(tick, residents_, [&](ResidentId r, sim::Rng& rng) {
        order_[r.row()] = {rng.bits64(), r.value()};
    });
    sort_tickets(tick.executor(), order_, scratch_);
}

// In order of squares, so that the list is a function of the state at the start of the tick.
void Sweep::find_vacant() {
    vacant_.clear();
    for (std::size_t row = squares_.first(); row < squares_.end(); ++row) {
        if (!occupant_[SquareId(row)]) {
            vacant_.emplace_back(row);
        }
    }
}

}  // namespace classic
