// SPDX-License-Identifier: Apache-2.0
// Which firms take part in training at all.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class FirmParticipation final : public FirmOutput {
  public:
    FirmParticipation()
        : FirmOutput(
              {.unit = sim::unit::share,
               .dims = dims::region(),
               .doc = "Firms that offer training places this year ÷ firms, pools left out (Q1).",
               .measure = sim::Measure::ratio,
               .base_unit = sim::unit::none,
               .base_doc = "Firm rows."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(1)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.ratio(0, over_sectors(training_firms_, province), over_sectors(firms_, province),
                      p);
        });
    }

  private:
    sim::Read<&SectorCellTable::training_firms> training_firms_{*this};
    sim::Read<&SectorCellTable::firms> firms_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(firm_participation, FirmParticipation);

}  // namespace vocational
