// SPDX-License-Identifier: Apache-2.0
// Firms that close.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class FirmExitRate final : public FirmOutput {
  public:
    FirmExitRate()
        : FirmOutput({.unit = sim::unit::share_per_year,
                      .dims = dims::region(),
                      .doc = "Firms that closed ÷ firms, pools left out (Q3).",
                      .measure = sim::Measure::ratio,
                      .base_unit = sim::unit::none,
                      .base_doc = "Firm rows."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.ratio(0, over_sectors(exits_, province), over_sectors(firms_, province), p);
        });
    }

  private:
    sim::Read<&SectorCellTable::exits> exits_{*this};
    sim::Read<&SectorCellTable::firms> firms_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(firm_exit_rate, FirmExitRate);

}  // namespace vocational
