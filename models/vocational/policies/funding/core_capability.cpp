// SPDX-License-Identifier: Apache-2.0
// Article 6: core courses, teaching material and practice projects in the chosen fields. Makers
// paid by the centre and the provinces renew courses for the schools at a yearly rate and raise
// what a lesson teaches (log quality). Evidence: curriculum_vintage_decay, which the age of courses
// brings in; cte_grad_pp is an upper bound for strong schools, and nothing was found for material
// beyond its being new.
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class CoreCapability final : public sim::Instrument {
  public:
    CoreCapability()
        : Instrument({.doc = "Renews core courses and material of the chosen fields.",
                      .slot = slots::after_money_plan,
                      .article = "6",
                      .family = "funding",
                      .payer = "government",
                      .responds = "technical_skill_at_graduation",
                      .where = {"province", "track", "field"}}) {}

    SIM_PARAM(double, renewal, 0.05, .unit = sim::unit::share_per_year, .range = {0.0, 0.6},
              .doc = "Courses renewed for the schools in a year.",
              .source = sim::cited("vocational_fund2022",
                                   "policy lever: at cost, some two billion yuan a year beside "
                                   "the centre's 30.3 billion for all of vocational education"));
    SIM_PARAM(
        double, productivity, 0.0, .unit = sim::unit::score, .range = {0.0, 0.3},
        .doc = "Log quality that core courses and projects add.",
        .source = sim::assumed("no estimate of material beyond its age, which counts already"));
    SIM_PARAM(double, cost, 100.0, .unit = sim::unit::yuan_per_student_year,
              .range = {50.0, 3'000.0}, .doc = "Cost per student of the fields.",
              .source = sim::assumed("a twentieth of 2,000 yuan for renewing all courses"));
    SIM_PARAM(double, central_share, 0.6, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Part of the cost that the centre pays; provinces pay the rest.",
              .source = sim::assumed("national courses first; swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        std::vector<double> students(grants_.provinces(), 0.0);
        for_courses([&](SchoolId school, ProgrammeId programme) {
            students[schools_.province(school).row()] += schools_.students(programme);
        });
        std::vector<double> done(students.size(), 0.0);
        for (std::size_t p = 0; p < students.size(); ++p) {
            const double yuan = 0.25 * x * cost * students[p];
            const auto part = [&](double share, PaidBy payer) {
                return share * grants_
                                   .pay_suppliers(*this, tick, ProvinceId(p), share * yuan,
                                                  sim::FlowKind::recurrent, payer)
                                   .done;
            };
            done[p] =
                part(central_share, PaidBy::central) + part(1.0 - central_share, PaidBy::province);
        }
        for_courses([&](SchoolId school, ProgrammeId programme) {
            const double part = x * done[schools_.province(school).row()];
            renewal_[programme] += static_cast<float>(part * renewal);
            productivity_[programme] += static_cast<float>(part * productivity);
        });
    }

  private:
    template <class Body>
    void for_courses(Body&& body) const {
        schools_.for_each(*this, [&](SchoolId school) {
            schools_.for_programmes(school, [&](ProgrammeId programme) {
                if (applies("field", sim::index_of(field_[programme]))) {
                    body(school, programme);
                }
            });
        });
    }

    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Write<&ProgrammeLeverTable::renewal> renewal_{*this};
    sim::Write<&ProgrammeLeverTable::productivity> productivity_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(core_capability, CoreCapability);

}  // namespace vocational
