// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/learning.hpp"

#include <cmath>

#include "models/vocational/agents/schools/quality_equation.hpp"
#include "models/vocational/phases/student_rows.hpp"
#include "models/vocational/training/training_terms.hpp"

namespace vocational {

Learning::Class Learning::class_of(ProgrammeId programme, int year) const {
    const SchoolId school = school_[programme];
    const Track track = track_[school];
    const TrackId reference = track_id(track);
    const auto age = static_cast<double>(course_age_[programme]);
    Class result{track, {}, year - static_cast<int>(std::floor(age + 0.5))};
    if (is_vocational(track) && level_of(track) == Level::upper_secondary) {
        const ProvinceId province = setting_.province_of[city_[school].row()];
        result.effort_general = effort_general_[province];
        result.effort_specific = effort_specific_[province];
    }
    result.lesson.quality = static_cast<double>(quality_[programme]);
    if (has_reference_[reference] != 0) {
        result.lesson.currency =
            course_currency(params_.teaching, age) / currency_reference_[reference];
    }
    if (has_reference_[reference] != 0 && is_vocational(track)) {
        const double experience = experienced_teaching(static_cast<double>(experienced_[school]),
                                                       static_cast<double>(mentors_[school]));
        result.lesson.experience_slope = params_.learning.specific_spread *
                                         params_.teaching.experience_weight *
                                         params_.teaching.experience_ability_slope *
                                         (experience - experience_reference_[reference]);
    }
    return result;
}

void Learning::prepare_classes(const sim::Tick& tick) {
    classes_.resize(programmes_.end());
    tick.executor().for_rows(programmes_.size(), 1024, [&](std::size_t row) {
        classes_[row] = class_of(ProgrammeId(row), tick.now().year());
    });
}

void Learning::run(const sim::Tick& tick) {
    prepare_classes(tick);
    const TechnicalLearning form = params_.structures.technical_learning();
    const WorkBasedGain at_work = work_based_gain(
        params_.learning, params_.structures.internships(), params_.teaching.work_based_gain,
        params_.wage.specific_skill, contract_years);
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    tick.executor().for_rows(persons_.end() - begin, CohortIndex::grain, [&](std::size_t i) {
        const PersonId person(begin + i);
        if (state_[person] != State::enrolled) {
            return;
        }
        const Class& taught = classes_[link_[person].programme().row()];
        SkillGain gain = yearly_gain(params_.learning, taught.track, ability_[person],
                                     aptitude_[person], form, taught.lesson);
        gain.general *= taught.effort_general;
        gain.specific *= taught.effort_specific;
        if (contract_[person].exists()) {
            gain.specific += at_work.of(contract_[person].kind());
        }
        vintage_[person] =
            mixed_vintage(vintage_[person], specific_skill_[person], gain.specific, taught.year);
        general_skill_[person] = general_skill_[person] + gain.general;
        specific_skill_[person] = specific_skill_[person] + gain.specific;
    });
}

}  // namespace vocational
