// SPDX-License-Identifier: Apache-2.0
// What people of each age earn by their highest track, nationwide.
#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class WageByAge final : public CensusOutput {
  public:
    WageByAge()
        : CensusOutput({.unit = sim::unit::yuan_per_year,
                        .dims = {"age", "track"},
                        .doc = "Mean gross wage of the employed by age and highest track (Q2).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Employed."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(2)) {
            return;
        }
        for (std::size_t a = 0; a < age_bands; ++a) {
            for (std::size_t t = 0; t < tracks; ++t) {
                const AgeCellId cell = age_cell(a, static_cast<Track>(t));
                out.ratio(0, people(static_cast<double>(wage_sum_[cell])), people(employed_[cell]),
                          a, t);
            }
        }
    }

  private:
    sim::Read<&AgeCellTable::employed> employed_{*this};
    sim::Read<&AgeCellTable::wage_sum> wage_sum_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(wage_by_age, WageByAge);

}  // namespace vocational
