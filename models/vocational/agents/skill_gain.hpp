// SPDX-License-Identifier: Apache-2.0
// 4.4 Learning in school (E1 at reference quality): a year adds k(track) · exp(e·a) of general and
// of the field's skill; out of school both decay by a constant share a year.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/params/school.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

struct SkillGain {
    double general;
    double specific;
};

// What one year of the track adds.
inline SkillGain yearly_gain(const LearningParams& params, Track track, double ability,
                             double aptitude) {
    const bool vocational = is_vocational(track);
    const bool bachelor = track == Track::applied_bachelor || track == Track::academic_bachelor;
    const double general = vocational ? params.general_in_vocational : params.general_in_general;
    const double specific = vocational ? params.specific_in_vocational
                            : bachelor ? params.specific_in_bachelor
                                       : 0.0;
    return {general * sim::elementary::exp(params.ability_elasticity * ability),
            specific * sim::elementary::exp(params.ability_elasticity * aptitude)};
}

}  // namespace vocational
