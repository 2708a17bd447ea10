// SPDX-License-Identifier: Apache-2.0
// 4.5 Leavers may return: who entered upper secondary at 15 in one of the last return_years years
// and left without completing comes back with the yearly chance return_rate, if out of work or in
// an elementary job, to the nearest vocational place of the province that the clearing round left.
// Better marks, ½ ability + ½ general skill, come first; tracks are weighed as at 15
// (markets/track_choice.hpp). She begins anew and keeps her skill; a job ends. No list is handed
// in, so she is no applicant.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/markets/enrolment_desk.hpp"
#include "models/vocational/markets/programme_choice.hpp"
#include "models/vocational/markets/track_choice.hpp"
#include "models/vocational/markets/way.hpp"

namespace vocational {

class SchoolReturn final : public sim::Phase {
  public:
    SchoolReturn(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("school_return", "Leavers come back to vocational places that are left."),
          setting_(setting),
          params_(params),
          persons_(world),
          programmes_(world),
          desk_(*this, setting),
          choice_(*this, setting, params),
          way_(*this, params.choice) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    // Where leavers go, as positions in tracks_at_15.
    static constexpr std::array<std::size_t, 2> tracks_back{2, 3};
    struct Leaver {
        std::uint32_t row;
        CityId home;
        sim::Identity identity;
        float score;
        TrackChoice::Utilities utility;
        bool comes_back;
    };
    // The places of one track in one city.
    struct Class {
        CityId city;
        std::int64_t left = 0;
        std::optional<ProgrammeChoice> choice;
    };

    bool may_return(std::size_t row) const;
    std::vector<std::int32_t> places_left(const sim::Tick& tick) const;
    std::vector<Leaver> leavers(const sim::Tick& tick) const;
    Class class_of(CityId city, Track track, const std::vector<std::int32_t>& left) const;
    // The nearest class with places whose way is worth it; none if there is none.
    Class* nearest(std::vector<Class>& classes, const Leaver& person, std::size_t track) const;
    void admit(const sim::Tick& tick, std::size_t province, std::vector<const Leaver*>& people,
               const std::vector<std::int32_t>& left) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<ProgrammeTable> programmes_;
    EnrolmentDesk desk_;
    TrackChoice choice_;
    Way way_;
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&ProgrammeTable::seats> seats_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&ProgrammeTable::seat_share> programme_share_{*this};
    sim::Read<&SchoolTable::standing> standing_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_of_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
};

}  // namespace vocational
