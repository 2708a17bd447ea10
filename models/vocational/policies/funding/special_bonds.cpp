// SPDX-License-Identifier: Apache-2.0
// Article 13: local special bonds for equipment. Each first quarter the city borrows capital · x
// per student of its vocational schools; they have practice stations built, which are ready
// build_years later. Interest and repayment come out of the city's money for schools for the term
// of the bond, so that capital now crowds out recurrent money later.
// Evidence: bond_rate, bond_term, build_lag, revenue_share (parameters bonds.*), capital_lag.
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SpecialBonds final : public sim::Instrument {
  public:
    SpecialBonds()
        : Instrument({.doc = "Cities borrow to equip vocational schools and repay over years.",
                      .slot = slots::after_money_plan,
                      .article = "13",
                      .family = "funding",
                      .payer = "local",
                      .responds = "equipment_per_student",
                      .where = school_scope()}) {}

    SIM_PARAM(double, capital, 1'500.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 10'000.0}, .doc = "Borrowed for each student in a year.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, build_years, 2.0, .unit = sim::unit::year, .range = {0.25, 4.0},
              .doc = "Years from the bond to stations in working order.",
              .source = sim::assumed("evidence row build_lag, a judgement"));
    SIM_PARAM(double, station_price, 32'000.0, .unit = sim::unit::yuan, .range = {1e4, 1e5},
              .doc = "Price of a practice station.",
              .source = sim::assumed("as school_budget.station_cost; swept"));

    unsigned quarters() const override { return only(1); }
    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const auto lag = static_cast<std::uint32_t>(4.0 * build_years + 0.5);
        schools_.for_each(*this, [&](SchoolId school) {
            const double yuan = x * capital * schools_.students(school);
            const Payment payment =
                grants_.pay(*this, tick, schools_, school, yuan, sim::FlowKind::capital,
                            PaidBy::city, Purpose::building, Financing::borrowed);
            under_way_[construction(school, tick.key() + lag)] +=
                static_cast<float>(payment.done * yuan / station_price);
        });
    }

  private:
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Write<&ConstructionTable::stations> under_way_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(special_bonds, SpecialBonds);

}  // namespace vocational
