// SPDX-License-Identifier: Apache-2.0
// Jobs for every seeker, both by the province of the market in which they meet.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Tightness final : public CensusOutput {
  public:
    Tightness()
        : CensusOutput({.unit = sim::unit::ratio,
                        .dims = dims::region(),
                        .doc = "Vacancies before matching ÷ unemployed who apply, both counted "
                               "where they meet (each quarter).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Unemployed who apply for a vacancy."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            double vacancies = 0.0;
            double seekers = 0.0;
            for (std::size_t l = 0; l < job_levels; ++l) {
                const VacancyCellId cell = vacancy_cell(province, static_cast<JobLevel>(l));
                vacancies += vacancies_[cell];
                seekers += seekers_[cell];
            }
            out.ratio(0, people(vacancies), people(seekers), p);
        });
    }

  private:
    sim::Read<&VacancyCellTable::vacancies> vacancies_{*this};
    sim::Read<&VacancyCellTable::seekers> seekers_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(tightness, Tightness);

}  // namespace vocational
