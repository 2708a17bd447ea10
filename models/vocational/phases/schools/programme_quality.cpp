// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/programme_quality.hpp"

#include <array>

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// Sums over a track's students.
struct TrackSum {
    double students = 0.0;
    double quality = 0.0;
    double experience = 0.0;
    double currency = 0.0;
};

}  // namespace

void ProgrammeQuality::run(const sim::Tick& tick) {
    log_quality_.assign(programme_rows_.end(), 0.0);
    const int year = tick.now().year();
    tick.executor().for_rows(schools_.size(), 64,
                             [&](std::size_t row) { measure(SchoolId(row), year); });
    update_references(tick);
    tick.executor().for_rows(programme_rows_.size(), 1024, [&](std::size_t row) {
        const ProgrammeId programme(row);
        const TrackId track = track_id(track_[school_[programme]]);
        quality_[programme] =
            has_reference_[track] == 0
                ? 1.0F
                : static_cast<float>(sim::elementary::exp(log_quality_[row] - reference_[track]));
    });
}

// Practice capacity of a school.
double ProgrammeQuality::practice(SchoolId school) const {
    double practising = 0.0;
    const std::uint32_t first = first_programme_[school];
    for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
        const ProgrammeId programme(i);
        practising += setting_.scale * enrolled_[programme] *
                      practice_need(params_.teaching, field_[programme]);
    }
    return practice_capacity(stations_[school] + reachable_[school], practising,
                             params_.teaching.station_saturation);
}

void ProgrammeQuality::measure(SchoolId school, int year) {
    const Track track = track_[school];
    const double students = setting_.scale * static_cast<double>(students_of(
                                                 school, first_programme_, programmes_, enrolled_));
    QualityTerms terms;
    terms.funding = static_cast<double>(funding_[school]);
    terms.experience = experienced_teaching(static_cast<double>(experienced_[school]),
                                            static_cast<double>(mentors_[school]));
    terms.capital = params_.structures.capital_money() == CapitalMoney::half ? 0.5 : 1.0;
    terms.practice = is_vocational(track) ? practice(school) : 0.0;
    terms.digital = static_cast<double>(digital_[school]);
    terms.platform = static_cast<double>(platform_[school]);
    if (students > 0.0 && teachers_[school] > 0.0) {
        terms.crowding = students / teachers_[school] / norms_.students_per_teacher(track, year);
    }
    const std::uint32_t first = first_programme_[school];
    for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
        const ProgrammeId programme(i);
        terms.partners = static_cast<double>(partners_[programme]);
        terms.quality_before = static_cast<double>(quality_[programme]);
        log_quality_[i] = log_quality(params_.teaching, track, terms) +
                          static_cast<double>(effort_[school]) +
                          static_cast<double>(productivity_[programme]);
    }
}

// Serial: a few operations per programme, in row order, so that sums never depend on threads.
void ProgrammeQuality::update_references(const sim::Tick& tick) {
    std::array<TrackSum, tracks> sums{};
    bool any_open = false;
    for (std::size_t t = 0; t < tracks; ++t) {
        any_open |= is_reference_open(tick, has_reference_.data()[t] != 0);
    }
    if (!any_open) {
        return;
    }
    for (std::size_t row = programme_rows_.first(); row < programme_rows_.end(); ++row) {
        const ProgrammeId programme(row);
        const SchoolId school = school_[programme];
        const double students = enrolled_[programme];
        TrackSum& sum = sums[sim::index_of(track_[school])];
        sum.students += students;
        sum.quality += students * sim::elementary::exp(log_quality_[row]);
        sum.experience += students * experienced_teaching(static_cast<double>(experienced_[school]),
                                                          static_cast<double>(mentors_[school]));
        sum.currency += students * course_currency(params_.teaching,
                                                   static_cast<double>(course_age_[programme]));
    }
    for (std::size_t t = 0; t < tracks; ++t) {
        const TrackId track(t);
        if (sums[t].students <= 0.0 || !is_reference_open(tick, has_reference_[track] != 0)) {
            continue;
        }
        reference_[track] = sim::elementary::log(sums[t].quality / sums[t].students);
        experience_reference_[track] = sums[t].experience / sums[t].students;
        currency_reference_[track] = sums[t].currency / sums[t].students;
        has_reference_[track] = 1;
    }
}

}  // namespace vocational
