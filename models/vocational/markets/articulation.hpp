// SPDX-License-Identifier: Apache-2.0
// 4.6 Integrated secondary-bachelor programmes (3+4): who was promised a place at 15 and completes
// enters a vocational bachelor programme of the home province, or an applied one where there is no
// other. Seats, not eligibility alone, carry people up (malamud2011, hall2012). Evidence:
// slots_bind.
#pragma once

#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/markets/enrolment_desk.hpp"
#include "models/vocational/markets/programme_choice.hpp"
#include "models/vocational/params/all.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Articulation final : public sim::Phase {
  public:
    Articulation(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("articulation", "Completers with a promised bachelor place move up."),
          setting_(setting),
          params_(params),
          persons_(world),
          desk_(*this, setting) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    std::vector<ProgrammeOffer> offers(std::size_t province, std::size_t people) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    EnrolmentDesk desk_;
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&ProgrammeTable::field> programme_field_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::seat_share> programme_share_{*this};
    sim::Read<&SchoolTable::seat_share> school_share_{*this};
    sim::Read<&SchoolTable::standing> standing_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
};

}  // namespace vocational
