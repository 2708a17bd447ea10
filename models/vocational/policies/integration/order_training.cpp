// SPDX-License-Identifier: Apache-2.0
// Article 5: order classes, commissioned training, apprenticeships and joint enrolment. The centre
// pays firms a subsidy for each student and year under such a contract; firms train, hire their own
// first, and lose some to rivals. Firms offer places where the present value then is at least zero.
// Evidence: order_place_prob, app_net_cost, deadweight.
#include "models/vocational/policies/training_support.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class OrderTraining final : public sim::Instrument {
  public:
    OrderTraining()
        : Instrument({.doc = "Subsidises contracts by which firms train students for themselves.",
                      .slot = slots::after_money_plan,
                      .article = "5",
                      .family = "integration",
                      .payer = "central",
                      .responds = "placement_rate",
                      .where = {"province"}}) {}

    SIM_PARAM(double, order_class, 2'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 30'000.0}, .doc = "Subsidy of a place in an order class.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, apprenticeship, 6'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 30'000.0}, .doc = "Subsidy of an apprenticeship.",
              .source = sim::assumed("policy lever; 4,000 to 6,000 yuan is what provinces pay"));
    SIM_PARAM(double, joint_enrolment, 3'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 30'000.0}, .doc = "Subsidy of a place of joint enrolment.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, commissioned_training, 2'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 30'000.0}, .doc = "Subsidy of a commissioned place.",
              .source = sim::assumed("policy lever"));

    void run(const sim::Tick& tick) override {
        const auto yearly = [&](ContractKind kind) { return amount(kind); };
        payments_.pay(*this, tick, grants_, scale_.data()[0], PaidBy::central, yearly,
                      [&](sim::Quarter entry) { return strength_in(entry); });
        const double x = strength(tick);
        for (std::size_t p = 0; p < grants_.provinces() && x > 0.0; ++p) {
            for (std::size_t k = 1; k <= contract_kinds && applies("province", p); ++k) {
                const auto kind = static_cast<ContractKind>(k);
                subsidy_[training_cell(ProvinceId(p), kind)] +=
                    static_cast<float>(x * amount(kind));
            }
        }
    }

  private:
    double amount(ContractKind kind) const {
        switch (kind) {
            case ContractKind::order_class:
                return order_class;
            case ContractKind::apprenticeship:
                return apprenticeship;
            case ContractKind::joint_enrolment:
                return joint_enrolment;
            case ContractKind::commissioned_training:
                return commissioned_training;
            default:
                return 0.0;
        }
    }

    ContractPayments payments_{*this};
    Grants grants_{*this};
    sim::Read<&NationTable::scale> scale_{*this};
    sim::Write<&TrainingSupportTable::subsidy> subsidy_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(order_training, OrderTraining);

}  // namespace vocational
