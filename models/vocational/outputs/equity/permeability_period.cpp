// SPDX-License-Identifier: Apache-2.0
// What permeability would come to if a year went on: changes and climbs of the year against the
// students of the year before, by province of the home. Reacts at once, unlike the cohort's
// measure.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PermeabilityPeriod final : public CensusOutput {
  public:
    PermeabilityPeriod()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = dims::region(),
                        .doc =
                            "Admissions, of people whose first track was vocational, to a general "
                            "high school or above the first level ÷ students of vocational tracks "
                            "a year before (Q3), by home.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Students of vocational tracks a year before.",
                        .headline = true}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.ratio(0, people(climbs_[province]), people(students_before_[province]), p);
        });
    }

  private:
    sim::Read<&ClimbTable::climbs> climbs_{*this};
    sim::Read<&ClimbTable::students_before> students_before_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(permeability_period, PermeabilityPeriod);

}  // namespace vocational
