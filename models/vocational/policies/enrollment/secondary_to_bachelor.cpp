// SPDX-License-Identifier: Apache-2.0
// Article 9: articulation of secondary vocational schools with bachelor institutions (3+4): places
// held from 15, beside the ordinary seats of the bachelor track. Seats, not eligibility, decide
// (slots_bind). The province pays for joint courses.
#include <algorithm>

#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SecondaryToBachelor final : public sim::Instrument {
  public:
    SecondaryToBachelor()
        : Instrument({.doc = "Gives vocational entrants a bachelor place from the start.",
                      .slot = slots::after_seat_plan,
                      .article = "9",
                      .family = "enrollment",
                      .payer = "province",
                      .responds = "reached_bachelor_share",
                      .where = {"province"}}) {}

    SIM_PARAM(double, share, 0.03, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Places ÷ secondary vocational seats, in full force.",
              .source = sim::assumed("policy lever; pilots of a few thousand places"));
    SIM_PARAM(double, cost_per_place, 3'000.0, .unit = sim::unit::yuan, .range = {0.0, 20'000.0},
              .doc = "Joint courses and examination of one place.",
              .source = sim::assumed("swept"));

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        for (std::size_t p = 0; p < grants_.provinces() && x > 0.0; ++p) {
            if (!applies("province", p)) {
                continue;
            }
            const TrackCellId cell = track_cell(ProvinceId(p), Track::secondary_vocational);
            const double room = std::max(0.0, seats_[cell] - places_[cell]);
            const double further = std::min(room, x * share * seats_[cell]);
            const Payment payment =
                grants_.pay_suppliers(*this, tick, ProvinceId(p), further * cost_per_place,
                                      sim::FlowKind::recurrent, PaidBy::province);
            places_[cell] += further * (cost_per_place > 0.0 ? std::min(1.0, payment.done) : 1.0);
        }
    }

  private:
    Grants grants_{*this};
    sim::Read<&TrackCellTable::seats> seats_{*this};
    sim::Write<&PathwayTable::bachelor_places> places_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(secondary_to_bachelor, SecondaryToBachelor);

}  // namespace vocational
