// SPDX-License-Identifier: Apache-2.0
// Article 9: five-year programmes (3+2). Raises the share of secondary vocational entrants who hold
// a college place from 15, five_year' = (1 − x) five_year + x · share · seats; the place is kept
// when they transfer three years later. The province pays schools for joint courses.
// Evidence: integrated_degree_sign, integrated_degree_pp (song_zeiser2019).
#include <algorithm>

#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class FiveYearProgramme final : public sim::Instrument {
  public:
    FiveYearProgramme()
        : Instrument({.doc = "Gives vocational entrants a college place from the start.",
                      .slot = slots::after_seat_plan,
                      .article = "9",
                      .family = "enrollment",
                      .payer = "province",
                      .responds = "reached_college_share",
                      .where = {"province"}}) {}

    SIM_PARAM(double, share, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Places ÷ secondary vocational seats, in full force.",
              .source = sim::assumed("policy lever; the baseline's share is some 0.12"));
    SIM_PARAM(double, cost_per_place, 1'500.0, .unit = sim::unit::yuan, .range = {0.0, 10'000.0},
              .doc = "Joint courses and examination of one place.",
              .source = sim::assumed("swept"));

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        const double x = std::clamp(strength(tick), 0.0, 1.0);
        for (std::size_t p = 0; p < grants_.provinces() && x > 0.0; ++p) {
            if (!applies("province", p)) {
                continue;
            }
            const TrackCellId cell = track_cell(ProvinceId(p), Track::secondary_vocational);
            const double further = x * (share * seats_[cell] - five_year_[cell]);
            const Payment payment = grants_.pay_suppliers(
                *this, tick, ProvinceId(p), std::max(0.0, further) * cost_per_place,
                sim::FlowKind::recurrent, PaidBy::province);
            const bool is_paid = cost_per_place > 0.0 && further > 0.0;
            five_year_[cell] += further * (is_paid ? std::min(1.0, payment.done) : 1.0);
        }
    }

  private:
    Grants grants_{*this};
    sim::Read<&TrackCellTable::seats> seats_{*this};
    sim::Write<&TrackCellTable::five_year_places> five_year_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(five_year_programme, FiveYearProgramme);

}  // namespace vocational
