// SPDX-License-Identifier: Apache-2.0
// Completers who work in their field half a year out: what a policy has to show for its money, see
// cost_per_additional_matched_graduate of comparisons.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class MatchedGraduates final : public CensusOutput {
  public:
    MatchedGraduates()
        : CensusOutput({.unit = sim::unit::persons,
                        .dims = dims::region_track(),
                        .doc = "Completers of Q2 who are employed at the end of Q4 in a job of "
                               "their own field, general excepted, by residence (Q4).",
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(4)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.value(0, people(matched_[cell]), p, t);
        });
    }

  private:
    sim::Read<&LeaverCellTable::placed_in_field> matched_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(matched_graduates, MatchedGraduates);

}  // namespace vocational
