// SPDX-License-Identifier: Apache-2.0
// 4.3 Plans of the year beside the ordinary seats, set anew each third quarter before policies act
// on them: reserved seats, integrated places, weight of the vocational exam, reach of publications.
// Evidence: skill_weight.
#pragma once

#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PlanPathways final : public sim::Phase {
  public:
    PlanPathways(const Setting& setting, const AdmissionParams& params)
        : Phase("plan_pathways", "Plans reserved seats, integrated places and exam weights."),
          setting_(setting),
          params_(params) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick&) override {
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            const ProvinceId province(p);
            skill_weight_[province] = params_.skill_weight;
            for (std::size_t t = 0; t < tracks; ++t) {
                const auto track = static_cast<Track>(t);
                const TrackCellId cell = track_cell(province, track);
                const bool is_college = level_of(track) != Level::upper_secondary;
                work_seats_[cell] = is_college ? params_.work_seat_share * seats_[cell] : 0.0;
                bachelor_places_[cell] = track == Track::secondary_vocational
                                             ? params_.bachelor_place_share * seats_[cell]
                                             : 0.0;
                reached_[cell] = 0.0;
            }
        }
    }

  private:
    const Setting& setting_;
    const AdmissionParams& params_;
    sim::Read<&TrackCellTable::seats> seats_{*this};
    sim::Write<&ExamTable::skill_weight> skill_weight_{*this};
    sim::Write<&PathwayTable::work_seats> work_seats_{*this};
    sim::Write<&PathwayTable::bachelor_places> bachelor_places_{*this};
    sim::Write<&OutlookTable::reached> reached_{*this};
};

}  // namespace vocational
