// SPDX-License-Identifier: Apache-2.0
// Who works at each age by highest track, nationwide.
#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class EmploymentRateByAge final : public CensusOutput {
  public:
    EmploymentRateByAge()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = {"age", "track"},
                        .doc = "Employed ÷ residents neither enrolled nor away, by age and highest "
                               "track; who completes this quarter is left out (Q2).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Residents neither enrolled nor away."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(2)) {
            return;
        }
        for (std::size_t a = 0; a < age_bands; ++a) {
            for (std::size_t t = 0; t < tracks; ++t) {
                const AgeCellId cell = age_cell(a, static_cast<Track>(t));
                out.ratio(0, people(employed_[cell]), people(residents_[cell]), a, t);
            }
        }
    }

  private:
    sim::Read<&AgeCellTable::employed> employed_{*this};
    sim::Read<&AgeCellTable::people> residents_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(employment_rate_by_age, EmploymentRateByAge);

}  // namespace vocational
