// SPDX-License-Identifier: Apache-2.0
// 4.2 The price of a year at school as families see it: what a public and what a private school of
// the track costs net of waivers, in the province; the track as a whole costs the mean over its
// students. A school is within a family's means if its price, less the grant to the poorest, is at
// most share · income + what can be borrowed. Evidence: student_loan_limit.
#pragma once

#include <vector>

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/markets/family.hpp"

namespace vocational {

// Yuan a year.
struct Price {
    std::array<double, all_hands.size()> of_hands{};
    double private_share = 0.0;  // of the students
    double poor_grant = 0.0;     // to students of the poorest fifth
    double poor_loan = 0.0;      // that they can take
    double credit = 0.0;         // that anybody can borrow for it

    double of(Hands hands) const { return of_hands[sim::index_of(hands)]; }
    double mean() const { return of_hands[0] + private_share * (of_hands[1] - of_hands[0]); }
    double net_mean(const Family& family) const {
        return mean() - (family.is_poorest ? poor_grant : 0.0);
    }
    bool is_payable(Hands hands, const Family& family) const {
        const double grant = family.is_poorest ? poor_grant : 0.0;
        const double loan = family.is_poorest ? poor_loan : 0.0;
        return of(hands) - grant <= family.means + credit + loan;
    }
    // Whether the family can pay for some school of the track.
    bool is_payable(const Family& family) const {
        return (private_share < 1.0 && is_payable(Hands::public_hands, family)) ||
               (private_share > 0.0 && is_payable(Hands::private_hands, family));
    }
    // Whether some school of the track asks more than the family can pay.
    bool is_barred(const Family& family) const {
        return (private_share < 1.0 && !is_payable(Hands::public_hands, family)) ||
               (private_share > 0.0 && !is_payable(Hands::private_hands, family));
    }
};

// State loans are for higher education: nothing can be borrowed at 15.
inline double credit_for(const ChoiceParams& params, Track track) {
    return level_of(track) > Level::upper_secondary ? double{params.credit_limit} : 0.0;
}

// Reads prices off the table of costs; credit is left to who knows the parameters.
class Prices {
  public:
    explicit Prices(sim::Accessor& owner)
        : fees_(owner),
          living_(owner),
          waiver_(owner),
          poor_grant_(owner),
          poor_loan_(owner),
          private_extra_(owner),
          private_share_(owner) {}

    Price of(TrackCellId cell) const {
        const double in_public = static_cast<double>(fees_[cell]) +
                                 static_cast<double>(living_[cell]) -
                                 static_cast<double>(waiver_[cell]);
        Price price;
        price.of_hands = {in_public, in_public + static_cast<double>(private_extra_[cell])};
        price.private_share = static_cast<double>(private_share_[cell]);
        price.poor_grant = static_cast<double>(poor_grant_[cell]);
        price.poor_loan = static_cast<double>(poor_loan_[cell]);
        return price;
    }

  private:
    sim::Read<&FamilyCostTable::fees> fees_;
    sim::Read<&FamilyCostTable::living> living_;
    sim::Read<&FamilyCostTable::waiver> waiver_;
    sim::Read<&FamilyCostTable::poor_grant> poor_grant_;
    sim::Read<&FamilyCostTable::loan> poor_loan_;
    sim::Read<&FamilyCostTable::private_extra> private_extra_;
    sim::Read<&FamilyCostTable::private_share> private_share_;
};

// What schools in some hands mean to a family among the schools of their track, whose utility
// holds the mean price already.
struct HandsView {
    double utility = 0.0;  // of the price beyond the mean
    double weight = 1.0;   // exp(−utility ÷ taste for schools)
    bool is_payable = true;
};
using HandsViews = std::array<HandsView, all_hands.size()>;

// Of prices that do not differ and that everybody can pay.
inline constexpr HandsViews equal_hands{};

inline HandsViews hands_views(const ChoiceParams& params, const Price& price,
                              const Family& family) {
    HandsViews views;
    for (const Hands hands : all_hands) {
        HandsView& view = views[sim::index_of(hands)];
        view.utility = -params.cost_weight * (price.of(hands) - price.mean()) * family.per_yuan;
        view.weight = sim::elementary::exp(-view.utility / params.school_taste);
        view.is_payable = price.is_payable(hands, family);
    }
    return views;
}

// Of families of each percentile of status.
inline std::vector<HandsViews> hands_views(const ChoiceParams& params, const Price& price,
                                           const Families& families) {
    std::vector<HandsViews> views;
    for (std::uint8_t p = 0; p < Families::percentiles; ++p) {
        views.push_back(hands_views(params, price, families[p]));
    }
    return views;
}

}  // namespace vocational
