// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/work_entry.hpp"

#include <algorithm>

#include "models/vocational/phases/student_rows.hpp"
#include "sim/matching/application_market.hpp"

namespace vocational {

namespace {

// The longest track must end before the age up to which people are students.
constexpr int oldest_entrant = oldest_student - years_of(Track::vocational_bachelor);

double logistic(double x) {
    return 1.0 / (1.0 + sim::elementary::exp(-x));
}

}  // namespace

WorkEntry::WorkEntry(const Setting& setting, const Params& params, const sim::World& world)
    : Phase("work_entry", "People with work experience enter reserved seats."),
      setting_(setting),
      params_(params),
      persons_(world),
      prospects_(*this, setting, params),
      desk_(*this, setting),
      market_(*this, setting, params) {}

bool WorkEntry::is_eligible(std::size_t row) const {
    const State state = desk_.state(row);
    const Attained attained = desk_.attained(row);
    return (state == State::employed || state == State::unemployed) &&
           (attained == Attained::secondary_vocational || attained == Attained::technical_school ||
            attained == Attained::higher_vocational) &&
           experience_[PersonId(row)] >= 4.0 * params_.admission.work_years;
}

std::vector<Candidate> WorkEntry::candidates(const sim::Tick& tick,
                                             const std::vector<std::uint32_t>& places) const {
    const std::size_t n = setting_.provinces();
    std::array<bool, college_tracks.size()> is_open{};
    for (std::size_t cell = 0; cell < places.size(); ++cell) {
        is_open[cell / n] = is_open[cell / n] || places[cell] > 0;
    }
    const Families families(params_.choice);
    const sim::Stream stream = tick.stream(purpose());
    const sim::Stream information = tick.stream(information_purpose);
    const double takeup = params_.admission.adult_takeup;
    const double usual = sim::elementary::log(takeup / (1.0 - takeup));
    const std::size_t begin = std::max(
        persons_.first(), setting_.cohorts.first_row(tick.now() - 4 * (oldest_entrant + 1)));
    std::vector<Candidate> list;
    setting_.cohorts.for_segments_of(
        begin, persons_.end(), [&](const Segment& segment, std::size_t from, std::size_t to) {
            std::array<Prospect, tracks> seen;
            for (std::size_t t = 0; t < tracks; ++t) {
                seen[t] = prospects_.of(segment.home, static_cast<Track>(t));
            }
            for (std::size_t row = from; row < to; ++row) {
                if (!is_eligible(row)) {
                    continue;
                }
                const PersonId person(row);
                const sim::Identity identity = segment.identity(row);
                sim::Rng rng = stream.at(identity, tick.key());
                Family family = families[ses_[person]];
                family.is_informed = is_informed(information, identity, params_.beliefs.know_rank);
                const Track own = track_of(desk_.attained(row));
                const double working = Prospects::work_utility(seen[sim::index_of(own)], family);
                const double score = 0.5 * general_skill_[person] +
                                     0.5 * desk_.specific_skill(person) +
                                     params_.admission.exam_noise * rng.normal();
                Candidate one{
                    static_cast<std::uint32_t>(row),
                    static_cast<std::uint8_t>(setting_.province_of[segment.home.row()].row()),
                    field_[person],
                    Entry::work,
                    static_cast<float>(score),
                    rng.bits64(),
                    {},
                    identity};
                const double wish = rng.uniform();
                double best = -40.0;
                for (std::size_t t = 0; t < college_tracks.size(); ++t) {
                    const Prospect& place = seen[sim::index_of(college_tracks[t])];
                    const double gain = prospects_.utility(place, family) - working;
                    const double taste = rng.gumbel();
                    const bool is_listed = is_open[t] &&
                                           level_of(college_tracks[t]) > level_of(own) &&
                                           Prospects::is_affordable(place, family);
                    constexpr double listed = 40.0;
                    one.utility[t] = is_listed ? static_cast<float>(listed + gain + taste) : -1.0F;
                    best = is_listed ? std::max(best, gain) : best;
                }
                if (wish < logistic(usual + best)) {
                    list.push_back(one);
                }
            }
        });
    return list;
}

void WorkEntry::run(const sim::Tick& tick) {
    const std::vector<std::uint32_t> places =
        market_.whole_places(tick, purpose(), work_seats_.data());
    if (std::all_of(places.begin(), places.end(), [](std::uint32_t n) { return n == 0; })) {
        return;
    }
    std::vector<Candidate> people = candidates(tick, places);
    market_.assign(tick, purpose(), people, places);
    market_.place(tick, purpose(), desk_, people, ProgrammeSeats::unlimited);
}

}  // namespace vocational
