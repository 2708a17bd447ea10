// SPDX-License-Identifier: Apache-2.0
// 4.3 Turns planned seats into whole seats of programmes by cumulative largest remainder: national
// and provincial totals are right to one agent, and programmes with less than one agent's seat take
// turns. Schools' shares add up to 1, or to more where a policy pays private schools for further
// places (phases/schools/private_places.hpp). Evidence: grant_enrol_sign.
#pragma once

#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class OpenSeats final : public sim::Phase {
  public:
    explicit OpenSeats(const Setting& setting)
        : Phase("open_seats", "Turns planned seats into seats of programmes."), setting_(setting) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    sim::Read<&TrackCellTable::seats> planned_{*this};
    sim::Write<&TrackCellTable::open_seats> open_{*this};
    sim::Read<&SchoolTable::seat_share> school_share_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::seat_share> programme_share_{*this};
    sim::Write<&ProgrammeTable::seats> seats_{*this};
};

}  // namespace vocational
