// SPDX-License-Identifier: Apache-2.0
// 4.7 Private schools react to local saturation, once a year after admission, from the start on:
// where the province's places of the track fill up beyond the usual their share of next year's
// places grows, where they stay empty it shrinks,
//   K' = K · exp(κ · (filling − usual)),   κ private_response,
// all shares scaled to add up to what they did before: places per graduate are the rule's, so what
// private schools gain public ones give up, and the reverse. Growth γ that policies pay for,
// K' · exp(γ), comes on top: shares then add up to more than the rule's places, and as many are
// opened. Evidence: public_private_diversion, grant_enrol_sign.
#pragma once

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PrivatePlaces final : public sim::Phase {
  public:
    PrivatePlaces(const Setting& setting, const SchoolSupplyParams& params)
        : Phase("private_places", "Private schools grow where places are scarce."),
          setting_(setting),
          params_(params) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    void react(ProvinceId province, Track track);

    const Setting& setting_;
    const SchoolSupplyParams& params_;
    sim::Read<&TrackCellTable::open_seats> seats_{*this};
    sim::Read<&TrackCellTable::intake> intake_{*this};
    sim::Read<&SchoolStateTable::ownership> ownership_{*this};
    sim::Read<&SchoolLeverTable::place_growth> further_growth_{*this};
    sim::Write<&SchoolTable::seat_share> share_{*this};
};

}  // namespace vocational
