// SPDX-License-Identifier: Apache-2.0
// A part of attractiveness: entrants who would have got a general-school place, by home. Tracks
// that are no vocational ones at 15 have none.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class GeneralOfferShare final : public CensusOutput {
  public:
    GeneralOfferShare()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = dims::region_track(),
                        .doc =
                            "Entrants who by score would have got a place of a general high "
                            "school of their city ÷ entrants (Q3), by home; vocational tracks at "
                            "15 only.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "People admitted to ordinary seats of the track, by home."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (const Track track : {Track::secondary_vocational, Track::technical_school}) {
                const TrackCellId cell = track_cell(province, track);
                out.ratio(0, people(could_general_[cell]), people(entrants_[cell]), p,
                          sim::index_of(track));
            }
        });
    }

  private:
    sim::Read<&PathwayTable::could_general> could_general_{*this};
    sim::Read<&PathwayTable::entrants> entrants_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(general_offer_share, GeneralOfferShare);

}  // namespace vocational
