// SPDX-License-Identifier: Apache-2.0
// How far firms lag behind the state of the art.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class TechnologyGap final : public FirmOutput {
  public:
    TechnologyGap()
        : FirmOutput(
              {.unit = sim::unit::score,
               .dims = dims::region_sector(),
               .doc = "Log frontier of the sector less log technology, mean over jobs (stock).",
               .measure = sim::Measure::ratio,
               .base_unit = sim::unit::persons,
               .base_doc = "Employed by firms."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_sector_cells([&](std::size_t p, std::size_t s, SectorCellId cell) {
            out.ratio(0, people(static_cast<double>(gap_sum_[cell]) / log_steps),
                      people(employed_[cell]), p, s);
        });
    }

  private:
    sim::Read<&SectorCellTable::gap_sum> gap_sum_{*this};
    sim::Read<&SectorCellTable::employed> employed_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(technology_gap, TechnologyGap);

}  // namespace vocational
