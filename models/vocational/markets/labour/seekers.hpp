// SPDX-License-Identifier: Apache-2.0
// Who looks for a post in a round of the labour market, where, and as what.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/random/identity.hpp"

namespace vocational {

inline constexpr std::size_t seeker_types = sim::enum_size<Attained> * fields;

struct Seeker {
    static constexpr std::uint8_t nowhere = 255;  // as occupation: turned down or nothing open

    sim::Identity identity;
    std::uint32_t row;
    float score;  // as firms see it; relative to others after ranking
    std::uint16_t type;
    CityId city;  // where she searches
    Occupation occupation;

    static constexpr std::uint16_t type_of(Attained attained, Field field) {
        return static_cast<std::uint16_t>(sim::index_of(attained) * fields + sim::index_of(field));
    }
};

}  // namespace vocational
