// SPDX-License-Identifier: Apache-2.0
// One sweep through all residents in the order of a fresh lottery. Sequential by definition of the
// model: each resident sees the moves of those before; only the lottery is drawn in parallel.
#pragma once

#include <vector>

#include "models/classic/lottery.hpp"
#include "models/classic/schelling/neighbours.hpp"
#include "models/classic/schelling/params.hpp"
#include "sim/schedule/phase.hpp"

namespace classic {

class Sweep final : public sim::Phase {
  public:
    Sweep(const CityParams& params, const sim::World& world)
        : Phase("sweep", "Discontented residents move to a random empty square, one by one."),
          params_(params),
          residents_(world),
          squares_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    void draw_order(const sim::Tick& tick);
    void find_vacant();

    const CityParams& params_;
    sim::Rows<ResidentTable> residents_;
    sim::Rows<SquareTable> squares_;
    sim::Read<&ResidentTable::group> group_{*this};
    sim::Scatter<&ResidentTable::home> home_{*this};
    sim::Scatter<&ResidentTable::has_moved> has_moved_{*this};
    sim::Scatter<&SquareTable::occupant> occupant_{*this};
    // Buffers of one sweep; nothing in them outlives it.
    std::vector<Ticket> order_;
    std::vector<Ticket> scratch_;
    std::vector<SquareId> vacant_;
};

}  // namespace classic
