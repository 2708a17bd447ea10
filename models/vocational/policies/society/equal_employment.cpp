// SPDX-License-Identifier: Apache-2.0
// Article 13: no barriers against vocational credentials in hiring. Of the firms that are told to
// drop the barrier some do, some do so in name only, and of the first some slide back after a year;
// enforcement moves firms from name only to real and keeps them there:
//   removed = x · [real · (1 − backslide · (1 − e)) + name_only · e],  e the enforcement.
// Evidence: comply_real, comply_name_only, backslide, rule_passthrough (sigelman2024): few further
// hires come of it.
#include <algorithm>

#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/policies/provinces_in_scope.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class EqualEmployment final : public sim::Instrument {
  public:
    EqualEmployment()
        : Instrument({.doc = "Forbids barriers against vocational credentials in hiring.",
                      .slot = slots::after_money_plan,
                      .article = "13",
                      .family = "labour",
                      .payer = "none",
                      .responds = "vocational_hire_share",
                      .where = {"province"}}) {}

    SIM_PARAM(double, real, 0.37, .unit = sim::unit::share, .range = {0.2, 0.6},
              .doc = "Firms that really change how they hire.",
              .source = sim::assumed("evidence row comply_real"));
    SIM_PARAM(double, name_only, 0.45, .unit = sim::unit::share, .range = {0.3, 0.6},
              .doc = "Firms that change in name only.",
              .source = sim::assumed("evidence row comply_name_only"));
    SIM_PARAM(double, backslide, 0.18, .unit = sim::unit::share, .range = {0.1, 0.3},
              .doc = "Part of the first that reverts after a year.",
              .source = sim::assumed("evidence row backslide"));
    SIM_PARAM(double, enforcement, 0.0, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "How far the rule is enforced.",
              .source = sim::assumed("policy lever; none unless the scenario says so"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const bool is_first_year = tick.now() < commitment().start + 4;
        const double slide = is_first_year ? 0.0 : backslide * (1.0 - enforcement);
        const double share = real * (1.0 - slide) + name_only * enforcement;
        provinces_.for_each(*this, [&](ProvinceId province) {
            removed_[province] = std::min(1.0, removed_[province] + x * share);
        });
    }

  private:
    ProvincesInScope provinces_{*this};
    sim::Write<&HiringRuleTable::barrier_removed> removed_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(equal_employment, EqualEmployment);

}  // namespace vocational
