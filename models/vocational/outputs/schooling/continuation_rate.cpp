// SPDX-License-Identifier: Apache-2.0
// Who goes on to a higher level by any route, transfers included; by province of the home, and
// nationwide by sex, registration and family status.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ContinuationRate final : public CensusOutput {
  public:
    ContinuationRate()
        : CensusOutput(with_cuts("continuation_rate",
                                 {.unit = sim::unit::share,
                                  .dims = dims::region_track(),
                                  .doc = "Completers of Q2 enrolled at a higher level at the end "
                                         "of Q3 ÷ all completers of Q2 (Q3).",
                                  .measure = sim::Measure::ratio,
                                  .base_doc = "Completers of the track in Q2.",
                                  .headline = true})) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, people(part_[cell]), people(whole_[cell]), p, t);
        });
        const Cuts cuts([&](GroupId group) {
            return Fraction{1.0 * group_part_[group], 1.0 * group_whole_[group]};
        });
        cuts.for_each([&](std::size_t variable, std::size_t label, const Fraction& sum) {
            out.ratio(variable, people(sum.part), people(sum.whole), label);
        });
    }

  private:
    sim::Read<&TrackCellTable::continuers_home> part_{*this};
    sim::Read<&TrackCellTable::completers_home> whole_{*this};
    sim::Read<&GroupTable::continuers> group_part_{*this};
    sim::Read<&GroupTable::completers> group_whole_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(continuation_rate, ContinuationRate);

}  // namespace vocational
