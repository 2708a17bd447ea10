// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/learning.hpp"

#include "models/vocational/agents/skill_gain.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

void Learning::run(const sim::Tick& tick) {
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    tick.executor().for_rows(persons_.end() - begin, CohortIndex::grain, [&](std::size_t i) {
        const PersonId person(begin + i);
        if (state_[person] != State::enrolled) {
            return;
        }
        const Track track = track_[school_[link_[person].programme()]];
        const SkillGain gain = yearly_gain(params_, track, ability_[person], aptitude_[person]);
        general_skill_[person] = general_skill_[person] + gain.general;
        specific_skill_[person] = specific_skill_[person] + gain.specific;
    });
}

}  // namespace vocational
