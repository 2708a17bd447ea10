// SPDX-License-Identifier: Apache-2.0
// Articles 5 and 6: training of the employed at schools and centres, in technical modules of their
// field. A share of the employed of the fields takes one within a year: their skill does not go
// stale and grows (agents/careers). Firms pay schools' fees out of their sales, the government a
// voucher for part of them; non-technical modules do nothing and are not offered.
// Evidence: retrain_tech_men, retrain_nontech (jls2005).
#include <algorithm>
#include <vector>

#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/policies/cities_in_scope.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class EmployeeTraining final : public sim::Instrument {
  public:
    EmployeeTraining()
        : Instrument({.doc = "Trains the employed in technical modules of their field.",
                      .slot = slots::after_money_plan,
                      .article = "5, 6",
                      .family = "integration",
                      .payer = "government",
                      .responds = "worker_skill",
                      .where = {"province", "field"}}) {}

    SIM_PARAM(double, coverage, 0.05, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Employed of the field who take a module within a year, in full force.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, cost, 2'000.0, .unit = sim::unit::yuan, .range = {200.0, 20'000.0},
              .doc = "Fee of a module.", .source = sim::assumed("some 80 hours of a class; swept"));
    SIM_PARAM(double, voucher, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Part of the fee that the province pays; firms pay the rest.",
              .source = sim::assumed("training subsidies cover half and more; swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        for (std::size_t p = 0; p < cities_.provinces(); ++p) {
            if (applies("province", p)) {
                train(tick, x, ProvinceId(p));
            }
        }
    }

  private:
    void train(const sim::Tick& tick, double x, ProvinceId province) {
        double employed = 0.0;
        for (std::size_t f = 1; f < fields; ++f) {
            const auto field = static_cast<Field>(f);
            employed += applies("field", f) ? employed_[field_cell(province, field)] : 0.0;
        }
        const double fees = 0.25 * x * coverage * cost * employed * scale_.data()[0];
        const Payment paid = grants_.pay_suppliers(*this, tick, province, voucher * fees,
                                                   sim::FlowKind::recurrent, PaidBy::province);
        const double done = voucher > 0.0 ? std::min(1.0, paid.done) : 1.0;
        const double joined =
            grants_.purse().pay_from_firms(*this, tick, province, Account::rest_of_economy,
                                           std::llround((1.0 - voucher) * fees * done));
        for (std::size_t f = 1; f < fields; ++f) {
            if (applies("field", f)) {
                float& share = coverage_[field_cell(province, static_cast<Field>(f))];
                share = static_cast<float>(
                    std::min(1.0, static_cast<double>(share) + x * coverage * done * joined));
            }
        }
    }

    CitiesInScope cities_{*this};
    Grants grants_{*this};
    sim::Read<&NationTable::scale> scale_{*this};
    sim::Read<&WorkerSkillTable::employed> employed_{*this};
    sim::Write<&EmployeeTrainingTable::coverage> coverage_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(employee_training, EmployeeTraining);

}  // namespace vocational
