// SPDX-License-Identifier: Apache-2.0
// What firms add to attract people to posts that stay open.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class WageOffer final : public FirmOutput {
  public:
    WageOffer()
        : FirmOutput({.unit = sim::unit::score,
                      .dims = dims::region(),
                      .doc = "Log wage offered above the firm's ordinary premium, mean over "
                             "open posts (stock).",
                      .measure = sim::Measure::ratio,
                      .base_unit = sim::unit::jobs,
                      .base_doc = "Posts open."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.ratio(0, people(over_sectors(offer_sum_, province) / log_steps),
                      people(over_sectors(unfilled_, province)), p);
        });
    }

  private:
    sim::Read<&SectorCellTable::offer_sum> offer_sum_{*this};
    sim::Read<&SectorCellTable::unfilled> unfilled_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(wage_offer, WageOffer);

}  // namespace vocational
