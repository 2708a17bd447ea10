// SPDX-License-Identifier: Apache-2.0
// 4.14 Counts people at the end of the quarter: last of the tick, one pass over all persons. Sums
// are of whole numbers, chunk by chunk in order, so they are the same for any number of threads.
#pragma once

#include <vector>

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

namespace census {
struct Leavers;
}

class Census final : public sim::Phase {
  public:
    // `world` tells which rows exist; the tables must be in it.
    Census(const Setting& setting, const sim::World& world);
    ~Census() override;

    void run(const sim::Tick& tick) override;

  private:
    struct Part;
    struct Counts;
    struct Today;

    Counts count_people(const sim::Tick& tick);
    void count_rows(const Today& today, std::size_t begin, std::size_t end, Part& part) const;
    void note_leaver(const Today& today, PersonId person, std::size_t province, unsigned elapsed,
                     Part& part) const;
    void note_completer(PersonId person, bool is_in_field, census::Leavers& cell, Part& part) const;
    std::vector<std::uint8_t> vocational_programmes() const;
    void publish_labour(const sim::Tick& tick, const Counts& counts);
    void publish_leavers(const Counts& counts);
    void publish_completers(const Counts& counts);
    void publish_wages(const Counts& counts);
    void count_climbers(const sim::Tick& tick);
    void measure_rank_slopes(const sim::Tick& tick);

    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<ProgrammeTable> programmes_;
    std::vector<Part> parts_;  // by chunk; kept to save making them each quarter
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::origin> origin_{*this};
    sim::Read<&PersonTable::ses_percentile> ses_{*this};
    sim::Read<&PersonTable::present_city> present_city_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::completed> completed_{*this};
    sim::Read<&PersonTable::path> path_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::occupation> occupation_{*this};
    sim::Read<&PersonTable::wage> wage_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&SchoolTable::track> school_track_{*this};
    sim::Write<&LabourCellTable::employed> employed_{*this};
    sim::Write<&LabourCellTable::unemployed> unemployed_{*this};
    sim::Write<&LabourCellTable::inactive> inactive_{*this};
    sim::Write<&LabourCellTable::wage_sum> wage_sum_{*this};
    sim::Write<&ProvinceTable::residents> residents_{*this};
    sim::Write<&ProvinceTable::residents_at_base> residents_at_base_{*this};
    sim::Write<&GroupTable::employed> group_employed_{*this};
    sim::Write<&GroupTable::unemployed> group_unemployed_{*this};
    sim::Write<&GroupTable::inactive> group_inactive_{*this};
    sim::Write<&GroupTable::wage_sum> group_wage_sum_{*this};
    sim::Write<&GroupTable::enrolled> group_enrolled_{*this};
    sim::Write<&GroupTable::enrolled_vocational> group_vocational_{*this};
    sim::Write<&GroupTable::climbers> group_climbers_{*this};
    sim::Write<&GroupTable::starters> group_starters_{*this};
    sim::Write<&GroupTable::graduates> group_graduates_{*this};
    sim::Write<&GroupTable::leavers> group_leavers_{*this};
    sim::Write<&GroupTable::placed> group_placed_{*this};
    sim::Write<&GroupTable::starting_wage_sum> group_starting_{*this};
    sim::Write<&GroupTable::completers> group_completers_{*this};
    sim::Write<&GroupTable::continuers> group_continuers_{*this};
    sim::Write<&FieldTable::graduates> field_graduates_{*this};
    sim::Write<&FieldTable::leavers> field_leavers_{*this};
    sim::Write<&FieldTable::placed> field_placed_{*this};
    sim::Write<&FieldTable::starting_wage_sum> field_starting_{*this};
    sim::Write<&FieldTable::recent_employed> field_recent_{*this};
    sim::Write<&FieldTable::recent_field_matched> field_recent_matched_{*this};
    sim::Write<&LeaverCellTable::placed_in_field> placed_in_field_{*this};
    sim::Write<&LeaverCellTable::leavers> leavers_{*this};
    sim::Write<&LeaverCellTable::studying> studying_{*this};
    sim::Write<&LeaverCellTable::placed> placed_{*this};
    sim::Write<&LeaverCellTable::starting_wage_sum> starting_wage_sum_{*this};
    sim::Write<&LeaverCellTable::recent_employed> recent_employed_{*this};
    sim::Write<&LeaverCellTable::recent_level_matched> level_matched_{*this};
    sim::Write<&LeaverCellTable::recent_with_field> with_field_{*this};
    sim::Write<&LeaverCellTable::recent_field_matched> field_matched_{*this};
    sim::Write<&LeaverCellTable::climbers> climbers_{*this};
    sim::Write<&LeaverCellTable::starters> starters_{*this};
    sim::Write<&WageCellTable::gini> gini_{*this};
    sim::Write<&WageCellTable::employed> wage_earners_{*this};
    sim::Write<&WageCellTable::rank_slope> rank_slope_{*this};
    sim::Write<&WageCellTable::rank_people> rank_people_{*this};
    sim::Write<&NationTable::wage_gini> national_gini_{*this};
    sim::Write<&NationTable::rank_slope> national_rank_slope_{*this};
    sim::Write<&NationTable::rank_people> national_rank_people_{*this};
};

}  // namespace vocational
