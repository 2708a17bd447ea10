// SPDX-License-Identifier: Apache-2.0
// What completers earn 1, 3, 5 and 10 years after their highest track, by province of residence.
#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class WageAfterYears final : public CensusOutput {
  public:
    WageAfterYears()
        : CensusOutput({.unit = sim::unit::yuan_per_year,
                        .dims = dims::region_years_track(),
                        .doc = "Mean gross wage of employed completers in the quarter 1, 3, 5 and "
                               "10 years after completion (Q2).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Employed completers."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(2)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t y = 0; y < career_years.size(); ++y) {
                for (std::size_t t = 0; t < tracks; ++t) {
                    const CareerCellId cell = career_cell(province, y, static_cast<Track>(t));
                    out.ratio(0, people(static_cast<double>(wage_sum_[cell])),
                              people(employed_[cell]), p, y, t);
                }
            }
        });
    }

  private:
    sim::Read<&CareerCellTable::employed> employed_{*this};
    sim::Read<&CareerCellTable::wage_sum> wage_sum_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(wage_after_years, WageAfterYears);

}  // namespace vocational
