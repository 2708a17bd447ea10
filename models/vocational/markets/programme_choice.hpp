// SPDX-License-Identifier: Apache-2.0
// 4.2 Which programme the admitted of one track and place take: in order of score each takes the
// field she likes best of those with seats left, then the school she likes best that teaches it. A
// nested logit (markets/choice/nested_logit.hpp) with fields as nests, taken in sequence:
//   field: ln share of seats + own field + pay of recent leavers + quality of its schools + Gumbel;
//   school within it: standing + quality − price + λ ln share of the field's seats + λ Gumbel.
// Schools that the family cannot pay for are passed over, prices as in markets/price.hpp: who finds
// nothing else left stays without a place. Evidence: student_loan_limit.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/markets/price.hpp"
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
    Hands hands = Hands::public_hands;
};

// Log of a quality, which is positive; of hardly any teaching, as of very bad one.
inline double log_quality(double quality) {
    return sim::elementary::log(std::max(quality, 0.01));
}

// Utility that the pay of a field's leavers adds, given the field's share of the seats.
using FieldAppeal = std::function<double(Field, double)>;

class ProgrammeChoice {
  public:
    // Prices by percentile of families; none where prices play no part.
    ProgrammeChoice(const ChoiceParams& params, std::vector<ProgrammeOffer> offers,
                    const FieldAppeal& appeal = {}, std::vector<HandsViews> prices = {});

    // The programme that a person takes, or none if all seats are gone; the seat is then taken.
    // `own` is the field already learnt, general if none. The words of
    // `rng` are taken from the first on.
    bool take(Field own, const sim::Rng& rng, std::uint32_t& programme) {
        return take(own, no_prices_, rng, programme);
    }
    // The same for a family of that percentile; none also if it can pay for no seat that is left.
    bool take(Field own, std::uint8_t percentile, const sim::Rng& rng, std::uint32_t& programme) {
        return take(own, prices_.empty() ? no_prices_ : view(percentile), rng, programme);
    }
    // Whether all seats are gone.
    bool is_full() const;

  private:
    // Prices as a family sees them, and what they do to each field as a nest.
    struct View {
        HandsViews hands{};
        std::array<double, fields> field_weight{};
        bool is_known = false;
    };
    static View no_prices();
    const View& view(std::uint8_t percentile);
    bool take(Field own, const View& view, const sim::Rng& rng, std::uint32_t& programme);
    bool has_seat(std::size_t field, const View& view) const {
        return (view.hands[0].is_payable && seats_left_[field][0] > 0) ||
               (view.hands[1].is_payable && seats_left_[field][1] > 0);
    }
    // Returns what the quality of a field's schools adds to its utility.
    double set_offers(std::size_t field, double share);

    const ChoiceParams& params_;
    std::vector<ProgrammeOffer> offers_;             // sorted by field
    std::vector<double> offer_weight_;               // exp(−utility ÷ taste) within its field
    std::array<std::uint32_t, fields + 1> first_{};  // offers of field f: [first_[f], first_[f+1])
    using ByHands = std::array<double, all_hands.size()>;
    std::array<std::array<std::int64_t, all_hands.size()>, fields> seats_left_{};
    std::array<ByHands, fields> sum_{};          // of exp(utility ÷ taste) over a field's offers
    std::array<double, fields> field_weight_{};  // exp(−utility)
    double own_weight_ = 1.0;                    // exp(−liking for one's own field)
    std::vector<HandsViews> prices_;             // by percentile
    std::vector<View> views_;                    // the same with fields, as they are needed
    View no_prices_;
};

}  // namespace vocational
