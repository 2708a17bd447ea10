// SPDX-License-Identifier: Apache-2.0
// Article 10: international standards and "Chinese + vocational skills" for firms that go abroad.
// Firms of the sectors named want (1 + x · outward_demand) times as many jobs; schools of the
// fields named take over international standards, which renew courses at a yearly rate but add
// nothing to quality of themselves. The centre pays for the programmes, firms for recruiting.
// Evidence: domestic_spillover is zero by default; workshop_output_degree, workshop_hire_intent.
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/cities_in_scope.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class InternationalCooperation final : public sim::Instrument {
  public:
    InternationalCooperation()
        : Instrument({.doc = "Standards and skills for firms that go abroad.",
                      .slot = slots::after_money_plan,
                      .article = "10",
                      .family = "integration",
                      .payer = "central",
                      .responds = "outward_hires",
                      .where = {"province", "sector", "field", "track"}}) {}

    SIM_PARAM(double, outward_demand, 0.002, .unit = sim::unit::ratio, .range = {0.0, 0.5},
              .doc = "Jobs for work abroad ÷ jobs of the sectors, in full force.",
              .source = sim::assumed("25 workshops took some 14,000 people; swept"));
    SIM_PARAM(double, standards, 0.0, .unit = sim::unit::share_per_year, .range = {0.0, 0.3},
              .doc = "Courses of the fields that international standards renew in a year.",
              .source = sim::assumed("evidence row domestic_spillover: none found"));
    SIM_PARAM(double, yearly_cost, 3e6, .unit = sim::unit::yuan_per_year, .range = {1e5, 1e9},
              .doc = "Programmes of one province.", .source = sim::assumed("swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const std::vector<double> done =
            grants_.pay_in_each(*this, tick, 0.25 * x * yearly_cost, PaidBy::central);
        for (std::size_t p = 0; p < done.size(); ++p) {
            for (std::size_t s = 0; s < cities_.sectors(); ++s) {
                if (applies("sector", s)) {
                    demand_[sector_cell(ProvinceId(p), s, cities_.sectors())] +=
                        static_cast<float>(x * outward_demand * done[p]);
                }
            }
        }
        schools_.for_each(*this, [&](SchoolId school) {
            const double part = x * done[schools_.province(school).row()];
            schools_.for_programmes(school, [&](ProgrammeId programme) {
                if (applies("field", sim::index_of(field_[programme]))) {
                    renewal_[programme] += static_cast<float>(part * standards);
                }
            });
        });
    }

  private:
    CitiesInScope cities_{*this};
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Write<&SectorLeverTable::outward_demand> demand_{*this};
    sim::Write<&ProgrammeLeverTable::renewal> renewal_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(international_cooperation, InternationalCooperation);

}  // namespace vocational
