// SPDX-License-Identifier: Apache-2.0
// 4.2 Which programme the admitted of one track and place take: in order of score each takes the
// field she likes best of those with seats left, then the school she likes best that teaches it. A
// nested logit (markets/choice/nested_logit.hpp) with fields as nests, taken in sequence:
//   field: ln share of seats + own field + pay of recent leavers + quality of its schools + Gumbel;
//   school within it: standing + quality + λ ln share of the field's seats + λ Gumbel.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/params/choice.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/rng.hpp"

namespace vocational {

// Programmes that share one pool of admitted people.
struct ProgrammeOffer {
    std::uint32_t programme;
    Field field;
    float share;     // of the pool's planned seats; for field popularity
    float standing;  // of its school
    float quality;   // believed, 1 = usual
    std::int32_t seats;
};

// Log of a quality, which is positive; of hardly any teaching, as of very bad one.
inline double log_quality(double quality) {
    return sim::elementary::log(std::max(quality, 0.01));
}

// Utility that the pay of a field's leavers adds, given the field's share of the seats.
using FieldAppeal = std::function<double(Field, double)>;

class ProgrammeChoice {
  public:
    ProgrammeChoice(const ChoiceParams& params, std::vector<ProgrammeOffer> offers,
                    const FieldAppeal& appeal = {});

    // The programme that a person takes, or none if all seats are gone; the seat is then taken.
    // `own` is the field already learnt, general if none. The words of
    // `rng` are taken from the first on.
    bool take(Field own, const sim::Rng& rng, std::uint32_t& programme);

  private:
    // Returns what the quality of a field's schools adds to its utility.
    double set_offers(std::size_t field, double share);

    const ChoiceParams& params_;
    std::vector<ProgrammeOffer> offers_;             // sorted by field
    std::vector<double> offer_weight_;               // exp(−utility ÷ taste) within its field
    std::array<std::uint32_t, fields + 1> first_{};  // offers of field f: [first_[f], first_[f+1])
    std::array<std::int64_t, fields> seats_left_{};
    std::array<double, fields> field_weight_{};  // exp(−utility)
    double own_weight_ = 1.0;                    // exp(−liking for one's own field)
};

}  // namespace vocational
