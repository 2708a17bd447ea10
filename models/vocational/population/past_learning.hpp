// SPDX-License-Identifier: Apache-2.0
// Skills of the initial population: what years of school before the run have added and years out of
// it have taken.
#pragma once

#include <algorithm>
#include <cmath>

#include "models/vocational/agents/careers/skill_ageing.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/skill_gain.hpp"

namespace vocational {

class PastLearning {
  public:
    PastLearning(PersonTable& persons, const LearningParams& params, TechnicalLearning form,
                 const SkillAgeing& ageing)
        : persons_(persons), params_(params), form_(form), ageing_(ageing) {}

    // Years of upper-secondary study before `track`, then the rest in it.
    void learn(std::size_t row, Track track, int general_years, int years) {
        const double ability = persons_.ability[row];
        const double aptitude = persons_.aptitude[row];
        const SkillGain before =
            yearly_gain(params_, Track::general_high, ability, aptitude, form_);
        const SkillGain gain = yearly_gain(params_, track, ability, aptitude, form_);
        const int in_track = std::max(0, years - general_years);
        const int earlier = std::min(years, general_years);
        persons_.general_skill[row] =
            persons_.general_skill[row] + before.general * earlier + gain.general * in_track;
        persons_.specific_skill[row] = persons_.specific_skill[row] + gain.specific * in_track;
    }

    void forget(std::size_t row, int years) {
        persons_.general_skill[row] =
            persons_.general_skill[row] * std::pow(ageing_.general_kept(), years);
        persons_.specific_skill[row] = persons_.specific_skill[row] *
                                       std::pow(ageing_.specific_kept(persons_.field[row]), years);
    }

  private:
    PersonTable& persons_;
    const LearningParams& params_;
    TechnicalLearning form_;
    SkillAgeing ageing_;
};

}  // namespace vocational
