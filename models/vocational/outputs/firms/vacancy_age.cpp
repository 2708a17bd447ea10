// SPDX-License-Identifier: Apache-2.0
// How long posts have stood open.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class VacancyAge final : public FirmOutput {
  public:
    VacancyAge()
        : FirmOutput({.unit = sim::unit::quarter,
                      .dims = dims::region(),
                      .doc = "Mean age of the posts open after matching (stock).",
                      .measure = sim::Measure::ratio,
                      .base_unit = sim::unit::jobs,
                      .base_doc = "Posts open."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.ratio(0, people(over_sectors(age_sum_, province) / log_steps),
                      people(over_sectors(unfilled_, province)), p);
        });
    }

  private:
    sim::Read<&SectorCellTable::age_sum> age_sum_{*this};
    sim::Read<&SectorCellTable::unfilled> unfilled_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(vacancy_age, VacancyAge);

}  // namespace vocational
