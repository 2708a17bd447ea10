// SPDX-License-Identifier: Apache-2.0
// Who of the second quarter's completers works one and two quarters later, by province of
// residence. Further study is not placement: those who study on or are away leave the denominator.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PlacementRate final : public CensusOutput {
  public:
    PlacementRate()
        : CensusOutput({{"",
                         {.unit = sim::unit::share,
                          .dims = dims::region_track(),
                          .doc = "Employed at the end of Q3 ÷ completers of Q2 then neither "
                                 "enrolled nor away (Q3).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Completers of Q2 neither enrolled nor away.",
                          .headline = true}},
                        {"placement_rate_two_quarters",
                         {.unit = sim::unit::share,
                          .dims = dims::region_track(),
                          .doc = "Employed at the end of Q4 ÷ completers of Q2 then neither "
                                 "enrolled nor away (Q4).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Completers of Q2 neither enrolled nor away."}}}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        const int quarter = tick.now().quarter();
        if (quarter < 3) {
            return;
        }
        const std::size_t variable = quarter == 3 ? 0 : 1;
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(variable, people(placed_[cell]), people(leavers_[cell]), p, t);
        });
    }

  private:
    sim::Read<&LeaverCellTable::leavers> leavers_{*this};
    sim::Read<&LeaverCellTable::placed> placed_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(placement_rate, PlacementRate);

}  // namespace vocational
