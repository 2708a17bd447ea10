// SPDX-License-Identifier: Apache-2.0
// 4.6 Five-year programmes: after three years in secondary vocational school those with the promise
// of a place transfer into a college of their province, with a liking for their field, for two more
// years. While transfers are recorded, other completers fill up, or the last in score (general
// skill + skill in the field) give way, so that each province meets its number; afterwards those
// with a promise go, nobody else.
#pragma once

#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/markets/enrolment_desk.hpp"
#include "models/vocational/params/all.hpp"
#include "models/vocational/population/seat_rules.hpp"

namespace vocational {

class FiveYearTransfer final : public sim::Phase {
  public:
    FiveYearTransfer(const Setting& setting, const Params& params, const SeatRules& rules,
                     const sim::World& world);

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    struct Completer {
        std::uint32_t row;
        float score;
        bool is_promised;
    };

    void transfer(const sim::Tick& tick, std::size_t province, std::vector<Completer>& people);

    const Setting& setting_;
    const Params& params_;
    const SeatRules& rules_;
    sim::Rows<PersonTable> persons_;
    EnrolmentDesk desk_;
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&TrackCellTable::transfer_places> places_{*this};
    sim::Read<&ProgrammeTable::field> programme_field_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::seat_share> programme_share_{*this};
    sim::Read<&SchoolTable::seat_share> school_share_{*this};
    sim::Read<&SchoolTable::standing> standing_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
};

}  // namespace vocational
