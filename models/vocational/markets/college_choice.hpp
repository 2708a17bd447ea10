// SPDX-License-Identifier: Apache-2.0
// 4.2, 4.6 Going on or working (E2): the utility of a college or bachelor place over working with
// the track completed,
//   U_t = route + constant_t − constant of the reference place + b_n ln(places_t ÷ its places)
//       + prospects_t − prospects of working + ε_t − ε_0,    ε Gumbel.
// The reference place is college, for associate completers the academic bachelor. Places are those
// of the exam in the nation this year: of many programmes one is likelier to suit, and none is
// listed where there is none; the term is 0 for a promised place. Prospects (markets/prospects.hpp)
// of working are the terms of pay and jobs of the track completed. A place is listed if U_t > 0 and
// the family can pay for one at some school of the track: net cost ≤ share of income + what can be
// borrowed (markets/price.hpp). Calibrated to continuation by route; aid acts through cost
// (reap_cct finds little). Evidence: student_loan_limit, aid_matriculation.
#pragma once

#include <array>
#include <vector>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/markets/college_market.hpp"
#include "models/vocational/markets/prospects.hpp"

namespace vocational {

// By which exam a person goes on, or that a place was promised to her at 15.
enum class Route : std::uint8_t { gaokao, vocational_exam, upgrading, promise };

// What is drawn for a candidate of the year's exam. A place that was promised is weighed with the
// same tastes, so that who declines it does not apply for its like in the same year.
inline sim::Stream exam_stream(const sim::Tick& tick, Route route) {
    return tick.stream(
        sim::Purpose("college_entry").part(route == Route::gaokao ? "gaokao" : "vocational exam"));
}

class CollegeChoice {
  public:
    using Utilities = std::array<float, college_tracks.size()>;

    CollegeChoice(sim::Accessor& owner, const Setting& setting, const Params& params)
        : setting_(setting),
          params_(params),
          prospects_(owner, setting, params),
          attained_(owner),
          ses_(owner),
          seats_(owner),
          exam_share_(owner),
          upgrade_places_(owner) {}

    // Looks at all tracks from all cities; before the candidates of a year.
    void look(const sim::Tick& tick);
    // By track over working; not above 0 for what is not listed. Draws from word 8 on.
    Utilities utilities(PersonId person, CityId home, sim::Identity identity, Route route,
                        sim::Rng draws) const;

  private:
    double constant(Route route, std::size_t track) const;
    void count_places();

    const Setting& setting_;
    const Params& params_;
    Prospects prospects_;
    std::vector<Prospect> seen_;  // [city][track], rebuilt each year
    std::vector<Families> families_;
    // [route][track]: utility of how many places there are.
    std::array<std::array<double, college_tracks.size()>, 4> by_places_{};
    sim::Stream information_{0, 0, information_purpose};
    sim::Read<&PersonTable::attained> attained_;
    sim::Read<&PersonTable::ses_percentile> ses_;
    sim::Read<&TrackCellTable::seats> seats_;
    sim::Read<&TrackCellTable::exam_share> exam_share_;
    sim::Read<&TrackCellTable::upgrade_places> upgrade_places_;
};

}  // namespace vocational
