// SPDX-License-Identifier: Apache-2.0
// 4.13 Fees, costs and aid of a track, and who pays for its schools, as the parameters say.
// A private school waives nothing and asks what brings its income to private_income times that of a
// public one, beside its part of the public money.
#pragma once

#include <algorithm>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/params/fees.hpp"
#include "models/vocational/params/government.hpp"
#include "models/vocational/params/school_supply.hpp"

namespace vocational {

struct FeeRule {
    double tuition;
    double living;
    double waived_share;
    double poor_grant;  // mean over students of the poorest fifth
};

inline FeeRule fee_rule(const FeeParams& fees, Track track) {
    const double school_grant = fees.grant_coverage * fees.upper_secondary_grant;
    const double college_grant = fees.grant_coverage * fees.college_grant;
    if (track == Track::general_high || track == Track::comprehensive_high) {
        return {fees.general_tuition, fees.upper_secondary_living, fees.general_waived_share,
                school_grant};
    }
    if (level_of(track) == Level::upper_secondary) {
        return {fees.vocational_tuition, fees.upper_secondary_living, fees.vocational_waived_share,
                school_grant};
    }
    return {level_of(track) == Level::associate ? fees.college_tuition : fees.bachelor_tuition,
            fees.college_living, 0.0, college_grant};
}

// Money of a track per student and year, in yuan.
struct TrackPrice {
    double formula;  // public money of a public school, waived fees apart
    double tuition;
    double other;  // income from services and gifts
};
inline double private_tuition(const SchoolSupplyParams& supply, const TrackPrice& track) {
    const double like_public = track.formula + track.tuition + track.other;
    return std::max(0.0, supply.private_income * like_public -
                             supply.private_public_money * track.formula - track.other);
}

// What is left after both is the city's.
struct PayerShares {
    double central;
    double province;
};

inline PayerShares payer_shares(const FundingParams& funding, Track track) {
    if (track == Track::general_high || track == Track::comprehensive_high) {
        return {funding.general_central_share, funding.general_province_share};
    }
    if (level_of(track) == Level::upper_secondary) {
        return {funding.vocational_central_share, funding.vocational_province_share};
    }
    if (is_vocational(track)) {
        return {funding.college_central_share, funding.college_province_share};
    }
    return {funding.bachelor_central_share, funding.bachelor_province_share};
}

// Fields that need workshops, laboratories or farms.
constexpr bool needs_equipment(Field field) {
    return field >= Field::agriculture && field <= Field::health;
}

}  // namespace vocational
