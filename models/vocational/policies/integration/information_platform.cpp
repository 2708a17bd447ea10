// SPDX-License-Identifier: Apache-2.0
// Article 4: a regional platform of supply and demand by field. It reaches families (they move
// their beliefs toward published pay and jobs), schools (less error about demand) and seekers
// without a match (they are led to one more post in the quarter).
// Evidence: info_belief_update, info_enrol_effect_rct (null on plans), advice_match_eff,
// forecast_error_sd.
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class InformationPlatform final : public sim::Instrument {
  public:
    InformationPlatform()
        : Instrument({.doc = "Publishes supply and demand by field and region.",
                      .slot = slots::after_seat_plan,
                      .article = "4",
                      .family = "integration",
                      .payer = "local",
                      .responds = "unfilled_skilled_vacancy_share",
                      .sign = -1,
                      .where = {"province"}}) {}

    SIM_PARAM(double, reach, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Families that the figures reach, in full force.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, foresight, 0.2, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of schools' error about demand that the figures remove.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, search_advice, 0.1, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Unmatched seekers who are led to one more post in a quarter.",
              .source = sim::cited("belot2019", "evidence row advice_match_eff: 0.05 of matches"));
    SIM_PARAM(double, yearly_cost, 5e7, .unit = sim::unit::yuan_per_year, .range = {1e6, 5e8},
              .doc = "Cost of a province's platform.", .source = sim::assumed("swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const std::vector<double> done =
            grants_.pay_in_each(*this, tick, 0.25 * x * yearly_cost, PaidBy::province);
        for (std::size_t p = 0; p < done.size(); ++p) {
            const ProvinceId province(p);
            advice_[province] = std::min(1.0, advice_[province] + x * search_advice * done[p]);
            for (std::size_t t = 0; t < tracks && tick.is_quarter(3); ++t) {
                double& reached = reached_[track_cell(province, static_cast<Track>(t))];
                reached = std::min(1.0, reached + x * reach * done[p]);
            }
        }
        schools_.for_each(*this, [&](SchoolId school) {
            foresight_[school] +=
                static_cast<float>(x * foresight * done[schools_.province(school).row()]);
        });
    }

  private:
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Write<&ProvinceLeverTable::search_advice> advice_{*this};
    sim::Write<&OutlookTable::reached> reached_{*this};
    sim::Write<&SchoolLeverTable::foresight> foresight_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(information_platform, InformationPlatform);

}  // namespace vocational
