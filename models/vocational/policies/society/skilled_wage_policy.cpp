// SPDX-License-Identifier: Apache-2.0
// Article 13: higher pay of front-line skilled workers by a binding pay scale. Skilled-worker and
// technician jobs pay ln(1 + x · raise) more; firms bear it and want fewer jobs by the elasticity
// of labour demand (firms/job_demand.hpp). No public money moves.
// Evidence: skill_wage_policy, labour_demand_elas.
#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/policies/provinces_in_scope.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

class SkilledWagePolicy final : public sim::Instrument {
  public:
    SkilledWagePolicy()
        : Instrument({.doc = "Raises the pay of skilled workers and technicians.",
                      .slot = slots::after_money_plan,
                      .article = "13",
                      .family = "labour",
                      .payer = "none",
                      .responds = "skilled_wage",
                      .where = {"province"}}) {}

    SIM_PARAM(double, raise, 0.05, .unit = sim::unit::ratio, .range = {0.0, 0.5},
              .doc = "Rise of pay, in full force.",
              .source = sim::assumed("evidence row skill_wage_policy, a judgement"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const double added = sim::elementary::log1p(x * raise);
        provinces_.for_each(*this, [&](ProvinceId province) {
            for (const JobLevel level : {JobLevel::skilled_worker, JobLevel::technician}) {
                pay_scale_[pay_path(province, level)] += added;
            }
        });
    }

  private:
    ProvincesInScope provinces_{*this};
    sim::Write<&PayPathTable::pay_scale> pay_scale_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(skilled_wage_policy, SkilledWagePolicy);

}  // namespace vocational
