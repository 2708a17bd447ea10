// SPDX-License-Identifier: Apache-2.0
// What a worker makes.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class FirmProductivity final : public FirmOutput {
  public:
    FirmProductivity()
        : FirmOutput({.unit = sim::unit::yuan_per_person_year,
                      .dims = dims::region_sector(),
                      .doc = "Output × 4 ÷ employed, pools left out (each quarter).",
                      .measure = sim::Measure::ratio,
                      .base_unit = sim::unit::persons,
                      .base_doc = "Employed by firms."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_sector_cells([&](std::size_t p, std::size_t s, SectorCellId cell) {
            out.ratio(0, 4.0 * people(static_cast<double>(output_[cell])), people(employed_[cell]),
                      p, s);
        });
    }

  private:
    sim::Read<&SectorCellTable::output> output_{*this};
    sim::Read<&SectorCellTable::employed> employed_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(firm_productivity, FirmProductivity);

}  // namespace vocational
