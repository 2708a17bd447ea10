// SPDX-License-Identifier: Apache-2.0
// 4.6 Places at the next level that were promised at 15. In a province of home there are as many as
// were promised to its cohort three years before. This year's secondary vocational completers take
// them in turn, those with a promise first, then the others, by general skill + skill in the field,
// if the place is better than working and the family can pay for it (markets/college_choice.hpp).
// The places are divided among the programmes of the province by their shares of seats, which bind.
// Evidence: malamud2011, hall2012 (seats, not eligibility alone, carry people up).
#pragma once

#include <vector>

#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/markets/college_choice.hpp"
#include "models/vocational/markets/enrolment_desk.hpp"
#include "models/vocational/markets/programme_choice.hpp"

namespace vocational {

enum class Promise { five_year, bachelor };

class PromisedPlaces {
  public:
    PromisedPlaces(sim::Accessor& owner, const Setting& setting, const Params& params,
                   const sim::World& world)
        : setting_(setting),
          params_(params),
          persons_(world),
          desk_(owner, setting),
          choice_(owner, setting, params),
          general_skill_(owner),
          field_(owner),
          programme_field_(owner),
          school_(owner),
          programme_share_(owner),
          school_share_(owner),
          standing_(owner),
          quality_(owner) {}

    // By province of home: how many of those who were 15 three years ago hold the promise.
    std::vector<std::int64_t> promised(const sim::Tick& tick, Promise promise) const;
    // Fills places, by province, with completers of this year who want them; in each province the
    // first of `kinds` that has seats there.
    void fill(const sim::Tick& tick, sim::Purpose purpose, Promise promise,
              const std::vector<std::int64_t>& places, const std::vector<Track>& kinds,
              Entry entry);

  private:
    struct Completer {
        std::uint32_t row;
        CityId home;
        sim::Identity identity;
        float score;
        bool is_promised;
    };

    bool holds(std::size_t row, Promise promise) const;
    std::vector<std::vector<Completer>> completers(const sim::Tick& tick, Promise promise) const;
    // Of the province's seats of its kind.
    double share_of(ProgrammeId programme) const;
    bool has_seats(std::size_t province, Track track) const;
    // The programmes of a track in a province with their parts of so many places.
    std::vector<ProgrammeOffer> offers(std::size_t province, Track track, std::int64_t places,
                                       double offset) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    EnrolmentDesk desk_;
    CollegeChoice choice_;
    sim::Read<&PersonTable::general_skill> general_skill_;
    sim::Read<&PersonTable::field> field_;
    sim::Read<&ProgrammeTable::field> programme_field_;
    sim::Read<&ProgrammeTable::school> school_;
    sim::Read<&ProgrammeTable::seat_share> programme_share_;
    sim::Read<&SchoolTable::seat_share> school_share_;
    sim::Read<&SchoolTable::standing> standing_;
    sim::Read<&TeachingTable::quality> quality_;
};

}  // namespace vocational
