// SPDX-License-Identifier: Apache-2.0
// What stands behind a cell: results of cells with few agents are mostly chance.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Agents final : public CensusOutput {
  public:
    Agents()
        : CensusOutput({.unit = sim::unit::agents,
                        .dims = dims::region_track(),
                        .doc = "Enrolled agents, each of which stands for `scale` people (stock).",
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.value(0, enrolled_[cell], p, t);
        });
    }

  private:
    sim::Read<&SchoolCellTable::enrolled> enrolled_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(agents, Agents);

}  // namespace vocational
