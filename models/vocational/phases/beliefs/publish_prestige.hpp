// SPDX-License-Identifier: Apache-2.0
// 4.12 Prestige by province as it is shown: the mean over the young of the cities, campaigns
// included. After note_outlook, which renews what the cities think.
#pragma once

#include <algorithm>

#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PublishPrestige final : public sim::Phase {
  public:
    explicit PublishPrestige(const Setting& setting)
        : Phase("publish_prestige", "Sums up the cities' prestige by province."),
          setting_(setting) {}

    unsigned quarters() const override { return only(4); }
    void run(const sim::Tick&) override {
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            for (std::size_t t = 0; t < tracks; ++t) {
                publish(p, static_cast<Track>(t));
            }
        }
    }

  private:
    void publish(std::size_t p, Track track) {
        double sum = 0.0;
        for (std::size_t c = setting_.cities_of[p].begin; c < setting_.cities_of[p].end; ++c) {
            const CityTrackId cell = city_track(CityId(c), track);
            sum += city_share_[CityId(c)] * (prestige_[cell] + campaign_[cell]);
        }
        const TrackCellId cell = track_cell(ProvinceId(p), track);
        province_prestige_[cell] = std::clamp(sum, -1.0, 1.0);
        has_province_prestige_[cell] = 1;
    }

    const Setting& setting_;
    sim::Read<&StandingTable::prestige> prestige_{*this};
    sim::Read<&StandingTable::campaign> campaign_{*this};
    sim::Read<&CityTable::share> city_share_{*this};
    sim::Write<&OutlookTable::prestige> province_prestige_{*this};
    sim::Write<&OutlookTable::has_prestige> has_province_prestige_{*this};
};

}  // namespace vocational
