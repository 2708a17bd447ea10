// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/plan_seats.hpp"

namespace vocational {

// The rules after the start year refer to completers relative to the base year's own.
void PlanSeats::note_completers(int year) {
    double upper = 0.0;
    double associate = 0.0;
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (std::size_t t = 0; t < tracks; ++t) {
            const auto track = static_cast<Track>(t);
            const double people = completers_[track_cell(ProvinceId(p), track)];
            upper += level_of(track) == Level::upper_secondary ? people : 0.0;
            associate += track == Track::higher_vocational ? people : 0.0;
        }
    }
    upper_.data()[0] = upper;
    associate_.data()[0] = associate;
    if (year <= setting_.base_year) {
        upper_at_base_.data()[0] = upper;
        associate_at_base_.data()[0] = associate;
    }
}

void PlanSeats::run(const sim::Tick& tick) {
    const int year = tick.now().year();
    note_completers(year);
    const auto ratio = [](double now, double then) { return then > 0.0 ? now / then : 1.0; };
    const double upper = ratio(upper_.data()[0], upper_at_base_.data()[0]);
    const double associate = ratio(associate_.data()[0], associate_at_base_.data()[0]);
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        const ProvinceId province(p);
        for (std::size_t t = 0; t < tracks; ++t) {
            const auto track = static_cast<Track>(t);
            const TrackCellId cell = track_cell(province, track);
            const bool is_local = level_of(track) == Level::upper_secondary;
            const double share = is_local ? 0.0 : rules_.college_share(track, year, p);
            seats_[cell] = is_local ? rules_.local_seats(track, year, p, cohort_share_[province])
                                    : rules_.college_seats(track, year, upper) * share;
            exam_share_[cell] = rules_.exam_share(track, year);
            upgrades_[cell] =
                is_local ? 0.0 : rules_.upgrade_places(track, year, associate) * share;
            five_year_[cell] = 0.0;
            transfers_[cell] = 0.0;
        }
        const Track school = Track::secondary_vocational;
        const TrackCellId cell = track_cell(province, school);
        const double entrants = seats_[cell];
        // The nation's recorded places, spread like secondary vocational intake.
        five_year_[cell] = rules_.is_recorded(year)
                               ? rules_.five_year_places(year, records_.year(school, year).intake) *
                                     records_.intake_share(school, year, p)
                               : rules_.five_year_places(year, entrants);
        transfers_[cell] = rules_.is_recorded(year)
                               ? rules_.transfers(year) * records_.intake_share(school, year - 3, p)
                               : 0.0;
    }
}

}  // namespace vocational
