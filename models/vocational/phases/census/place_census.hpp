// SPDX-License-Identifier: Apache-2.0
// 4.14 Counts places at the end of the quarter: schools, students and vacancies by province, and in
// the third quarter the entrants, who are remembered until the year in which they are due to
// complete.
#pragma once

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/market_cell.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PlaceCensus final : public sim::Phase {
  public:
    PlaceCensus(const Setting& setting, const sim::World& world);

    void run(const sim::Tick& tick) override;

  private:
    void count_schools();
    void count_vacancies();
    void remember_entrants(int year);

    const Setting& setting_;
    sim::Rows<SchoolTable> schools_;
    sim::Rows<ProgrammeTable> programmes_;
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::weight> weight_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&TrackCellTable::intake> intake_{*this};
    sim::Read<&TrackCellTable::transfers_in> transfers_in_{*this};
    sim::Read<&TrackCellTable::upgrade_entrants> upgrade_entrants_{*this};
    sim::Read<&JobCellTable::vacancies> vacancies_{*this};
    sim::Read<&JobCellTable::seekers> seekers_{*this};
    sim::Read<&JobCellTable::hires> hires_{*this};
    sim::Read<&MarketCellTable::open> open_{*this};
    sim::Read<&MarketCellTable::age> age_{*this};
    sim::Read<&MarketCellTable::job_changes> job_changes_{*this};
    sim::Write<&SchoolCellTable::enrolled> cell_enrolled_{*this};
    sim::Write<&SchoolCellTable::schools> cell_schools_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Write<&FieldTable::enrolled> field_enrolled_{*this};
    sim::Write<&EntryCellTable::ordinary> ordinary_{*this};
    sim::Write<&EntryCellTable::later> later_{*this};
    sim::Write<&VacancyCellTable::vacancies> cell_vacancies_{*this};
    sim::Write<&VacancyCellTable::unfilled> cell_unfilled_{*this};
    sim::Write<&VacancyCellTable::unfilled_age> cell_unfilled_age_{*this};
    sim::Write<&VacancyCellTable::job_changes> cell_job_changes_{*this};
    sim::Write<&VacancyCellTable::seekers> cell_seekers_{*this};
    sim::Write<&VacancyCellTable::hires> cell_hires_{*this};
};

}  // namespace vocational
