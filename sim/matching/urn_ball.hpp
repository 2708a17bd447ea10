// SPDX-License-Identifier: Apache-2.0
// The urn-ball law of matching: each seeker applies to one vacancy at random, each vacancy that
// hears from anyone hires one. Numbers are people and jobs, never agents, so results do not depend
// on scale. Large-market form: V (1 - exp(-U/V)), constant returns; survey: Petrongolo and
// Pissarides (2001).
#pragma once

#include "sim/core/contract.hpp"
#include "sim/random/elementary_expm1.hpp"

namespace sim {

// Matches to expect from many seekers and vacancies; both may be expectations themselves.
inline double expected_matches(double seekers, double vacancies) {
    SIM_EXPECT(seekers >= 0.0 && vacancies >= 0.0);
    return vacancies > 0.0 ? -vacancies * elementary::expm1(-seekers / vacancies) : 0.0;
}

// The same for a finite market: V (1 - (1 - 1/V)^U), with at least one vacancy or none.
inline double expected_matches_finite(double seekers, double vacancies) {
    SIM_EXPECT(seekers >= 0.0 && (vacancies == 0.0 || vacancies >= 1.0));
    if (seekers == 0.0 || vacancies == 0.0) {
        return 0.0;
    }
    return -vacancies * elementary::expm1(seekers * elementary::log1p(-1.0 / vacancies));
}

// Probability in [0, 1] that one of `seekers` is hired; its limit without competitors is 1.
inline double match_probability(double seekers, double vacancies) {
    SIM_EXPECT(seekers >= 0.0 && vacancies >= 0.0);
    if (vacancies == 0.0) {
        return 0.0;
    }
    const double queue = seekers / vacancies;
    return queue > 0.0 ? -elementary::expm1(-queue) / queue : 1.0;
}

// Probability in [0, 1] that one of `vacancies` is filled.
inline double fill_probability(double seekers, double vacancies) {
    SIM_EXPECT(seekers >= 0.0 && vacancies > 0.0);
    return -elementary::expm1(-seekers / vacancies);
}

// Elasticity of expected matches in seekers: x / (exp(x) - 1) with x = seekers per vacancy.
inline double seeker_elasticity(double seekers, double vacancies) {
    SIM_EXPECT(seekers >= 0.0 && vacancies > 0.0);
    const double queue = seekers / vacancies;
    return queue > 0.0 ? queue / elementary::expm1(queue) : 1.0;
}

// Elasticity in vacancies; both add up to one.
inline double vacancy_elasticity(double seekers, double vacancies) {
    return 1.0 - seeker_elasticity(seekers, vacancies);
}

}  // namespace sim
