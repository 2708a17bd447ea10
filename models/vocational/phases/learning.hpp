// SPDX-License-Identifier: Apache-2.0
// 4.4 Learning in school: at the end of the school year every student has gained general and
// specific skill (agents/skill_gain.hpp). Before persistence: those who stop keep what they learnt.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/params/all.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Learning final : public sim::Phase {
  public:
    Learning(const Setting& setting, const LearningParams& params, const sim::World& world)
        : Phase("learning", "Students gain skill over the school year."),
          setting_(setting),
          params_(params),
          persons_(world) {}

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    const LearningParams& params_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::aptitude> aptitude_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Write<&PersonTable::general_skill> general_skill_{*this};
    sim::Write<&PersonTable::specific_skill> specific_skill_{*this};
};

}  // namespace vocational
