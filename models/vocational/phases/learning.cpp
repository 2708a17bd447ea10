// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/learning.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "models/vocational/agents/schools/quality_equation.hpp"
#include "models/vocational/phases/student_rows.hpp"
#include "models/vocational/training/training_terms.hpp"
#include "sim/core/prefetch.hpp"
#include "sim/random/elementary_batch.hpp"

namespace vocational {

Learning::Class Learning::class_of(ProgrammeId programme, int year) const {
    const SchoolId school = school_[programme];
    const Track track = track_[school];
    const TrackId reference = track_id(track);
    const auto age = static_cast<double>(course_age_[programme]);
    Class result;
    result.year = year - static_cast<int>(std::floor(age + 0.5));
    if (is_vocational(track) && level_of(track) == Level::upper_secondary) {
        const ProvinceId province = setting_.province_of[city_[school].row()];
        result.effort_general = effort_general_[province];
        result.effort_specific = effort_specific_[province];
    }
    Lesson lesson;
    lesson.quality = static_cast<double>(quality_[programme]);
    if (has_reference_[reference] != 0) {
        lesson.currency = course_currency(params_.teaching, age) / currency_reference_[reference];
    }
    if (has_reference_[reference] != 0 && is_vocational(track)) {
        const double experience = experienced_teaching(static_cast<double>(experienced_[school]),
                                                       static_cast<double>(mentors_[school]));
        lesson.experience_slope = params_.learning.specific_spread *
                                  params_.teaching.experience_weight *
                                  params_.teaching.experience_ability_slope *
                                  (experience - experience_reference_[reference]);
    }
    result.gain =
        teaching_gain(params_.learning, track, params_.structures.technical_learning(), lesson);
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
    const WorkBasedGain at_work = work_based_gain(
        params_.learning, params_.structures.internships(), params_.teaching.work_based_gain,
        params_.wage.specific_skill, contract_years);
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    tick.executor().for_chunks(
        persons_.end() - begin, CohortIndex::grain,
        [&](const sim::Chunk& chunk) { teach(at_work, begin + chunk.begin, begin + chunk.end); });
}

// Some students at a time: classes are met in no order, so they are asked for before they are
// needed, and the exponentials of talent are taken together.
void Learning::teach(const WorkBasedGain& at_work, std::size_t begin, std::size_t end) const {
    constexpr std::size_t together = 128;
    std::array<PersonId, together> students;
    std::array<const Class*, together> taught;
    std::array<double, together> by_ability;
    std::array<double, together> by_aptitude;
    for (std::size_t first = begin; first < end; first += together) {
        std::size_t count = 0;
        for (std::size_t row = first; row < std::min(end, first + together); ++row) {
            students[count] = PersonId(row);
            count += static_cast<std::size_t>(state_.data()[row] == State::enrolled);
        }
        for (std::size_t i = 0; i < count; ++i) {
            taught[i] = &classes_[link_[students[i]].programme().row()];
            sim::prefetch(taught[i]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            by_ability[i] = taught[i]->gain.ability_slope * ability_[students[i]];
            by_aptitude[i] = taught[i]->gain.aptitude_slope * aptitude_[students[i]];
        }
        sim::elementary::exp_each(std::span(by_ability).first(count));
        sim::elementary::exp_each(std::span(by_aptitude).first(count));
        for (std::size_t i = 0; i < count; ++i) {
            const PersonId person = students[i];
            const Class& met = *taught[i];
            const double general = met.gain.usual.general * by_ability[i] * met.effort_general;
            double specific = met.gain.usual.specific * by_aptitude[i] * met.effort_specific;
            if (contract_[person].exists()) {
                const double work = at_work.of(contract_[person].kind());
                specific += work;
                firm_bound_[person] =
                    firm_bound_after(firm_bound_[person], specific_skill_[person], specific,
                                     params_.training.order_specificity * work);
            }
            vintage_[person] =
                mixed_vintage(vintage_[person], specific_skill_[person], specific, met.year);
            general_skill_[person] = general_skill_[person] + general;
            specific_skill_[person] = specific_skill_[person] + specific;
        }
    }
}

}  // namespace vocational
