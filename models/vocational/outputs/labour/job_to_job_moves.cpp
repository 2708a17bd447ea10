// SPDX-License-Identifier: Apache-2.0
// Workers who changed the firm without unemployment between, by province of the new firm.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class JobToJobMoves final : public CensusOutput {
  public:
    JobToJobMoves()
        : CensusOutput({.unit = sim::unit::persons,
                        .dims = dims::region_job_level(),
                        .doc = "People who moved from one firm to another within the quarter, by "
                               "level of the new job (flow).",
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t l = 0; l < job_levels; ++l) {
                const VacancyCellId cell = vacancy_cell(province, static_cast<JobLevel>(l));
                out.value(0, people(job_changes_[cell]), p, l);
            }
        });
    }

  private:
    sim::Read<&VacancyCellTable::job_changes> job_changes_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(job_to_job_moves, JobToJobMoves);

}  // namespace vocational
