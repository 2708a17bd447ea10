// SPDX-License-Identifier: Apache-2.0
// Article 7: "double-qualified" teachers, in parts of which only experience teaches:
//   placements: money for teachers' time in enterprises; what they learn goes stale and leaks out
//     as they quit to industry;
//   certificates and degrees: raise the reported share and nothing else;
//   mobile posts: more of the newly hired come from enterprises;
//   mentors: people from enterprises give a further share of the hours.
// Evidence: enterprise_exp_effect, certificate_effect, enterprise_practice_depr,
// outside_wage_gap, industry_tutor_share.
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class DualQualifiedTeachers final : public sim::Instrument {
  public:
    DualQualifiedTeachers()
        : Instrument({.doc = "Sends teachers to enterprises, certifies them, hires from industry.",
                      .slot = slots::after_money_plan,
                      .article = "7",
                      .family = "funding",
                      .payer = "province",
                      .responds = "technical_skill_at_graduation",
                      .where = school_scope()}) {}

    SIM_PARAM(double, placements, 3'000.0, .unit = sim::unit::yuan_per_year, .range = {0.0, 3e4},
              .doc = "Money for each teacher's time in enterprises.",
              .source = sim::assumed("policy lever; about a month with cover for half of it"));
    SIM_PARAM(double, certificates, 0.1, .unit = sim::unit::share_per_year, .range = {0.0, 0.6},
              .doc = "Teachers without a certificate or degree who get one in a year.",
              .source = sim::assumed("policy lever; raises the reported share alone"));
    SIM_PARAM(double, certificate_cost, 4'000.0, .unit = sim::unit::yuan, .range = {500.0, 2e4},
              .doc = "Cost of a certificate.", .source = sim::assumed("short courses; swept"));
    SIM_PARAM(double, industry_hires, 0.2, .unit = sim::unit::share, .range = {0.0, 0.8},
              .doc = "Added to the share of new teachers who come from enterprises.",
              .source = sim::assumed("policy lever: fixed and mobile posts"));
    SIM_PARAM(double, mentors, 0.05, .unit = sim::unit::share, .range = {0.0, 0.4},
              .doc = "Added to the share of hours that mentors from enterprises give.",
              .source = sim::assumed("evidence row industry_tutor_share: 0.2 where funded"));
    SIM_PARAM(double, mentor_pay, 60'000.0, .unit = sim::unit::yuan_per_year, .range = {2e4, 2e5},
              .doc = "Pay for a full teacher's hours of mentors.",
              .source = sim::assumed("about a technician's wage; swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        schools_.for_each(*this, [&](SchoolId school) {
            const double teachers = schools_.teachers(school);
            grants_.pay(*this, tick, schools_, school, 0.25 * x * placements * teachers,
                        sim::FlowKind::recurrent, PaidBy::province, Purpose::development);
            const ProvinceId province = schools_.province(school);
            const double certified =
                teachers * (1.0 - static_cast<double>(certified_[school])) * certificates;
            const Payment courses = grants_.pay_suppliers(
                *this, tick, province, 0.25 * x * certificate_cost * certified,
                sim::FlowKind::recurrent, PaidBy::province);
            certification_[school] += static_cast<float>(x * certificates * courses.done);
            const Bill pay{government_of(province), province,
                           std::llround(0.25 * x * mentors * mentor_pay * teachers)};
            const Payment paid = grants_.purse().pay_households(*this, tick, pay);
            mentors_[school] = static_cast<float>(
                std::min(1.0, static_cast<double>(mentors_[school]) + x * mentors * paid.done));
            const double posts =
                grants_.purse().share_done(*this, government_of(province), province);
            industry_hires_[school] += static_cast<float>(x * industry_hires * posts);
        });
    }

  private:
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&SchoolStateTable::certified> certified_{*this};
    sim::Write<&SchoolStateTable::mentors> mentors_{*this};
    sim::Write<&SchoolLeverTable::certification> certification_{*this};
    sim::Write<&SchoolLeverTable::industry_hires> industry_hires_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(dual_qualified_teachers, DualQualifiedTeachers);

}  // namespace vocational
