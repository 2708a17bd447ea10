// SPDX-License-Identifier: Apache-2.0
// What a place really cost families in the quarter, × 4: fees after waivers, materials, boarding
// and travel, less grants and training pay; per student at the end of the quarter.
#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class NetCostToFamily final : public CensusOutput {
  public:
    NetCostToFamily()
        : CensusOutput({.unit = sim::unit::yuan_per_student_year,
                        .dims = dims::region_track(),
                        .doc = "Fees, materials, boarding and travel less waivers, grants and "
                               "training pay, per student.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "People enrolled.",
                        .headline = true}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            const std::int64_t net = fees_[cell] + living_[cell] - help_[cell];
            out.ratio(0, 4.0 * static_cast<double>(net), people(enrolled_[cell]), p, t);
        });
    }

  private:
    sim::Read<&TrackMoneyTable::fees_paid> fees_{*this};
    sim::Read<&TrackMoneyTable::living_paid> living_{*this};
    sim::Read<&TrackMoneyTable::help_paid> help_{*this};
    sim::Read<&SchoolCellTable::enrolled> enrolled_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(net_cost_to_family, NetCostToFamily);

}  // namespace vocational
