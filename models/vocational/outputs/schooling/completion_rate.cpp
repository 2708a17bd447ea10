// SPDX-License-Identifier: Apache-2.0
// Graduates over those who were due: the intake three or four years before, with the transfers and
// upgrading entrants of two years before, who graduate with them. By province of the school. Who
// changes into a track graduates from it without having been due: it can pass 1.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class CompletionRate final : public CensusOutput {
  public:
    CompletionRate()
        : CensusOutput({.unit = sim::unit::ratio,
                        .dims = dims::region_track(),
                        .doc = "Graduates ÷ entrants of their cohort, transfers and upgrading "
                               "entrants included (Q2).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Entrants who were due to complete this year.",
                        .headline = true}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(2)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            const EntryCellId due = entry_cell(cell, tick.now().year());
            // Nothing is known of those who entered before the first simulated quarter.
            const double entrants = ordinary_[due] > 0 ? ordinary_[due] + later_[due] : 0;
            out.ratio(0, people(graduates_[cell]), people(entrants), p, t);
        });
    }

  private:
    sim::Read<&TrackCellTable::graduates> graduates_{*this};
    sim::Read<&EntryCellTable::ordinary> ordinary_{*this};
    sim::Read<&EntryCellTable::later> later_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(completion_rate, CompletionRate);

}  // namespace vocational
