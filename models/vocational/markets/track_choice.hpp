// SPDX-License-Identifier: Apache-2.0
// 4.2 What a 15-year-old wants (E2): the utility of each track over leaving school, without the
// tastes for single schools,
//   V_t = constant + talents and status (vocational tracks) + prospects − b_d (d − d_start) + ζ_t
//       − outside,
//   talents and status = b_a ability + b_t aptitude + b_s (status − ½).
// They weigh comprehensive_talents in comprehensive and nothing in general schools. ζ_t is the
// taste for the track as a nest (markets/choice/nested_logit.hpp), outside = no_school + a Gumbel
// taste. The way d to the nearest school of the kind grows as 1 ÷ √schools when schools close: d =
// d_start √(schools at the start ÷ schools). A track is not listed if the family can pay for none
// of its schools. Calibrated to the share who name a vocational track first (3.8 %, shen2022) and
// to intake; the 55 % there who insist on a general school are no target (general_only_share).
// Evidence: pref_first_voc, dist_slope_pp.
#pragma once

#include <array>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/schools/school_count.hpp"
#include "models/vocational/markets/choice/nested_logit.hpp"
#include "models/vocational/markets/prospects.hpp"

namespace vocational {

// Tracks on offer at 15, in the order of an applicant's utilities.
inline constexpr std::array<Track, 4> tracks_at_15{Track::general_high, Track::comprehensive_high,
                                                   Track::secondary_vocational,
                                                   Track::technical_school};

// Utility of what nobody would list.
inline constexpr float not_listed = -1e6F;

// Words of a person's draws at 15. Each track has a range of its own: its nest's taste, then those
// of its schools by running number in the city.
namespace draws_at_15 {
inline constexpr std::uint64_t outside = 0;
inline constexpr std::uint64_t score = 2;
inline constexpr std::uint64_t lottery = 4;
inline constexpr std::uint64_t insurance = 6;
constexpr std::uint64_t nest(std::size_t track) {
    return (track + 1) << 24U;
}
constexpr std::uint64_t school(std::size_t track, std::size_t number) {
    return nest(track) + nest_taste_words + option_taste_words * number;
}
}  // namespace draws_at_15

class TrackChoice {
  public:
    TrackChoice(sim::Accessor& owner, const Setting& setting, const Params& params)
        : setting_(setting),
          params_(params),
          prospects_(owner, setting, params),
          ability_(owner),
          aptitude_(owner),
          ses_(owner),
          weight_(owner),
          weight_at_start_(owner) {}

    using Outlook = std::array<Prospect, tracks_at_15.size()>;
    using Utilities = std::array<float, tracks_at_15.size()>;

    const Prospects& prospects() const { return prospects_; }
    Outlook outlook(CityId home) const;
    // By track over leaving school; not_listed if the family cannot pay for it.
    Utilities utilities(PersonId person, const Outlook& outlook, const Families& families,
                        bool is_informed, sim::Rng draws) const;

  private:
    // Kilometres to the nearest school of the track beyond those at the start.
    double longer_way(CityId home, Track track) const;

    const Setting& setting_;
    const Params& params_;
    Prospects prospects_;
    sim::Read<&PersonTable::ability> ability_;
    sim::Read<&PersonTable::aptitude> aptitude_;
    sim::Read<&PersonTable::ses_percentile> ses_;
    sim::Read<&SchoolTable::weight> weight_;
    sim::Read<&SchoolCountTable::weight_at_start> weight_at_start_;
};

}  // namespace vocational
