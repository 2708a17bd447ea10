// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/college_entry.hpp"

#include <algorithm>

#include "sim/matching/application_market.hpp"
#include "sim/matching/apportion.hpp"

namespace vocational {

CollegeEntry::CollegeEntry(const Setting& setting, const Params& params, const sim::World& world)
    : Phase("college_entry", "Gaokao and vocational college exam: entry to colleges."),
      setting_(setting),
      params_(params),
      persons_(world),
      desk_(*this, setting),
      choice_(*this, setting, params),
      market_(*this, setting, params) {}

bool CollegeEntry::applies(std::size_t row, Route route, int year) const {
    const Attained attained = desk_.attained(row);
    const bool is_general =
        attained == Attained::general_high || attained == Attained::comprehensive_high;
    const bool is_vocational =
        attained == Attained::secondary_vocational || attained == Attained::technical_school;
    const State state = desk_.state(row);
    if (state == State::enrolled || state == State::away ||
        !(route == Route::gaokao ? is_general : is_vocational)) {
        return false;
    }
    return desk_.completed_in(row, year) ||
           (desk_.completed_in(row, year - 1) && desk_.path(row).was_refused());
}

Candidate CollegeEntry::candidate(const Segment& segment, std::size_t row, Route route,
                                  sim::Rng rng) const {
    const PersonId person(row);
    const ProvinceId home = setting_.province_of[segment.home.row()];
    const double culture = 0.5 * ability_[person] + 0.5 * general_skill_[person];
    const double weight = route == Route::gaokao ? 0.0 : skill_weight_[home];
    const sim::Rng draws = rng;
    const double score = (1.0 - weight) * culture + weight * desk_.specific_skill(person) +
                         params_.admission.exam_noise * rng.normal();
    return {static_cast<std::uint32_t>(row),
            static_cast<std::uint8_t>(home.row()),
            field_[person],
            route == Route::gaokao ? Entry::gaokao : Entry::vocational_exam,
            static_cast<float>(score),
            rng.bits64(),
            choice_.utilities(person, segment.home, segment.identity(row), route, draws),
            segment.identity(row)};
}

std::vector<Candidate> CollegeEntry::candidates(const sim::Tick& tick, Route route) const {
    const sim::Stream stream = exam_stream(tick, route);
    const sim::Stream again = tick.stream(purpose().part("again"));
    const int year = tick.now().year();
    const std::size_t begin = std::max(
        persons_.first(), setting_.cohorts.first_row(tick.now() - 4 * (oldest_completer + 1)));
    std::vector<Candidate> list = setting_.cohorts.list_of(
        tick.executor(), begin, persons_.end(),
        [&](std::size_t row) { return applies(row, route, year); },
        [&](const Segment& segment, std::size_t row) {
            const sim::Identity identity = segment.identity(row);
            Candidate one = candidate(segment, row, route, stream.at(identity, tick.key()));
            if (!desk_.completed_in(row, year) &&
                !again.at(identity, tick.key()).bernoulli(params_.admission.reapply_share)) {
                one.utility.fill(-1.0F);  // lists nothing
            }
            return one;
        });
    std::erase_if(list, [](const Candidate& one) { return one.lists_nothing(); });
    return list;
}

std::vector<std::uint32_t> CollegeEntry::open_places() const {
    std::vector<std::uint32_t> open;
    for (const Track track : college_tracks) {
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            open.push_back(
                static_cast<std::uint32_t>(open_seats_[track_cell(ProvinceId(p), track)]));
        }
    }
    return open;
}

// The part of each cell's seats that the vocational college exam fills.
std::vector<std::uint32_t> CollegeEntry::exam_places(const std::vector<std::uint32_t>& open,
                                                     const sim::Tick& tick) const {
    const std::size_t n = setting_.provinces();
    const sim::Stream stream = tick.stream(purpose().part("exam places"));
    std::vector<std::uint32_t> places;
    std::vector<double> entitlements(n);
    std::vector<std::int64_t> whole(n);
    for (std::size_t t = 0; t < college_tracks.size(); ++t) {
        for (std::size_t p = 0; p < n; ++p) {
            entitlements[p] = open[college_cell(t, p, n)] *
                              exam_share_[track_cell(ProvinceId(p), college_tracks[t])];
        }
        sim::Rng rng = stream.at(sim::Identity{t}, tick.key());
        sim::apportion(entitlements, rng.uniform(), whole);
        for (std::size_t p = 0; p < n; ++p) {
            places.push_back(
                std::min(open[college_cell(t, p, n)], static_cast<std::uint32_t>(whole[p])));
        }
    }
    return places;
}

void CollegeEntry::run(const sim::Tick& tick) {
    const std::size_t n = setting_.provinces();
    choice_.look(tick);
    std::vector<Candidate> general = candidates(tick, Route::gaokao);
    std::vector<Candidate> vocational = candidates(tick, Route::vocational_exam);
    market_.count(general);
    market_.count(vocational);
    const std::vector<std::uint32_t> open = open_places();
    const std::vector<std::uint32_t> exam = exam_places(open, tick);
    std::vector<std::uint32_t> ordinary(open.size());
    for (std::size_t cell = 0; cell < open.size(); ++cell) {
        ordinary[cell] = open[cell] - exam[cell];
    }
    market_.assign(tick, purpose().part("gaokao"), general, ordinary);
    // What general leavers left empty joins the exam's quota, bachelor seats excepted: they belong
    // to the gaokao.
    std::vector<std::uint32_t> left = open;
    for (const Candidate& person : general) {
        if (person.cell != sim::unassigned) {
            --left[person.cell];
        }
    }
    for (std::size_t cell = 0; cell < open.size(); ++cell) {
        if (college_tracks[cell / n] == Track::applied_bachelor ||
            college_tracks[cell / n] == Track::academic_bachelor) {
            left[cell] = exam[cell];
        }
    }
    market_.assign(tick, purpose().part("vocational exam"), vocational, left);
    std::vector<Candidate> all = std::move(general);
    all.insert(all.end(), vocational.begin(), vocational.end());
    for (const Candidate& person : all) {
        if (person.cell == sim::unassigned && desk_.completed_in(person.row, tick.now().year())) {
            desk_.path(person.row).note_refusal();
        }
    }
    market_.place(tick, purpose(), desk_, all, ProgrammeSeats::open_seats);
}

}  // namespace vocational
