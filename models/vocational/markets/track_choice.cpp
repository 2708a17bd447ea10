// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/track_choice.hpp"

#include <cmath>

namespace vocational {

TrackChoice::Outlook TrackChoice::outlook(CityId home) const {
    Outlook outlook;
    for (std::size_t t = 0; t < tracks_at_15.size(); ++t) {
        outlook[t] = prospects_.of(home, tracks_at_15[t]);
        const double farther = params_.choice.distance_weight * longer_way(home, tracks_at_15[t]);
        outlook[t].informed -= farther;
        outlook[t].uninformed -= farther;
    }
    return outlook;
}

double TrackChoice::longer_way(CityId home, Track track) const {
    const RowRange range = setting_.schools(home, track);
    double now = 0.0;
    double then = 0.0;
    for (std::size_t s = range.begin; s < range.end; ++s) {
        now += static_cast<double>(weight_[SchoolId(s)]);
        then += static_cast<double>(weight_at_start_[SchoolId(s)]);
    }
    return now > 0.0 && then > 0.0 ? params_.choice.school_distance * (std::sqrt(then / now) - 1.0)
                                   : 0.0;
}

TrackChoice::Utilities TrackChoice::utilities(PersonId person, const Outlook& outlook,
                                              const Families& families, bool is_informed,
                                              sim::Rng draws) const {
    const ChoiceParams& c = params_.choice;
    const double vocational = c.vocational_ability * ability_[person] +
                              c.vocational_aptitude * aptitude_[person] +
                              c.vocational_ses * (ses_[person] / 100.0 - 0.5);
    const std::array<double, tracks_at_15.size()> constant{
        0.0, c.comprehensive_high + c.comprehensive_talents * vocational,
        c.secondary_vocational + vocational, c.technical_school + vocational};
    Family family = families[ses_[person]];
    family.is_informed = is_informed;
    draws.skip_to(draws_at_15::outside);
    const double outside = c.no_school + draws.gumbel();
    Utilities utilities{};
    for (std::size_t t = 0; t < tracks_at_15.size(); ++t) {
        if (!Prospects::is_affordable(outlook[t], family)) {
            utilities[t] = not_listed;
            continue;
        }
        draws.skip_to(draws_at_15::nest(t));
        utilities[t] = static_cast<float>(constant[t] + prospects_.utility(outlook[t], family) +
                                          nest_taste(c.school_taste, draws) - outside);
    }
    return utilities;
}

}  // namespace vocational
