// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/college_choice.hpp"

#include <algorithm>

namespace vocational {

namespace {

constexpr float never = -1.0F;
constexpr double no_place = -1e6;
constexpr std::size_t index_of(Route route) {
    return static_cast<std::size_t>(route);
}

constexpr std::uint64_t first_taste = 8;  // word; working first, then tracks

// Which places an exam leads to.
bool is_open(Route route, Track track) {
    switch (route) {
        case Route::gaokao:
            return true;
        case Route::vocational_exam:
            return track == Track::higher_vocational || track == Track::vocational_bachelor;
        case Route::upgrading:
            return track != Track::higher_vocational;
        case Route::promise:
            return track != Track::academic_bachelor;
    }
    return false;
}

}  // namespace

void CollegeChoice::look(const sim::Tick& tick) {
    count_places();
    families_.assign(1, Families(params_.choice));
    information_ = tick.stream(information_purpose);
    seen_.resize(setting_.cities() * tracks);
    for (std::size_t c = 0; c < setting_.cities(); ++c) {
        for (std::size_t t = 0; t < tracks; ++t) {
            seen_[c * tracks + t] = prospects_.of(CityId(c), static_cast<Track>(t));
        }
    }
}

void CollegeChoice::count_places() {
    std::array<std::array<double, college_tracks.size()>, 3> places{};  // of the exams
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (std::size_t t = 0; t < college_tracks.size(); ++t) {
            const TrackCellId cell = track_cell(ProvinceId(p), college_tracks[t]);
            places[index_of(Route::gaokao)][t] += seats_[cell] * (1.0 - exam_share_[cell]);
            places[index_of(Route::vocational_exam)][t] += seats_[cell] * exam_share_[cell];
            places[index_of(Route::upgrading)][t] += upgrade_places_[cell];
        }
    }
    for (std::size_t r = 0; r < places.size(); ++r) {
        const std::size_t reference =
            r == index_of(Route::upgrading) ? college_tracks.size() - 1 : 0;
        const double usual = std::max(1.0, places[r][reference]);
        for (std::size_t t = 0; t < college_tracks.size(); ++t) {
            by_places_[r][t] = places[r][t] > 0.0 ? params_.choice.places_weight *
                                                        sim::elementary::log(places[r][t] / usual)
                                                  : no_place;
        }
    }
}

// Constants are against an academic bachelor place; those of a route say how much its reference
// place, college or for associate completers the academic bachelor, is better than working.
double CollegeChoice::constant(Route route, std::size_t track) const {
    const ChoiceParams& c = params_.choice;
    const std::array<double, college_tracks.size()> of{c.higher_vocational, c.vocational_bachelor,
                                                       c.applied_bachelor, 0.0};
    switch (route) {
        case Route::gaokao:
            return c.general_route + of[track] - of[0];
        case Route::vocational_exam:
        case Route::promise:
            return c.vocational_route + of[track] - of[0];
        case Route::upgrading:
            return c.upgrading_route + of[track];
    }
    return 0.0;
}

CollegeChoice::Utilities CollegeChoice::utilities(PersonId person, CityId home,
                                                  sim::Identity identity, Route route,
                                                  sim::Rng draws) const {
    Family family = families_[0][ses_[person]];
    family.is_informed = is_informed(information_, identity, params_.beliefs.know_rank);
    const Prospect* const seen = seen_.data() + home.row() * tracks;
    draws.skip_to(first_taste);
    const double working =
        Prospects::work_utility(seen[sim::index_of(track_of(attained_[person]))], family) +
        draws.gumbel();
    Utilities utilities{};
    for (std::size_t t = 0; t < college_tracks.size(); ++t) {
        const Prospect& place = seen[sim::index_of(college_tracks[t])];
        const double taste = draws.gumbel();
        utilities[t] =
            is_open(route, college_tracks[t]) && Prospects::is_affordable(place, family)
                ? static_cast<float>(constant(route, t) + by_places_[index_of(route)][t] +
                                     prospects_.utility(place, family) + taste - working)
                : never;
    }
    return utilities;
}

}  // namespace vocational
