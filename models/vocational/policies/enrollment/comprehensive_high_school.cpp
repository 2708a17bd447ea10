// SPDX-License-Identifier: Apache-2.0
// Article 9: comprehensive high schools, where pupils choose their strand after a year. A share of
// the seats of general and of secondary vocational schools becomes seats of comprehensive ones;
// cities pay for the change of each new seat. Evidence: early_tracking_inequality, switch_rate.
#include <algorithm>

#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ComprehensiveHighSchool final : public sim::Instrument {
  public:
    ComprehensiveHighSchool()
        : Instrument({.doc = "Turns seats of both strands into seats of comprehensive schools.",
                      .slot = slots::after_seat_plan,
                      .article = "9",
                      .family = "enrollment",
                      .payer = "local",
                      .responds = "track_changes",
                      .where = {"province"}}) {}

    SIM_PARAM(double, from_general, 0.05, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "General seats that become comprehensive, in full force.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, from_vocational, 0.10, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Secondary vocational seats that become comprehensive.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, cost_per_seat, 8'000.0, .unit = sim::unit::yuan, .range = {0.0, 50'000.0},
              .doc = "Change of one seat: workshops and classrooms.",
              .source = sim::assumed("a quarter of a practice station; swept"));

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        const double x = std::clamp(strength(tick), 0.0, 1.0);
        if (x == 0.0) {
            return;
        }
        const double before = std::clamp(strength_in(tick.now() - 4), 0.0, 1.0);
        for (std::size_t p = 0; p < grants_.provinces(); ++p) {
            if (applies("province", p)) {
                change(tick, ProvinceId(p), x, x - before);
            }
        }
    }

  private:
    void change(const sim::Tick& tick, ProvinceId province, double x, double more) {
        double& general = seats_[track_cell(province, Track::general_high)];
        double& vocational = seats_[track_cell(province, Track::secondary_vocational)];
        const double wanted = from_general * general + from_vocational * vocational;
        // The seats changed last year stand; only further ones cost money. What is not paid for is
        // not changed this year.
        const double planned = std::max(0.0, more) * wanted * cost_per_seat;
        double done = 1.0;
        if (planned >= 1.0) {
            done = grants_
                       .pay_suppliers(*this, tick, province, planned, sim::FlowKind::capital,
                                      PaidBy::province)
                       .done;
        }
        const double share = std::min(1.0, x - std::max(0.0, more) * (1.0 - done));
        seats_[track_cell(province, Track::comprehensive_high)] += share * wanted;
        general *= 1.0 - share * from_general;
        five_year_[track_cell(province, Track::secondary_vocational)] *=
            1.0 - share * from_vocational;
        vocational *= 1.0 - share * from_vocational;
    }

    Grants grants_{*this};
    sim::Write<&TrackCellTable::seats> seats_{*this};
    sim::Write<&TrackCellTable::five_year_places> five_year_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(comprehensive_high_school, ComprehensiveHighSchool);

}  // namespace vocational
