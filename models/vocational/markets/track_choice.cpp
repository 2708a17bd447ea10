// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/track_choice.hpp"

namespace vocational {

TrackChoice::Outlook TrackChoice::outlook(CityId home) const {
    Outlook outlook;
    for (std::size_t t = 0; t < tracks_at_15.size(); ++t) {
        outlook[t] = prospects_.of(home, tracks_at_15[t]);
    }
    return outlook;
}

TrackChoice::Utilities TrackChoice::utilities(PersonId person, const Outlook& outlook,
                                              const Families& families, bool is_informed,
                                              sim::Rng draws) const {
    const ChoiceParams& c = params_.choice;
    const double vocational = c.vocational_ability * ability_[person] +
                              c.vocational_aptitude * aptitude_[person] +
                              c.vocational_ses * (ses_[person] / 100.0 - 0.5);
    const std::array<double, tracks_at_15.size()> constant{
        0.0, c.comprehensive_high + 0.5 * vocational, c.secondary_vocational + vocational,
        c.technical_school + vocational};
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
