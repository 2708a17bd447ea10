// SPDX-License-Identifier: Apache-2.0
// Articles 3, 8 and 13: finance, land and credit for firms that train. A tax credit of credit_rate
// on the outlay of a place, as far as the firm's tax liability reaches, and a concession (land,
// cheap loans) worth an amount a place. Governments pay for every place, also for those that would
// be there without (training_places_unsupported beside it); firms hear of it
// announced_years before and put some places off until then. Evidence: credit_rate,
// tax_net_training (null), deadweight, firm_centre_subsidy_passthrough.
#include "models/vocational/policies/training_support.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class FirmIncentives final : public sim::Instrument {
  public:
    FirmIncentives()
        : Instrument({.doc = "Tax credits and concessions for firms that train.",
                      .slot = slots::after_money_plan,
                      .article = "3, 8, 13",
                      .family = "funding",
                      .payer = "local",
                      .responds = "training_places_offered",
                      .where = {"province"}}) {}

    SIM_PARAM(double, credit_rate, 0.3, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "Tax credit ÷ outlay of a training place.",
              .source = sim::assumed("evidence row credit_rate: 30 % against surcharges"));
    SIM_PARAM(double, liability, 5'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 50'000.0},
              .doc = "Outlay of a place and year that the firm's surcharges cover.",
              .source = sim::assumed("3 and 2 % of turnover taxes of a small firm; swept"));
    SIM_PARAM(double, concession, 1'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 30'000.0}, .doc = "Land and credit, worth that much a place and year.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, pass_through, 0.3, .unit = sim::unit::share, .range = {0.0, 0.7},
              .doc = "Part of the concession that is worth something to training.",
              .source = sim::assumed("evidence row firm_centre_subsidy_passthrough"));

    SIM_PARAM(double, announced_years, 1.0, .unit = sim::unit::year, .range = {0.0, 3.0},
              .doc = "Years from the start, when firms hear of it, to the first support.",
              .source = sim::assumed("from law to practice; swept"));

    void run(const sim::Tick& tick) override {
        const double credit = credit_rate * liability;
        const auto force = [&](sim::Quarter quarter) { return support_in(quarter); };
        payments_.pay(
            *this, tick, grants_, scale_.data()[0], PaidBy::province,
            [&](ContractKind) { return credit + concession; }, force);
        const double x = support_in(tick.now());
        const double before = support_in(tick.now() - quarters_ahead);
        const double next = support_in(tick.now() + quarters_ahead);
        for (std::size_t p = 0; p < grants_.provinces(); ++p) {
            for (std::size_t k = 1; k <= contract_kinds && applies("province", p); ++k) {
                const TrainingCellId cell =
                    training_cell(ProvinceId(p), static_cast<ContractKind>(k));
                rises_[cell] = static_cast<std::uint8_t>(next > x ? 1 : rises_[cell]);
                rose_[cell] = static_cast<std::uint8_t>(x > before ? 1 : rose_[cell]);
                credit_[cell] += static_cast<float>(x * credit_rate);
                limit_[cell] += static_cast<float>(x > 0.0 ? liability() : 0.0);
                subsidy_[cell] += static_cast<float>(x * concession * pass_through);
            }
        }
    }

  private:
    static constexpr int quarters_ahead = 4;  // that firms look to decide what to put off

    double support_in(sim::Quarter quarter) const {
        const auto lead = static_cast<int>(4.0 * announced_years + 0.5);
        return quarter > commitment().end ? 0.0 : strength_in(quarter - lead);
    }

    ContractPayments payments_{*this};
    Grants grants_{*this};
    sim::Read<&NationTable::scale> scale_{*this};
    sim::Write<&TrainingSupportTable::subsidy> subsidy_{*this};
    sim::Write<&TrainingSupportTable::credit> credit_{*this};
    sim::Write<&TrainingSupportTable::credit_limit> limit_{*this};
    sim::Write<&TrainingSupportTable::rises_next_year> rises_{*this};
    sim::Write<&TrainingSupportTable::rose_as_foreseen> rose_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(firm_incentives, FirmIncentives);

}  // namespace vocational
