// SPDX-License-Identifier: Apache-2.0
// 4.6 Five-year programmes: after three years in secondary vocational school those with the promise
// of a place transfer into a college of their province, with a liking for their field, for two more
// years; a place that its holder gave up by leaving or declines goes to the next in score
// (markets/promised_places.hpp). While transfers are recorded each province has its number of
// places, afterwards as many as it promised three years before.
#pragma once

#include "models/vocational/markets/promised_places.hpp"
#include "models/vocational/population/seat_rules.hpp"

namespace vocational {

class FiveYearTransfer final : public sim::Phase {
  public:
    FiveYearTransfer(const Setting& setting, const Params& params, const SeatRules& rules,
                     const sim::World& world)
        : Phase("five_year_transfer", "Five-year students transfer into colleges."),
          setting_(setting),
          rules_(rules),
          places_(*this, setting, params, world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    std::vector<std::int64_t> recorded(const sim::Tick& tick) const;

    const Setting& setting_;
    const SeatRules& rules_;
    PromisedPlaces places_;
    sim::Read<&TrackCellTable::transfer_places> recorded_{*this};
};

}  // namespace vocational
