// SPDX-License-Identifier: Apache-2.0
// Money of a track's schools in the school year, all payers, per completer of its second quarter.
#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class CostPerGraduate final : public CensusOutput {
  public:
    CostPerGraduate()
        : CensusOutput({.unit = sim::unit::yuan_per_person,
                        .dims = dims::region_track(),
                        .doc = "Money of schools in the school year ÷ completers of the track.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Completers."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(2)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, static_cast<double>(received_[cell]), people(graduates_[cell]), p, t);
        });
    }

  private:
    sim::Read<&TrackMoneyTable::received_in_school_year> received_{*this};
    sim::Read<&TrackCellTable::graduates> graduates_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(cost_per_graduate, CostPerGraduate);

}  // namespace vocational
