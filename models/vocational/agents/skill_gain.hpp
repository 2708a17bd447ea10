// SPDX-License-Identifier: Apache-2.0
// 4.4 Learning in school (E1): a year adds
//   g: k_g(track) · exp(e · a) · Q
//   s: k_s(track) · exp((e + σ φ b_T (T − T_ref)) · t) · Q^σ · exp(−λ · course age) ÷ its reference
//      + w_b · relevance of learning at work
// to general skill g and skill in the field s; a is ability, t practical aptitude, e
// ability_elasticity, φ experience_ability_slope, λ course_decay, w_b work_based_gain, T and b_T as
// in agents/schools/quality_equation.hpp. The reference of the last factor is its mean over the
// track in the reference year; relevance is that of the kind of contract (relevance). σ,
// specific_spread, is the standard deviation of s among completers: the terms of ln Q are known in
// standard deviations of test scores, and σ turns them into units of s. The scores of g have unit
// variance at 15, so g needs no factor. In upper-secondary vocational schools the parts that
// teaching adds are multiplied by study effort (phases/exam_effort.hpp), and k differs under
// structures.technical_learning. At reference quality, experience and course age a person of mean
// talent gains k: there the vocational track adds little (loyalka2016). T's effect leans to the
// able (johnston2016). Out of school skills age (agents/careers/skill_ageing.hpp).
#pragma once

#include <array>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/params/school.hpp"
#include "models/vocational/params/structures.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

struct SkillGain {
    double general;
    double specific;
};

// Yearly gains of the track at the reference.
inline SkillGain usual_gain(const LearningParams& params, Track track, TechnicalLearning form) {
    if (!is_vocational(track)) {
        const bool bachelor = track == Track::applied_bachelor || track == Track::academic_bachelor;
        return {params.general_in_general, bachelor ? double{params.specific_in_bachelor} : 0.0};
    }
    if (level_of(track) == Level::upper_secondary && form == TechnicalLearning::gains) {
        return {params.strong_general, params.strong_specific};
    }
    if (level_of(track) == Level::upper_secondary && form == TechnicalLearning::losses) {
        return {params.weak_general, params.weak_specific};
    }
    return {params.general_in_vocational, params.specific_in_vocational};
}

// What a programme does to a student in a year, over the reference; the default is the reference.
struct Lesson {
    double quality = 1.0;
    double currency = 1.0;          // exp(−λ · course age) over its reference
    double experience_slope = 0.0;  // σ φ b_T (T − T_ref)
};

// What one year adds: what all students of a programme share, and how talent enters.
struct TeachingGain {
    SkillGain usual{};  // of a person of mean talent
    double ability_slope = 0.0;
    double aptitude_slope = 0.0;

    SkillGain of(double ability, double aptitude) const {
        return {usual.general * sim::elementary::exp(ability_slope * ability),
                usual.specific * sim::elementary::exp(aptitude_slope * aptitude)};
    }
};

inline TeachingGain teaching_gain(const LearningParams& params, Track track, TechnicalLearning form,
                                  const Lesson& lesson = {}) {
    const SkillGain usual = usual_gain(params, track, form);
    const double specific_quality =
        sim::elementary::exp(params.specific_spread * sim::elementary::log(lesson.quality));
    return {{usual.general * lesson.quality, usual.specific * specific_quality * lesson.currency},
            params.ability_elasticity,
            params.ability_elasticity + lesson.experience_slope};
}

// What one year of the track adds.
inline SkillGain yearly_gain(const LearningParams& params, Track track, double ability,
                             double aptitude, TechnicalLearning form, const Lesson& lesson = {}) {
    return teaching_gain(params, track, form, lesson).of(ability, aptitude);
}

// How much of the working time under each kind of contract serves the field (1 = all).
using Relevance = std::array<double, sim::enum_size<ContractKind>>;

inline Relevance relevance(const LearningParams& params) {
    Relevance of{};
    of[sim::index_of(ContractKind::apprenticeship)] = params.relevance_apprenticeship;
    of[sim::index_of(ContractKind::joint_enrolment)] = params.relevance_joint;
    of[sim::index_of(ContractKind::order_class)] = params.relevance_order;
    of[sim::index_of(ContractKind::commissioned_training)] = params.relevance_commissioned;
    of[sim::index_of(ContractKind::internship)] = params.relevance_internship;
    return of;
}

// Skill of the field that a year of learning at work adds, by kind of contract. A premium for
// interns is spread over the years of an internship, at the return of pay to skill.
struct WorkBasedGain {
    std::array<double, sim::enum_size<ContractKind>> by_kind{};

    double of(ContractKind kind) const { return by_kind[sim::index_of(kind)]; }
};

// `full`: what fully relevant work adds.
inline WorkBasedGain work_based_gain(const LearningParams& params, Internships internships,
                                     double full, double return_to_skill, int years) {
    WorkBasedGain gain;
    const Relevance share = relevance(params);
    for (std::size_t kind = 0; kind < share.size(); ++kind) {
        gain.by_kind[kind] = full * share[kind];
    }
    double& intern = gain.by_kind[sim::index_of(ContractKind::internship)];
    switch (internships) {
        case Internships::learning:
            break;
        case Internships::premium:
            intern = return_to_skill > 0.0 ? sim::elementary::log1p(params.internship_premium) /
                                                 (return_to_skill * years)
                                           : 0.0;
            break;
        case Internships::none:
            intern = 0.0;
            break;
    }
    return gain;
}

// The state of the art that a skill reflects when `gained` of year `year` is added to `skill` of
// year `vintage`; years modulo 256.
inline std::uint8_t mixed_vintage(std::uint8_t vintage, double skill, double gained, int year) {
    const auto newest = static_cast<std::uint8_t>(year & 255);
    if (skill <= 0.0 || gained <= 0.0) {
        return gained > 0.0 ? newest : vintage;
    }
    const auto ahead = static_cast<std::int8_t>(static_cast<std::uint8_t>(newest - vintage));
    const double step = ahead * gained / (skill + gained);
    return static_cast<std::uint8_t>(vintage + static_cast<int>(step + (step < 0.0 ? -0.5 : 0.5)));
}

}  // namespace vocational
