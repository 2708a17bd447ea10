// SPDX-License-Identifier: Apache-2.0
// 4.3 How many seats a year has. Up to and including the admission of the base year B, which is the
// start year, seats are the recorded intake; after it the ratios of B go on:
//   at 15     seats of B · graduates ÷ those of B, by province of school,
//             times 1 + vocational_slack in vocational tracks
//   college   seats of B · upper-secondary completers ÷ those of B, nationwide, then shared out
//   upgrading places of B · associate completers ÷ those of B
//   five-year transfers of B ÷ secondary vocational intake three years before, of this year's seats
// where graduates are those of lower secondary school. Under structures.general_seats: trend
// general seats per graduate go on at their mean yearly change of five years. The vocational exam's
// share of college seats is 1 − general_leaver_yield · (general completers − bachelor seats) ÷
// college seats. Evidence: intake_sec_voc, intake_voc_college, intake_voc_bachelor.
#pragma once

#include "models/vocational/population/setting.hpp"

namespace vocational {

class SeatRules {
  public:
    SeatRules(const Params& params, const Records& records, const Setting& setting)
        : params_(params), records_(records), setting_(setting) {}

    bool is_recorded(int year) const { return year <= base_year(); }

    // Ordinary seats of an upper-secondary track in a province, in people.
    double local_seats(Track track, int year, std::size_t province, double cohort_share) const;
    // Ordinary seats of a college track in the nation; `completers` are this year's upper-secondary
    // completers relative to the base year's.
    double college_seats(Track track, int year, double completers) const;
    double college_share(Track track, int year, std::size_t province) const {
        return records_.intake_share(track, std::min(year, base_year()), province);
    }
    // Share of a college track's seats that the vocational college exam fills.
    double exam_share(Track track, int year) const;
    // Five-year places among this year's secondary vocational entrants, in people, of the nation.
    double five_year_places(int year, double entrants) const;
    // Recorded transfers of the year into higher vocational colleges; only while recorded.
    double transfers(int year) const {
        return records_.year(Track::higher_vocational, year).transfers_in;
    }
    // Places of the upgrading exam; `completers` are this year's associate completers relative to
    // the base year's.
    double upgrade_places(Track track, int year, double completers) const;

  private:
    int base_year() const { return setting_.base_year; }
    double general_share_trend(int year) const;

    const Params& params_;
    const Records& records_;
    const Setting& setting_;
};

}  // namespace vocational
