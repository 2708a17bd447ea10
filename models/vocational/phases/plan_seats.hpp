// SPDX-License-Identifier: Apache-2.0
// 4.3 Plans the year's seats by province and track, in people: recorded numbers up to the start
// year's admission, its ratios afterwards. Instruments act on the plan; OpenSeats then turns it
// into seats. Evidence: intake_sec_voc, intake_voc_college.
#pragma once

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/seat_rules.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PlanSeats final : public sim::Phase {
  public:
    PlanSeats(const Setting& setting, const SeatRules& rules, const Records& records)
        : Phase("plan_seats", "Plans the year's seats by province and track."),
          setting_(setting),
          rules_(rules),
          records_(records) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    void note_completers(int year);

    const Setting& setting_;
    const SeatRules& rules_;
    const Records& records_;
    sim::Write<&NationTable::upper_completers> upper_{*this};
    sim::Write<&NationTable::upper_completers_at_base> upper_at_base_{*this};
    sim::Write<&NationTable::associate_completers> associate_{*this};
    sim::Write<&NationTable::associate_completers_at_base> associate_at_base_{*this};
    sim::Read<&TrackCellTable::completers_home> completers_{*this};
    sim::Read<&ProvinceTable::cohort_share> cohort_share_{*this};
    sim::Write<&TrackCellTable::seats> seats_{*this};
    sim::Write<&TrackCellTable::exam_share> exam_share_{*this};
    sim::Write<&TrackCellTable::five_year_places> five_year_{*this};
    sim::Write<&TrackCellTable::transfer_places> transfers_{*this};
    sim::Write<&TrackCellTable::upgrade_places> upgrades_{*this};
};

}  // namespace vocational
