// SPDX-License-Identifier: Apache-2.0
// Where a pilot runs in the quarter: the regions that it treats. An evaluation compares them with
// the others.
#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PilotRegions final : public CensusOutput {
  public:
    PilotRegions()
        : CensusOutput(std::vector<sim::OutputVariable>{
              {"",
               {.unit = sim::unit::none,
                .dims = dims::region(),
                .doc = "Regions in which a pilot runs: 1 there, 0 elsewhere.",
                .measure = sim::Measure::count}}}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.value(0, static_cast<double>(is_pilot_[province]), p);
        });
    }

  private:
    sim::Read<&ProvinceMoneyTable::is_pilot> is_pilot_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(pilot_regions, PilotRegions);

}  // namespace vocational
