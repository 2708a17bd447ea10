// SPDX-License-Identifier: Apache-2.0
// How many posts are filled, by province of the firm.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Hires final : public CensusOutput {
  public:
    Hires()
        : CensusOutput({.unit = sim::unit::persons,
                        .dims = dims::region_job_level(),
                        .doc = "People whom firms hired, reserved posts and changes of the firm "
                               "included, pooled work left out (flow).",
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t l = 0; l < job_levels; ++l) {
                out.value(0, people(hires_[vacancy_cell(province, static_cast<JobLevel>(l))]), p,
                          l);
            }
        });
    }

  private:
    sim::Read<&VacancyCellTable::hires> hires_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(hires, Hires);

}  // namespace vocational
