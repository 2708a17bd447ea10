// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/seat_rules.hpp"

namespace vocational {

namespace {

// Years over which the trend of general seats is measured, and the length of upper secondary.
constexpr int trend_years = 5;
constexpr int upper_secondary_years = 3;

}  // namespace

// Growth of general seats over the base year's under the alternative structure: the mean yearly
// change over the five years to the base year goes on.
double SeatRules::general_share_trend(int year) const {
    const auto rate = [&](int y) {
        return records_.year(Track::general_high, y).intake / records_.lower_secondary_graduates(y);
    };
    const double now = rate(base_year());
    const double before = rate(base_year() - trend_years);
    return 1.0 + (year - base_year()) * (now - before) / trend_years / now;
}

double SeatRules::local_seats(Track track, int year, std::size_t province,
                              double cohort_share) const {
    if (track == Track::comprehensive_high) {
        return 0.0;  // none until a policy opens some
    }
    const int reference = std::min(year, base_year());
    const double recorded =
        records_.year(track, reference).intake * records_.intake_share(track, reference, province);
    if (is_recorded(year)) {
        return recorded;
    }
    const double base_graduates = records_.lower_secondary_graduates(base_year()) * cohort_share;
    const double graduates = records_.lower_secondary_graduates(year) * cohort_share;
    double rate = recorded / base_graduates;
    if (track != Track::general_high) {
        rate *= 1.0 + params_.admission.vocational_slack;
    } else if (params_.structures.general_seats == GeneralSeats::trend) {
        rate *= general_share_trend(year);
    }
    return rate * graduates;
}

double SeatRules::college_seats(Track track, int year, double completers) const {
    const double seats = records_.year(track, std::min(year, base_year())).intake;
    return is_recorded(year) ? seats : seats * completers;
}

double SeatRules::exam_share(Track track, int year) const {
    if (track == Track::vocational_bachelor) {
        return params_.admission.bachelor_exam_share;
    }
    if (track != Track::higher_vocational) {
        return 0.0;
    }
    // General completers left over by the bachelor seats take up most college seats; the exam's
    // quota is the rest. This identity holds year by year while recorded and at B for ever after.
    const int reference = std::min(year, base_year());
    double bachelor = 0.0;
    for (const Track bachelor_track : {Track::applied_bachelor, Track::academic_bachelor}) {
        bachelor += records_.year(bachelor_track, reference).intake;
    }
    bachelor += records_.year(Track::vocational_bachelor, reference).intake *
                (1.0 - params_.admission.bachelor_exam_share);
    const double left = records_.year(Track::general_high, reference).graduates - bachelor;
    const double seats = records_.year(Track::higher_vocational, reference).intake;
    return std::clamp(1.0 - params_.admission.general_leaver_yield * left / seats, 0.02, 0.9);
}

double SeatRules::five_year_places(int year, double entrants) const {
    if (year + upper_secondary_years <= base_year()) {
        return transfers(year + upper_secondary_years);
    }
    const double base_share =
        transfers(base_year()) /
        records_.year(Track::secondary_vocational, base_year() - upper_secondary_years).intake;
    return base_share * entrants;
}

double SeatRules::upgrade_places(Track track, int year, double completers) const {
    const double places = records_.year(track, std::min(year, base_year())).upgrade_entrants;
    return is_recorded(year) ? places : places * completers;
}

}  // namespace vocational
