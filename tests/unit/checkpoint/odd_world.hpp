// SPDX-License-Identifier: Apache-2.0
// A world with tables as states may meet them: with dropped front rows, empty, never reserved, and
// larger than one piece of a file.
#pragma once

#include "sim/checkpoint/state_file.hpp"

namespace sim::testing {

using SheepId = Id<struct SheepTag>;
struct SheepTable final : Table {
    SIM_TABLE(SheepTable, SheepId, "sheep", "Many rows, some gone.");
    SIM_COLUMN(std::uint8_t, age, unit::year, "Age.");
    SIM_COLUMN(double, wool, unit::none, "Wool.");
};
using GoatId = Id<struct GoatTag>;
struct GoatTable final : Table {
    SIM_TABLE(GoatTable, GoatId, "goat", "Room, but no rows.");
    SIM_COLUMN(std::uint16_t, horns, unit::none, "Horns.");
};
using YakId = Id<struct YakTag>;
struct YakTable final : Table {
    SIM_TABLE(YakTable, YakId, "yak", "No room at all.");
    SIM_COLUMN(float, weight, unit::none, "Weight.");
};
using PenId = Id<struct PenTag>;
struct PenTable final : Table {
    SIM_TABLE(PenTable, PenId, "pen", "A few rows of one byte.");
    SIM_COLUMN(std::uint8_t, places, unit::none, "Places.");
};

struct OddWorld {
    static constexpr std::size_t sheep_room = 400'000;

    OddWorld()
        : sheep(world.add<SheepTable>()),
          goats(world.add<GoatTable>()),
          yaks(world.add<YakTable>()),
          pens(world.add<PenTable>()) {
        sheep.reserve(sheep_room);
        goats.reserve(10);
        pens.reserve(3);
        pens.append(3);
    }

    // Rows with numbers of their own, the first ones gone.
    void fill(std::uint64_t salt = 0) {
        sheep.append(300'000);
        for (std::size_t row = 0; row < sheep.end_row(); ++row) {
            sheep.age[row] = static_cast<std::uint8_t>(row * 7 + salt);
            sheep.wool[row] = static_cast<double>(row) / 3.0;
        }
        sheep.drop_front(12'345);
        pens.places[1] = 9;
    }

    World world;
    SheepTable& sheep;
    GoatTable& goats;
    YakTable& yaks;
    PenTable& pens;
};

inline StateFile::About about_odd_world() {
    return {{"program 1", "odd", "model: odd\nscale: 1:10\nparameters:\n  pen.size: 3\n", "00ff", 7,
             2, Quarter(2022, 2)},
            {11, 0xFFFFFFFFFFFFFFFFULL}};
}

}  // namespace sim::testing
