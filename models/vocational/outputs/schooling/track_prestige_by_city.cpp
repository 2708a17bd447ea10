// SPDX-License-Identifier: Apache-2.0
// Standing of tracks city by city, where it is made (E9): each city judges by its own leavers, so
// cities keep the history that a province's mean hides.
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class TrackPrestigeByCity final : public CensusOutput {
  public:
    TrackPrestigeByCity()
        : CensusOutput({.unit = sim::unit::index,
                        .dims = dims::city_track(),
                        .doc = "Prestige P of the track in the city, −1 to 1, campaigns included "
                               "(updated in Q4, held otherwise).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "15-year-olds of the year, as a share of the nation's."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for (std::size_t c = 0; c < cities_.size(); ++c) {
            const CityId city(c);
            const double young = share_[city] * cohort_share_[province_[city]];
            for (std::size_t t = 0; t < tracks; ++t) {
                const CityTrackId cell = city_track(city, static_cast<Track>(t));
                if (is_known_[cell] != 0) {
                    out.ratio(0, (prestige_[cell] + campaign_[cell]) * young, young, c, t);
                }
            }
        }
    }

  private:
    sim::Rows<CityTable> cities_{*this};
    sim::Read<&CityTable::province> province_{*this};
    sim::Read<&CityTable::share> share_{*this};
    sim::Read<&ProvinceTable::cohort_share> cohort_share_{*this};
    sim::Read<&StandingTable::prestige> prestige_{*this};
    sim::Read<&StandingTable::campaign> campaign_{*this};
    sim::Read<&StandingTable::is_known> is_known_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(track_prestige_by_city, TrackPrestigeByCity);

}  // namespace vocational
