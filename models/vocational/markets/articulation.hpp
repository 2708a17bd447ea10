// SPDX-License-Identifier: Apache-2.0
// 4.6 Integrated secondary-bachelor programmes (3+4): who was promised a place at 15 and completes
// may enter a vocational bachelor programme of the home province, or an applied one where there is
// no other; what is given up or declined goes to the next in score (markets/promised_places.hpp).
// Seats, not eligibility alone, carry people up (malamud2011, hall2012). Evidence: slots_bind.
#pragma once

#include "models/vocational/markets/promised_places.hpp"

namespace vocational {

class Articulation final : public sim::Phase {
  public:
    Articulation(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("articulation", "Completers take promised bachelor places."),
          places_(*this, setting, params, world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        places_.fill(tick, purpose(), Promise::bachelor, places_.promised(tick, Promise::bachelor),
                     {Track::vocational_bachelor, Track::applied_bachelor}, Entry::articulation);
    }

  private:
    PromisedPlaces places_;
};

}  // namespace vocational
