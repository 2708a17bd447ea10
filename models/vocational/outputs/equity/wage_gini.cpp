// SPDX-License-Identifier: Apache-2.0
// Inequality of wages within each province, and within the nation, which is not their mean.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class WageGini final : public CensusOutput {
  public:
    WageGini()
        : CensusOutput({{"",
                         {.unit = sim::unit::ratio,
                          .dims = dims::region(),
                          .doc = "Gini coefficient of gross wages among the employed (stock).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Employed."}},
                        {"wage_gini_national",
                         {.unit = sim::unit::ratio,
                          .doc = "Gini coefficient of gross wages among all employed of the "
                                 "nation (stock).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Employed.",
                          .headline = true}}}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        double employed = 0.0;
        for_provinces([&](std::size_t p, ProvinceId province) {
            const double earners = people(employed_[province]);
            out.ratio(0, gini_[province] * earners, earners, p);
            employed += earners;
        });
        out.ratio(1, national_.data()[0] * employed, employed);
    }

  private:
    sim::Read<&WageCellTable::gini> gini_{*this};
    sim::Read<&WageCellTable::employed> employed_{*this};
    sim::Read<&NationTable::wage_gini> national_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(wage_gini, WageGini);

}  // namespace vocational
