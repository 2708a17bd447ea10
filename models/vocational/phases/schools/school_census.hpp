// SPDX-License-Identifier: Apache-2.0
// 4.14 Counts schools' state at the end of the quarter, by province and track, for outputs; keeps
// the scales on which skill at graduation is reported: s of all vocational completers and g of
// 15-year-olds at entry, both in the reference year.
#pragma once

#include <vector>

#include "models/vocational/agents/schools/graduate_record.hpp"
#include "models/vocational/agents/schools/quality_equation.hpp"
#include "models/vocational/agents/schools/school_measure.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class SchoolCensus final : public sim::Phase {
  public:
    SchoolCensus(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("school_census", "Counts teachers, equipment, money and quality of schools."),
          setting_(setting),
          params_(params),
          persons_(world),
          programme_rows_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    void count(ProvinceId province, Track track, bool has_graduates);
    void count_school(TrackCellId cell, SchoolId school);
    double practice_hours(SchoolId school) const;
    void count_graduates(TrackCellId cell, const RowRange& cities, Track track);
    void find_best(ProvinceId province);
    void scale_entrants(const sim::Tick& tick);
    void scale_completers(const sim::Tick& tick);

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<ProgrammeTable> programme_rows_;
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
    sim::Read<&TeachingTable::course_age> course_age_{*this};
    sim::Read<&SchoolStateTable::ownership> ownership_{*this};
    sim::Read<&SchoolStateTable::teachers> teachers_{*this};
    sim::Read<&SchoolStateTable::experienced> experienced_{*this};
    sim::Read<&SchoolStateTable::mentors> mentors_{*this};
    sim::Read<&SchoolStateTable::certified> certified_{*this};
    sim::Read<&SchoolStateTable::stations> stations_{*this};
    sim::Read<&SchoolStateTable::reachable_stations> reachable_{*this};
    sim::Read<&SchoolStateTable::served> served_{*this};
    sim::Read<&SchoolStateTable::pay> pay_{*this};
    sim::Read<&SchoolStateTable::operation> operation_{*this};
    sim::Read<&SchoolStateTable::equipment> equipment_{*this};
    sim::Read<&SchoolStateTable::building> building_{*this};
    sim::Read<&SchoolStateTable::courses> courses_{*this};
    sim::Read<&SchoolStateTable::development> development_{*this};
    sim::Read<&SchoolStateTable::digital_spending> digital_{*this};
    sim::Read<&GraduateRecordTable::graduates> graduates_{*this};
    sim::Read<&GraduateRecordTable::general_sum> general_sum_{*this};
    sim::Read<&GraduateRecordTable::specific_sum> specific_sum_{*this};
    sim::Read<&GraduateRecordTable::specific_squares> specific_squares_{*this};
    sim::Write<&SkillReferenceTable::specific_mean> specific_mean_{*this};
    sim::Write<&SkillReferenceTable::specific_spread> specific_spread_{*this};
    sim::Write<&SkillReferenceTable::general_mean> general_mean_{*this};
    sim::Write<&SkillReferenceTable::general_spread> general_spread_{*this};
    sim::Write<&SchoolMeasureTable::students> out_students_{*this};
    sim::Write<&SchoolMeasureTable::practice_hours> out_hours_{*this};
    sim::Write<&SchoolMeasureTable::private_students> out_private_{*this};
    sim::Write<&SchoolMeasureTable::teachers> out_teachers_{*this};
    sim::Write<&SchoolMeasureTable::certified> out_certified_{*this};
    sim::Write<&SchoolMeasureTable::experienced> out_experienced_{*this};
    sim::Write<&SchoolMeasureTable::stations> out_stations_{*this};
    sim::Write<&SchoolMeasureTable::equipment_value> out_equipment_{*this};
    sim::Write<&SchoolMeasureTable::served> out_served_{*this};
    sim::Write<&SchoolMeasureTable::spending> out_spending_{*this};
    sim::Write<&SchoolMeasureTable::quality> out_quality_{*this};
    sim::Write<&SchoolMeasureTable::course_age> out_course_age_{*this};
    sim::Write<&SchoolMeasureTable::currency> out_currency_{*this};
    sim::Write<&SchoolMeasureTable::graduates> out_graduates_{*this};
    sim::Write<&SchoolMeasureTable::technical_skill> out_technical_{*this};
    sim::Write<&SchoolMeasureTable::general_skill> out_general_{*this};
    sim::Write<&SchoolMeasureTable::skill_spread> out_spread_{*this};
    sim::Write<&TopQualityTable::quality> top_quality_{*this};
    sim::Write<&TopQualityTable::students> top_students_{*this};
};

}  // namespace vocational
