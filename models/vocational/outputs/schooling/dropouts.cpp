// SPDX-License-Identifier: Apache-2.0
// People who stop without completing, by province of the school: a flow, drawn once a year.
// Nationwide by sex, registration and family status.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Dropouts final : public CensusOutput {
  public:
    Dropouts()
        : CensusOutput(
              with_cuts("dropouts", {.unit = sim::unit::persons,
                                     .dims = dims::region_track(),
                                     .doc = "People who stopped without completing and are in no "
                                            "other track at the end of the quarter.",
                                     .measure = sim::Measure::count})) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.value(0, people(agents_[cell]), p, t);
        });
        const Cuts cuts([&](GroupId group) { return Fraction{1.0 * by_group_[group]}; });
        cuts.for_each([&](std::size_t variable, std::size_t label, const Fraction& sum) {
            out.value(variable, people(sum.part), label);
        });
    }

  private:
    sim::Read<&TrackCellTable::dropouts> agents_{*this};
    sim::Read<&GroupFlowTable::dropouts> by_group_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(dropouts, Dropouts);

}  // namespace vocational
