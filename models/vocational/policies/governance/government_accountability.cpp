// SPDX-License-Identifier: Apache-2.0
// Article 11: vocational education counts in the assessment of provinces and cities. Governments
// carry out more of what is planned and differ less; of what they do not carry out they report more
// as done (money/effort.hpp). Evidence: target_weight, pbf_effect (null to modest),
// gaming_elasticity.
#include <algorithm>

#include "models/vocational/agents/government.hpp"
#include "models/vocational/policies/cities_in_scope.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class GovernmentAccountability final : public sim::Instrument {
  public:
    GovernmentAccountability()
        : Instrument({.doc = "Makes vocational education count in governments' assessment.",
                      .slot = slots::after_money_plan,
                      .article = "11",
                      .family = "governance",
                      .payer = "none",
                      .responds = "fidelity",
                      .where = {"province"}}) {}

    SIM_PARAM(
        double, weight, 0.33, .unit = sim::unit::share, .range = {0.0, 1.0},
        .doc = "Accountability in full force; 1 is the strongest that effort responds to.",
        .source = sim::assumed("evidence row target_weight: 0.05 of the assessment, a third of "
                               "its highest"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const auto raise = [&](GovernmentId government) {
            float& value = accountability_[government];
            value =
                static_cast<float>(std::clamp(static_cast<double>(value) + x * weight, 0.0, 1.0));
        };
        for (std::size_t p = 0; p < cities_.provinces(); ++p) {
            if (applies("province", p)) {
                raise(government_of(ProvinceId(p)));
            }
        }
        for (const CityId city : cities_.all(*this)) {
            raise(government_of(city, cities_.provinces()));
        }
    }

  private:
    CitiesInScope cities_{*this};
    sim::Write<&GovernmentStateTable::accountability> accountability_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(government_accountability, GovernmentAccountability);

}  // namespace vocational
