// SPDX-License-Identifier: Apache-2.0
// Article 6: the national smart education platform. A share of lessons and courses comes from it:
// quality moves toward the best (b_P of E1: weak schools gain most) and courses are renewed once
// for all. Its cost is fixed and falls on the centre; a further student costs nothing.
// Evidence: edtech_long_run_sign, edtech_skill_gain (bianchi2022).
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SmartEducationPlatform final : public sim::Instrument {
  public:
    SmartEducationPlatform()
        : Instrument({.doc = "Offers all schools courses and lessons of the best teachers.",
                      .slot = slots::after_money_plan,
                      .article = "6",
                      .family = "funding",
                      .payer = "central",
                      .responds = "skill_spread_between_schools",
                      .sign = -1,
                      .where = school_scope()}) {}

    SIM_PARAM(double, use, 0.15, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of lessons that use the platform, in full force.",
              .source = sim::cited("key_tasks2023",
                                   "policy lever: 1,300 digital model schools planned by 2025, of "
                                   "some 8,800; edtech_skill_gain is of intensive use"));
    SIM_PARAM(double, yearly_cost, 4e8, .unit = sim::unit::yuan_per_year, .range = {1e7, 5e9},
              .doc = "Cost of the platform, whoever uses it.",
              .source = sim::assumed("no account read; swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const double part = 0.25 * x * yearly_cost / static_cast<double>(grants_.provinces());
        const std::vector<double> done = grants_.pay_in_each(*this, tick, part, PaidBy::central);
        schools_.for_each(*this, [&](SchoolId school) {
            const double used = static_cast<double>(platform_[school]) +
                                x * use * done[schools_.province(school).row()];
            platform_[school] = static_cast<float>(std::min(1.0, used));
        });
    }

  private:
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Write<&SchoolStateTable::platform> platform_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(smart_education_platform, SmartEducationPlatform);

}  // namespace vocational
