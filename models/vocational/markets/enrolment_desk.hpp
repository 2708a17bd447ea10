// SPDX-License-Identifier: Apache-2.0
// Where every admission market hands in its result: puts a person into a programme and keeps the
// counts of entrants, climbs and continuers. Calls for different persons may run concurrently.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// By which door a person comes in; decides the year of study and the outcome that counts her.
enum class Entry { ordinary, transfer, upgrade };

class EnrolmentDesk {
  public:
    EnrolmentDesk(sim::Accessor& owner, const Setting& setting)
        : setting_(setting),
          state_(owner),
          link_(owner),
          duration_(owner),
          path_(owner),
          contract_(owner),
          attained_(owner),
          completed_(owner),
          school_(owner),
          enrolled_(owner),
          school_city_(owner),
          school_track_(owner),
          intake_(owner),
          transfers_in_(owner),
          upgrade_entrants_(owner),
          continuers_(owner) {}

    void enrol(PersonId person, std::size_t home_province, ProgrammeId programme, Entry entry,
               sim::Quarter now) const;

    State state(std::size_t row) const { return state_.data()[row]; }
    Attained attained(std::size_t row) const { return attained_.data()[row]; }
    Path& path(std::size_t row) const { return path_.data()[row]; }
    // Whether the highest track was completed in the second quarter of that year.
    bool completed_in(std::size_t row, int year) const {
        return completed_.data()[row] == static_cast<std::uint8_t>(sim::Quarter(year, 2).index());
    }

  private:
    const Setting& setting_;
    sim::Scatter<&PersonTable::state> state_;
    sim::Scatter<&PersonTable::link> link_;
    sim::Scatter<&PersonTable::duration> duration_;
    sim::Scatter<&PersonTable::path> path_;
    sim::Scatter<&PersonTable::contract> contract_;
    sim::Read<&PersonTable::attained> attained_;
    sim::Read<&PersonTable::completed> completed_;
    sim::Read<&ProgrammeTable::school> school_;
    sim::Scatter<&ProgrammeTable::enrolled> enrolled_;
    sim::Read<&SchoolTable::city> school_city_;
    sim::Read<&SchoolTable::track> school_track_;
    sim::Scatter<&TrackCellTable::intake> intake_;
    sim::Scatter<&TrackCellTable::transfers_in> transfers_in_;
    sim::Scatter<&TrackCellTable::upgrade_entrants> upgrade_entrants_;
    sim::Scatter<&TrackCellTable::continuers_home> continuers_;
};

}  // namespace vocational
