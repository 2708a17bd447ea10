// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/promised_places.hpp"

#include <algorithm>

#include "sim/matching/apportion.hpp"

namespace vocational {

namespace {

constexpr int years_of_school = years_of(Track::secondary_vocational);

std::size_t position_of(Track track) {
    const auto at = std::find(college_tracks.begin(), college_tracks.end(), track);
    return static_cast<std::size_t>(at - college_tracks.begin());
}

}  // namespace

bool PromisedPlaces::holds(std::size_t row, Promise promise) const {
    const Path& path = desk_.path(row);
    return promise == Promise::five_year ? path.has_five_year_place() : path.has_bachelor_place();
}

std::vector<std::int64_t> PromisedPlaces::promised(const sim::Tick& tick, Promise promise) const {
    const int entry = tick.now().year() - years_of_school;
    const auto first_born = [&](int year) {
        return std::max(persons_.first(), setting_.cohorts.first_row(sim::Quarter(year - 16, 4)));
    };
    std::vector<std::int64_t> count(setting_.provinces(), 0);
    setting_.cohorts.for_segments_of(
        first_born(entry), first_born(entry + 1),
        [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                count[setting_.province_of[segment.home.row()].row()] +=
                    holds(row, promise) ? 1 : 0;
            }
        });
    return count;
}

std::vector<std::vector<PromisedPlaces::Completer>> PromisedPlaces::completers(
    const sim::Tick& tick, Promise promise) const {
    const int year = tick.now().year();
    std::vector<std::vector<Completer>> by_province(setting_.provinces());
    const std::size_t begin = std::max(
        persons_.first(), setting_.cohorts.first_row(tick.now() - 4 * (oldest_completer + 1)));
    setting_.cohorts.for_segments_of(
        begin, persons_.end(), [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                if (desk_.state(row) != State::unemployed ||
                    desk_.attained(row) != Attained::secondary_vocational ||
                    !desk_.completed_in(row, year)) {
                    continue;
                }
                const PersonId person(row);
                by_province[setting_.province_of[segment.home.row()].row()].push_back(
                    {static_cast<std::uint32_t>(row), segment.home, segment.identity(row),
                     static_cast<float>(general_skill_[person] + desk_.specific_skill(person)),
                     holds(row, promise)});
            }
        });
    return by_province;
}

double PromisedPlaces::share_of(ProgrammeId programme) const {
    return static_cast<double>(programme_share_[programme]) *
           static_cast<double>(school_share_[school_[programme]]);
}

bool PromisedPlaces::has_seats(std::size_t province, Track track) const {
    const std::vector<std::uint32_t>& rows = setting_.programmes(province, track);
    return std::any_of(rows.begin(), rows.end(),
                       [&](std::uint32_t row) { return share_of(ProgrammeId(row)) > 0.0; });
}

std::vector<ProgrammeOffer> PromisedPlaces::offers(std::size_t province, Track track,
                                                   std::int64_t places, double offset) const {
    const std::vector<std::uint32_t>& rows = setting_.programmes(province, track);
    std::vector<double> shares;
    for (const std::uint32_t row : rows) {
        shares.push_back(share_of(ProgrammeId(row)));
    }
    std::vector<std::int64_t> whole(rows.size());
    sim::apportion_total(shares, places, offset, whole);
    std::vector<ProgrammeOffer> offers;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ProgrammeId programme(rows[i]);
        offers.push_back({rows[i], programme_field_[programme], static_cast<float>(shares[i]),
                          standing_[school_[programme]], quality_[programme],
                          static_cast<std::int32_t>(whole[i])});
    }
    return offers;
}

void PromisedPlaces::fill(const sim::Tick& tick, sim::Purpose purpose, Promise promise,
                          const std::vector<std::int64_t>& places, const std::vector<Track>& kinds,
                          Entry entry) {
    if (std::all_of(places.begin(), places.end(), [](std::int64_t n) { return n == 0; })) {
        return;
    }
    choice_.look(tick);
    std::vector<std::vector<Completer>> by_province = completers(tick, promise);
    const sim::Stream tastes = exam_stream(tick, Route::vocational_exam);
    const sim::Stream programmes = tick.stream(purpose.part("programme"));
    const sim::Stream rounding = tick.stream(purpose.part("places"));
    tick.executor().for_rows(by_province.size(), 1, [&](std::size_t p) {
        const auto track =
            std::find_if(kinds.begin(), kinds.end(), [&](Track one) { return has_seats(p, one); });
        if (track == kinds.end() || places[p] == 0) {
            return;
        }
        sim::Rng offset = rounding.at(sim::Identity{p}, tick.key());
        ProgrammeChoice choice(params_.choice, offers(p, *track, places[p], offset.uniform()));
        std::vector<Completer>& people = by_province[p];
        std::sort(people.begin(), people.end(), [](const Completer& a, const Completer& b) {
            if (a.is_promised != b.is_promised) {
                return a.is_promised;
            }
            return a.score != b.score ? a.score > b.score : a.row < b.row;
        });
        const std::size_t place = position_of(*track);
        for (const Completer& one : people) {
            const PersonId person(one.row);
            const CollegeChoice::Utilities utility =
                choice_.utilities(person, one.home, one.identity, Route::promise,
                                  tastes.at(one.identity, tick.key()));
            if (utility[place] <= 0.0F) {
                continue;  // declines
            }
            std::uint32_t programme = 0;
            if (!choice.take(field_[person], programmes.at(one.identity, tick.key()), programme)) {
                break;
            }
            desk_.enrol(person, p, ProgrammeId(programme), entry, tick.now());
        }
    });
}

}  // namespace vocational
