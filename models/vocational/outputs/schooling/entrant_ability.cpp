// SPDX-License-Identifier: Apache-2.0
// A part of attractiveness: how able those are who enter a track, by province of the home.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class EntrantAbility final : public CensusOutput {
  public:
    EntrantAbility()
        : CensusOutput({.unit = sim::unit::score,
                        .dims = dims::region_track(),
                        .doc = "Mean ability of the people admitted to ordinary seats (Q3), by "
                               "home.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "People admitted to ordinary seats of the track, by home."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        constexpr double thousandths = 1000.0;
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, people(static_cast<double>(ability_[cell]) / thousandths),
                      people(entrants_[cell]), p, t);
        });
    }

  private:
    sim::Read<&PathwayTable::entrant_ability> ability_{*this};
    sim::Read<&PathwayTable::entrants> entrants_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(entrant_ability, EntrantAbility);

}  // namespace vocational
