// SPDX-License-Identifier: Apache-2.0
// 4.10 Who looks for a post in a round of the labour market, where, and as what. All the unemployed
// do, and in the first round employees of formal firms, each quarter at the quarterly rate of
//   on_the_job_search · (mean wage of province and sector ÷ own wage, within ½ … 2)
//   · mismatch_search if below the own level or outside the own field.
// A seeker looks in the city of residence or, with probability move_share of her registration, in
// another, drawn in proportion to its formal jobs · exp(−distance ÷ move_distance), and for who is
// registered in another province · (1 − hukou_barrier) if it is the largest city of its province.
// An employee moves only for a wage more than move_gain above the present one, and takes along what
// skill other firms have use for.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "sim/random/identity.hpp"

namespace vocational {

inline constexpr std::size_t seeker_types = sim::enum_size<Attained> * fields;

// What a round needs to know of a seeker stands here, so that it reads no column of the person
// table but for those it hires. 32 bytes, two to a cache line.
struct Seeker {
    static constexpr std::uint8_t nowhere = 255;  // as occupation: turned down or nothing open

    sim::Identity identity;
    std::uint32_t row;
    float score;  // as firms see it; relative to others after ranking
    std::uint16_t type;
    CityId home;  // where she lives
    CityId city;  // where she searches
    CityId registered;
    Skill general_skill;
    Skill specific_skill;
    Occupation occupation;
    bool is_rural : 1;
    bool is_fresh : 1;  // out of a track since the last completion
    bool is_certified : 1;
    bool is_employed : 1;
    bool has_contract : 1;
    bool has_fulfilled_order : 1;

    static constexpr std::uint16_t type_of(Attained attained, Field field) {
        return static_cast<std::uint16_t>(sim::index_of(attained) * fields + sim::index_of(field));
    }
    constexpr Attained attained() const { return static_cast<Attained>(type / fields); }
    constexpr Field field() const { return static_cast<Field>(type % fields); }
    Worker worker() const { return {attained(), field(), general_skill, specific_skill}; }
};

}  // namespace vocational
