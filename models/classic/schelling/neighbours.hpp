// SPDX-License-Identifier: Apache-2.0
// Who lives around a square: the eight squares that touch it on a board whose opposite edges touch.
#pragma once

#include <array>

#include "models/classic/schelling/city.hpp"

namespace classic {

// The squares around `square` on a board of side × side; side must be at least 3.
std::array<SquareId, 8> squares_around(SquareId square, std::size_t side);

// Occupied squares around one square, from the view of a group.
struct Neighbours {
    int same = 0;
    int all = 0;

    // Meaningless without neighbours.
    double same_share() const { return static_cast<double>(same) / static_cast<double>(all); }
    // Whoever has no neighbours is content.
    bool are_enough(double threshold) const { return all == 0 || same_share() >= threshold; }
};

// Columns of the whole city, as a phase or an output holds them.
struct CityView {
    std::size_t side;
    const ResidentId* occupant;
    const Group* group;
};

Neighbours neighbours_at(const CityView& city, SquareId square, Group group);

}  // namespace classic
