// SPDX-License-Identifier: Apache-2.0
// Jobs that stay open, by province of the firm.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Vacancies final : public CensusOutput {
  public:
    Vacancies()
        : CensusOutput({.unit = sim::unit::jobs,
                        .dims = dims::region_job_level(),
                        .doc = "Jobs open after this quarter's matching (stock).",
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t l = 0; l < job_levels; ++l) {
                const VacancyCellId cell = vacancy_cell(province, static_cast<JobLevel>(l));
                out.value(0, people(unfilled_[cell]), p, l);
            }
        });
    }

  private:
    sim::Read<&VacancyCellTable::unfilled> unfilled_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(vacancies, Vacancies);

}  // namespace vocational
