// SPDX-License-Identifier: Apache-2.0
#include "models/classic/schelling/neighbours.hpp"

namespace classic {

std::array<SquareId, 8> squares_around(SquareId square, std::size_t side) {
    SIM_EXPECT(side >= 3 && square.row() < side * side);
    const std::size_t column = square.row() % side;
    const std::size_t here = square.row() - column;
    const std::size_t above = here == 0 ? side * (side - 1) : here - side;
    const std::size_t below = here + side == side * side ? 0 : here + side;
    const std::size_t left = column == 0 ? side - 1 : column - 1;
    const std::size_t right = column + 1 == side ? 0 : column + 1;
    return {SquareId(above + left),   SquareId(above + column), SquareId(above + right),
            SquareId(here + left),    SquareId(here + right),   SquareId(below + left),
            SquareId(below + column), SquareId(below + right)};
}

Neighbours neighbours_at(const CityView& city, SquareId square, Group group) {
    Neighbours found;
    for (const SquareId near : squares_around(square, city.side)) {
        const ResidentId neighbour = city.occupant[near.row()];
        if (neighbour) {
            ++found.all;
            found.same += city.group[neighbour.row()] == group ? 1 : 0;
        }
    }
    return found;
}

}  // namespace classic
