// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/strand_change.hpp"

#include <array>

#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

namespace {

// Quarters done by those who have another year before them.
bool is_between_years(int quarters) {
    return quarters > 0 && quarters % 4 == 0 && quarters < 4 * years_of(Track::comprehensive_high);
}

Track other_strand(Track track) {
    return track == Track::comprehensive_high ? Track::secondary_vocational
                                              : Track::comprehensive_high;
}

}  // namespace

bool StrandChange::is_any_enrolled() const {
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (const std::uint32_t row : setting_.programmes(p, Track::comprehensive_high)) {
            if (desk_.students(ProgrammeId(row)) > 0) {
                return true;
            }
        }
    }
    return false;
}

bool StrandChange::wants_to_change(PersonId person, Track track, CityId home, const Family& family,
                                   sim::Rng rng) const {
    const ChoiceParams& c = params_.choice;
    const double marks = 0.5 * ability_[person] + 0.5 * general_skill_[person] +
                         0.5 * params_.admission.exam_noise * rng.normal();
    const double talents = c.vocational_ability * marks +
                           c.vocational_aptitude * aptitude_[person] +
                           c.vocational_ses * family.status;
    const double difference =
        prospects_.utility(prospects_.of(home, Track::secondary_vocational), family) -
        prospects_.utility(prospects_.of(home, Track::general_high), family);
    const double rate = params_.admission.switch_rate;
    const double gain =
        track == Track::comprehensive_high ? talents + difference : -(talents + difference);
    const double odds = rate / (1.0 - rate) * sim::elementary::exp(gain);
    return rng.uniform() < odds / (1.0 + odds);
}

// Moves people into schools of their city, in order of their rows.
void StrandChange::change(const sim::Tick& tick, CityId city, Track track,
                          const std::vector<PersonId>& people) {
    std::vector<ProgrammeOffer> offers;
    const RowRange range = setting_.schools(city, track);
    for (std::uint32_t s = range.begin; s < range.end; ++s) {
        const SchoolId school(s);
        for (std::uint32_t k = 0; k < programmes_[school]; ++k) {
            const ProgrammeId programme(first_programme_[school] + k);
            offers.push_back({programme.value(), programme_field_[programme],
                              programme_share_[programme], standing_[school], quality_[programme],
                              static_cast<std::int32_t>(people.size())});
        }
    }
    ProgrammeChoice choice(params_.choice, std::move(offers));
    const sim::Stream stream = tick.stream(purpose().part("programme"));
    for (const PersonId person : people) {
        const Segment segment = setting_.cohorts.segment_of(person.row());
        sim::Rng rng = stream.at(segment.identity(person.row()), tick.key());
        std::uint32_t programme = 0;
        if (!choice.take(Field::general, rng, programme)) {
            continue;  // the city has no such school
        }
        desk_.release(person);
        desk_.contract(person).choose_again();
        desk_.enrol(person, setting_.province_of[segment.home.row()].row(), ProgrammeId(programme),
                    Entry::change, tick.now());
    }
}

void StrandChange::run(const sim::Tick& tick) {
    if (!is_any_enrolled()) {
        return;
    }
    const Families families(params_.choice);
    const sim::Stream stream = tick.stream(purpose());
    const sim::Stream information = tick.stream(information_purpose);
    std::array<std::vector<std::vector<PersonId>>, tracks> to_track;
    to_track.fill(std::vector<std::vector<PersonId>>(setting_.cities()));
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    setting_.cohorts.for_segments_of(
        begin, persons_.end(), [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                const PersonId person(row);
                const Path& path = desk_.path(row);
                if (desk_.state(row) != State::enrolled || !path.has_first_track() ||
                    path.first_track() != Track::comprehensive_high ||
                    !is_between_years(desk_.quarters_in_state(row))) {
                    continue;
                }
                const SchoolId school = school_[desk_.programme(row)];
                const Track track = track_[school];
                if (track != Track::comprehensive_high && track != Track::secondary_vocational) {
                    continue;
                }
                const sim::Identity identity = segment.identity(row);
                Family family = families[ses_[person]];
                family.is_informed = is_informed(information, identity, params_.beliefs.know_rank);
                if (wants_to_change(person, track, segment.home, family,
                                    stream.at(identity, tick.key()))) {
                    to_track[sim::index_of(other_strand(track))][city_[school].row()].push_back(
                        person);
                }
            }
        });
    for (const Track track : {Track::secondary_vocational, Track::comprehensive_high}) {
        const std::vector<std::vector<PersonId>>& by_city = to_track[sim::index_of(track)];
        for (std::size_t c = 0; c < by_city.size(); ++c) {
            if (!by_city[c].empty()) {
                change(tick, CityId(c), track, by_city[c]);
            }
        }
    }
}

}  // namespace vocational
