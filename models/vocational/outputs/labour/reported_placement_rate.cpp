// SPDX-License-Identifier: Apache-2.0
// Placement as schools report it: further study counts as placement, and of those who have neither
// work nor study governments' pressure makes schools relabel a share (4.13, evidence row
// gaming_elasticity), more where money follows what they report. True placement is placement_rate.
#include <algorithm>

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ReportedPlacementRate final : public CensusOutput {
  public:
    ReportedPlacementRate()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = dims::region_track(),
                        .doc = "Completers of Q2 reported as employed or studying on at the end "
                               "of Q3 ÷ all of them (Q3).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Completers of Q2."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            const double relabelled =
                static_cast<double>(relabelled_[government_of(ProvinceId(p))]);
            const double without = leavers_[cell] - placed_[cell];
            const double reported = placed_[cell] + studying_[cell] +
                                    std::min(1.0, relabelled + reporting_[cell]) * without;
            out.ratio(0, people(reported), people(leavers_[cell] + studying_[cell]), p, t);
        });
    }

  private:
    sim::Read<&LeaverCellTable::leavers> leavers_{*this};
    sim::Read<&LeaverCellTable::placed> placed_{*this};
    sim::Read<&LeaverCellTable::studying> studying_{*this};
    sim::Read<&GovernmentStateTable::relabelled_share> relabelled_{*this};
    sim::Read<&TrackLeverTable::reporting> reporting_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(reported_placement_rate, ReportedPlacementRate);

}  // namespace vocational
