// SPDX-License-Identifier: Apache-2.0
// Which programme the admitted of one track and place take: in order of score each takes the field
// she likes best of those with seats left, then the school she likes best that teaches it. Liking a
// field: log of its share of the seats, own field first, and a Gumbel taste.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/params/choice.hpp"
#include "sim/random/rng.hpp"

namespace vocational {

// Programmes that share one pool of admitted people.
struct ProgrammeOffer {
    std::uint32_t programme;
    Field field;
    float share;     // of the pool's planned seats; for field popularity
    float standing;  // of its school
    std::int32_t seats;
};

class ProgrammeChoice {
  public:
    ProgrammeChoice(const ChoiceParams& params, std::vector<ProgrammeOffer> offers);

    // The programme that a person takes, or none if all seats are gone; the seat is then taken.
    // `own` is the field already learnt, general if none.
    bool take(Field own, sim::Rng& rng, std::uint32_t& programme);

  private:
    const ChoiceParams& params_;
    std::vector<ProgrammeOffer> offers_;             // sorted by field
    std::array<std::uint32_t, fields + 1> first_{};  // offers of field f: [first_[f], first_[f+1])
    std::array<std::int64_t, fields> seats_left_{};
    std::array<double, fields> popularity_{};
};

}  // namespace vocational
