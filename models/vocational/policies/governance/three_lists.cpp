// SPDX-License-Identifier: Apache-2.0
// Article 12: provinces publish lists of talent demand, of development and of support: a forecast
// of demand by field from which schools plan places, sooner and with less error. The forecast says
// what averaged demand will be after its horizon, so that approvals come that much earlier; it
// keeps an error of its own. The list of demand says how many are wanted in each field, where a
// school by itself only sees demand change: a part of places is planned from that level.
// Evidence: forecast_error_sd, adjust_speed_policy, coordination_delay; xu_xiong2018 for idling.
#include <algorithm>

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ThreeLists final : public sim::Instrument {
  public:
    ThreeLists()
        : Instrument({.doc = "Publishes forecasts of demand by field for programme planning.",
                      .slot = slots::after_money_plan,
                      .article = "12",
                      .family = "governance",
                      .payer = "province",
                      .responds = "field_region_distance",
                      .sign = -1,
                      .where = {"province"}}) {}

    SIM_PARAM(double, accuracy, 0.4, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of schools' error about demand that the lists remove.",
              .source = sim::assumed("evidence row forecast_error_sd: lists err too; swept"));
    SIM_PARAM(double, planning_speed, 0.15, .unit = sim::unit::share_per_year, .range = {0.0, 0.5},
              .doc = "Further part of the gap to wanted places that schools close in a year.",
              .source = sim::assumed("evidence row adjust_speed_policy: 0.35 in all"));
    SIM_PARAM(double, horizon, 0.5, .unit = sim::unit::year, .range = {0.0, 3.0},
              .doc = "Years by which the forecast runs ahead of averaged demand.",
              .source = sim::assumed("evidence row coordination_delay: six months, 0 to 12; "
                                     "forecasts of three years are published"));
    SIM_PARAM(
        double, listed, 0.1, .unit = sim::unit::share, .range = {0.0, 1.0},
        .doc = "Part of its wanted places that a school plans from the level of listed demand.",
        .source = sim::assumed("no estimate; E8 has all places follow demand in the long "
                               "run, bases in Jiangxi idled (xu_xiong2018); 0 = idling"));
    SIM_PARAM(double, yearly_cost, 1e7, .unit = sim::unit::yuan_per_year, .range = {1e5, 1e8},
              .doc = "Cost of a province's lists.", .source = sim::assumed("swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const std::vector<double> done =
            grants_.pay_in_each(*this, tick, 0.25 * x * yearly_cost, PaidBy::province);
        schools_.for_each(*this, [&](SchoolId school) {
            const double part = x * done[schools_.province(school).row()];
            foresight_[school] += static_cast<float>(part * accuracy);
            speed_[school] += static_cast<float>(part * planning_speed);
            listed_[school] += static_cast<float>(part * listed);
            horizon_[school] =
                std::max(horizon_[school], static_cast<float>(std::min(1.0, part) * horizon));
        });
    }

  private:
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Write<&SchoolLeverTable::foresight> foresight_{*this};
    sim::Write<&SchoolLeverTable::mix_speed> speed_{*this};
    sim::Write<&SchoolLeverTable::horizon> horizon_{*this};
    sim::Write<&SchoolLeverTable::listed> listed_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(three_lists, ThreeLists);

}  // namespace vocational
