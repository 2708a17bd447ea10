// SPDX-License-Identifier: Apache-2.0
// 4.3 Where every admission market hands in its result: puts a person into a programme, which ends
// a job, and keeps the counts of entrants, climbs and continuers. Calls for different persons may
// run concurrently.
#pragma once

#include "models/vocational/agents/count.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/phases/end_job.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Nobody who completed upper secondary this or last year is older.
inline constexpr int oldest_completer = 24;

class EnrolmentDesk {
  public:
    EnrolmentDesk(sim::Accessor& owner, const Setting& setting)
        : setting_(setting),
          state_(owner),
          link_(owner),
          duration_(owner),
          path_(owner),
          contract_(owner),
          specific_skill_(owner),
          firm_bound_(owner),
          occupation_(owner),
          wage_(owner),
          headcount_(owner),
          attained_(owner),
          completed_(owner),
          school_(owner),
          enrolled_(owner),
          school_city_(owner),
          school_track_(owner),
          intake_(owner),
          transfers_in_(owner),
          upgrade_entrants_(owner),
          continuers_(owner),
          joined_(owner),
          left_(owner),
          admitted_(owner),
          programme_field_(owner),
          origin_(owner),
          ses_(owner),
          ability_(owner),
          entrants_(owner),
          entrant_ability_(owner),
          articulated_(owner),
          from_work_(owner),
          changes_(owner),
          comebacks_(owner),
          climbs_(owner),
          by_route_(owner),
          group_intake_(owner),
          field_intake_(owner) {}

    void enrol(PersonId person, std::size_t home_province, ProgrammeId programme, Entry entry,
               sim::Quarter now) const;

    State state(std::size_t row) const { return state_.data()[row]; }
    Attained attained(std::size_t row) const { return attained_.data()[row]; }
    Path& path(std::size_t row) const { return path_.data()[row]; }
    Contract& contract(PersonId person) const { return contract_[person]; }
    double specific_skill(PersonId person) const { return specific_skill_[person]; }
    // Of somebody enrolled.
    ProgrammeId programme(std::size_t row) const { return link_.data()[row].programme(); }
    int quarters_in_state(std::size_t row) const { return duration_.data()[row]; }
    std::int32_t students(ProgrammeId programme) const { return enrolled_[programme]; }
    // Takes an enrolled person off her programme; she must be enrolled elsewhere at once.
    void release(PersonId person) const {
        const ProgrammeId programme = link_[person].programme();
        add_to(enrolled_[programme], -1);
        add_to(left_[programme], 1);
    }
    // Of somebody employed.
    JobLevel job_level(std::size_t row) const { return occupation_.data()[row].level(); }
    // Whether the highest track was completed in the second quarter of that year.
    bool completed_in(std::size_t row, int year) const {
        return completed_.data()[row] == static_cast<std::uint8_t>(sim::Quarter(year, 2).index());
    }

  private:
    void count(PersonId person, std::size_t home_province, ProgrammeId programme, TrackCellId cell,
               Track track, Entry entry) const;

    const Setting& setting_;
    sim::Scatter<&PersonTable::state> state_;
    sim::Scatter<&PersonTable::link> link_;
    sim::Scatter<&PersonTable::duration> duration_;
    sim::Scatter<&PersonTable::path> path_;
    sim::Scatter<&PersonTable::contract> contract_;
    sim::Scatter<&PersonTable::specific_skill> specific_skill_;
    sim::Scatter<&PersonTable::firm_bound> firm_bound_;
    sim::Scatter<&PersonTable::occupation> occupation_;
    sim::Scatter<&PersonTable::wage> wage_;
    sim::Scatter<&FirmTable::headcount> headcount_;
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
    sim::Scatter<&ProgrammeTable::joined> joined_;
    sim::Scatter<&ProgrammeTable::left> left_;
    sim::Scatter<&ProgrammeTable::admitted> admitted_;
    sim::Read<&ProgrammeTable::field> programme_field_;
    sim::Read<&PersonTable::origin> origin_;
    sim::Read<&PersonTable::ses_percentile> ses_;
    sim::Read<&PersonTable::ability> ability_;
    sim::Scatter<&PathwayTable::entrants> entrants_;
    sim::Scatter<&PathwayTable::entrant_ability> entrant_ability_;
    sim::Scatter<&PathwayTable::articulated> articulated_;
    sim::Scatter<&PathwayTable::entrants_from_work> from_work_;
    sim::Scatter<&PathwayTable::track_changes> changes_;
    sim::Scatter<&PathwayTable::comebacks> comebacks_;
    sim::Scatter<&ClimbTable::climbs> climbs_;
    sim::Scatter<&RouteCellTable::entrants> by_route_;
    sim::Scatter<&GroupFlowTable::intake> group_intake_;
    sim::Scatter<&FieldFlowTable::intake> field_intake_;
};

}  // namespace vocational
