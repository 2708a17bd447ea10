// SPDX-License-Identifier: Apache-2.0
// Standing of tracks, as updated in the fourth quarter and held until the next (E9).
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class TrackPrestige final : public CensusOutput {
  public:
    TrackPrestige()
        : CensusOutput({.unit = sim::unit::index,
                        .dims = dims::region_track(),
                        .doc = "Prestige P of the track, −1 to 1, as 15-year-olds of the province "
                               "believe on average; 0 = the average occupation.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "15-year-olds of the year, as a share of the nation's."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            if (has_prestige_[cell] != 0) {
                const double young = cohort_share_[ProvinceId(p)];
                out.ratio(0, prestige_[cell] * young, young, p, t);
            }
        });
    }

  private:
    sim::Read<&OutlookTable::prestige> prestige_{*this};
    sim::Read<&OutlookTable::has_prestige> has_prestige_{*this};
    sim::Read<&ProvinceTable::cohort_share> cohort_share_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(track_prestige, TrackPrestige);

}  // namespace vocational
