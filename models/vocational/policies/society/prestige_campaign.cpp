// SPDX-License-Identifier: Apache-2.0
// Article 14: vocational education week, awards, competitions. Adds `effect` to the prestige of the
// tracks a year, which decays (prestige.campaign_decay) unless renewed. Prestige otherwise follows
// outcomes. Evidence: publicity_effect is zero by default, prestige_inertia, social_J.
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/policies/cities_in_scope.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PrestigeCampaign final : public sim::Instrument {
  public:
    PrestigeCampaign()
        : Instrument({.doc = "Publicity for vocational tracks.",
                      .slot = slots::after_money_plan,
                      .article = "14",
                      .family = "culture",
                      .payer = "central",
                      .responds = "first_choices",
                      .where = {"province", "track"}}) {}

    SIM_PARAM(double, effect, 0.0, .unit = sim::unit::index, .range = {0.0, 0.5},
              .doc = "Prestige added in a year, in full force.",
              .source = sim::assumed("evidence row publicity_effect: no causal evidence found"));
    SIM_PARAM(double, yearly_cost, 1e7, .unit = sim::unit::yuan_per_year, .range = {1e5, 1e9},
              .doc = "Cost in a province.", .source = sim::assumed("swept"));

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const std::vector<double> done =
            grants_.pay_in_each(*this, tick, x * yearly_cost, PaidBy::central);
        for (const CityId city : cities_.all(*this)) {
            for (const Track track : vocational_tracks) {
                if (applies("track", sim::index_of(track))) {
                    campaign_[city_track(city, track)] +=
                        x * effect * done[cities_.province(city).row()];
                }
            }
        }
    }

  private:
    CitiesInScope cities_{*this};
    Grants grants_{*this};
    sim::Write<&StandingTable::campaign> campaign_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(prestige_campaign, PrestigeCampaign);

}  // namespace vocational
