// SPDX-License-Identifier: Apache-2.0
// Skilled jobs that nobody took, by province of the firm. Posts that movers leave are open after
// matching without having been so before it: where posts are few the ratio can pass 1.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class UnfilledSkilledVacancyShare final : public CensusOutput {
  public:
    UnfilledSkilledVacancyShare()
        : CensusOutput({.unit = sim::unit::ratio,
                        .dims = dims::region(),
                        .doc = "Skilled-worker and technician vacancies still open after matching "
                               "÷ those open before it (each quarter).",
                        .measure = sim::Measure::ratio,
                        .base_unit = sim::unit::jobs,
                        .base_doc = "Skilled vacancies before matching.",
                        .headline = true}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            const VacancyCellId skilled = vacancy_cell(province, JobLevel::skilled_worker);
            const VacancyCellId technician = vacancy_cell(province, JobLevel::technician);
            out.ratio(0, people(unfilled_[skilled] + unfilled_[technician]),
                      people(vacancies_[skilled] + vacancies_[technician]), p);
        });
    }

  private:
    sim::Read<&VacancyCellTable::vacancies> vacancies_{*this};
    sim::Read<&VacancyCellTable::unfilled> unfilled_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(unfilled_skilled_vacancy_share, UnfilledSkilledVacancyShare);

}  // namespace vocational
