// SPDX-License-Identifier: Apache-2.0
// 4.4 Learning in school: at the end of the school year every student has gained general and
// specific skill by the quality, teachers and courses of the programme (agents/skill_gain.hpp), and
// the specific skill reflects the state of the art of those courses. Before persistence: those who
// stop keep what they learnt. One pass over students with a look-up by programme. Evidence:
// voc_effect_math, voc_effect_computing, curriculum_vintage_decay, intern_wage_gain.
#pragma once

#include <vector>

#include "models/vocational/agents/careers/firm_bound.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/agents/skill_gain.hpp"
#include "models/vocational/params/all.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Learning final : public sim::Phase {
  public:
    Learning(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("learning", "Students gain skill over the school year."),
          setting_(setting),
          params_(params),
          persons_(world),
          programmes_(world) {}

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override;

  private:
    // What of a programme every student of it meets.
    struct Class {
        TeachingGain gain;
        double effort_general = 1.0;
        double effort_specific = 1.0;
        int year = 0;  // of the state of the art taught
    };

    void prepare_classes(const sim::Tick& tick);
    Class class_of(ProgrammeId programme, int year) const;
    void teach(const WorkBasedGain& at_work, std::size_t begin, std::size_t end) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<ProgrammeTable> programmes_;
    std::vector<Class> classes_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::aptitude> aptitude_{*this};
    sim::Read<&PersonTable::contract> contract_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&ExamTable::effort_general> effort_general_{*this};
    sim::Read<&ExamTable::effort_specific> effort_specific_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolStateTable::experienced> experienced_{*this};
    sim::Read<&SchoolStateTable::mentors> mentors_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
    sim::Read<&TeachingTable::course_age> course_age_{*this};
    sim::Read<&TrackReferenceTable::experience> experience_reference_{*this};
    sim::Read<&TrackReferenceTable::currency> currency_reference_{*this};
    sim::Read<&TrackReferenceTable::has_quality> has_reference_{*this};
    sim::Write<&PersonTable::general_skill> general_skill_{*this};
    sim::Write<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Write<&PersonTable::firm_bound> firm_bound_{*this};
    sim::Write<&PersonTable::skill_vintage> vintage_{*this};
};

}  // namespace vocational
