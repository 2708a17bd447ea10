// SPDX-License-Identifier: Apache-2.0
// Skills of the initial population: what years of school before the run have added and years out of
// it have taken.
#pragma once

#include <algorithm>
#include <array>

#include "models/vocational/agents/careers/skill_ageing.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/skill_gain.hpp"
#include "sim/core/contract.hpp"

namespace vocational {

class PastLearning {
  public:
    // Courses were renewed `course_age` years before they were taken.
    PastLearning(PersonTable& persons, const LearningParams& params, TechnicalLearning form,
                 const SkillAgeing& ageing, double course_age)
        : persons_(persons) {
        for (std::size_t t = 0; t < tracks; ++t) {
            teaching_[t] = teaching_gain(params, static_cast<Track>(t), form);
        }
        const auto lag = static_cast<std::size_t>(course_age + 0.5);
        general_kept_[0] = 1.0;
        for (auto& kept : specific_kept_) {
            kept[0] = 1.0;
        }
        for (std::size_t years = 1; years < most_years; ++years) {
            general_kept_[years] = general_kept_[years - 1] * ageing.general_kept();
            for (std::size_t f = 0; f < fields; ++f) {
                specific_kept_[f][years] =
                    specific_kept_[f][years - 1] *
                    ageing.specific_kept(static_cast<Field>(f), lag + years - 1);
            }
        }
    }

    // Years of upper-secondary study before `track`, then the rest in it.
    void learn(std::size_t row, Track track, int general_years, int years) {
        const double ability = persons_.ability[row];
        const double aptitude = persons_.aptitude[row];
        const SkillGain before =
            teaching_[sim::index_of(Track::general_high)].of(ability, aptitude);
        const SkillGain gain = teaching_[sim::index_of(track)].of(ability, aptitude);
        const int in_track = std::max(0, years - general_years);
        const int earlier = std::min(years, general_years);
        persons_.general_skill[row] =
            persons_.general_skill[row] + before.general * earlier + gain.general * in_track;
        persons_.specific_skill[row] = persons_.specific_skill[row] + gain.specific * in_track;
    }

    void forget(std::size_t row, std::size_t years) {
        SIM_EXPECT(years < most_years);
        Skill& general = persons_.general_skill[row];
        Skill& specific = persons_.specific_skill[row];
        general = general * general_kept_[years];
        specific = specific * specific_kept_[sim::index_of(persons_.field[row])][years];
    }

  private:
    static constexpr std::size_t most_years = 64;

    PersonTable& persons_;
    std::array<TeachingGain, tracks> teaching_{};
    // What is left after so many years.
    std::array<double, most_years> general_kept_{};
    std::array<std::array<double, most_years>, fields> specific_kept_{};
};

}  // namespace vocational
