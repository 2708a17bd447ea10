// SPDX-License-Identifier: Apache-2.0
// What skilled workers and technicians earn, by province of residence.
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SkilledWage final : public CensusOutput {
  public:
    SkilledWage()
        : CensusOutput({.unit = sim::unit::yuan_per_year,
                        .dims = dims::region(),
                        .doc = "Mean gross wage in jobs of skilled workers and technicians (Q4).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Employed in such jobs."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(4)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.ratio(0, people(static_cast<double>(wage_sum_[province])),
                      people(employed_[province]), p);
        });
    }

  private:
    sim::Read<&SkilledPayTable::employed> employed_{*this};
    sim::Read<&SkilledPayTable::wage_sum> wage_sum_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(skilled_wage, SkilledWage);

}  // namespace vocational
