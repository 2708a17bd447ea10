// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/articulation.hpp"

namespace vocational {

std::vector<ProgrammeOffer> Articulation::offers(std::size_t province, std::size_t people) const {
    std::vector<ProgrammeOffer> offers;
    for (const Track track : {Track::vocational_bachelor, Track::applied_bachelor}) {
        for (const std::uint32_t row : setting_.programmes(province, track)) {
            const ProgrammeId programme(row);
            const SchoolId school = school_[programme];
            offers.push_back({row, programme_field_[programme],
                              programme_share_[programme] * school_share_[school],
                              standing_[school], quality_[programme],
                              static_cast<std::int32_t>(people)});
        }
        if (!offers.empty()) {
            break;
        }
    }
    return offers;
}

void Articulation::run(const sim::Tick& tick) {
    const int year = tick.now().year();
    std::vector<std::vector<PersonId>> by_province(setting_.provinces());
    const std::size_t begin = std::max(
        persons_.first(), setting_.cohorts.first_row(tick.now() - 4 * (oldest_completer + 1)));
    setting_.cohorts.for_segments_of(
        begin, persons_.end(), [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                if (desk_.path(row).has_bachelor_place() && desk_.state(row) == State::unemployed &&
                    desk_.attained(row) == Attained::secondary_vocational &&
                    desk_.completed_in(row, year)) {
                    by_province[setting_.province_of[segment.home.row()].row()].push_back(
                        PersonId(row));
                }
            }
        });
    const sim::Stream stream = tick.stream(purpose());
    tick.executor().for_rows(by_province.size(), 1, [&](std::size_t province) {
        const std::vector<PersonId>& people = by_province[province];
        if (people.empty()) {
            return;
        }
        ProgrammeChoice choice(params_.choice, offers(province, people.size()));
        for (const PersonId person : people) {
            sim::Rng rng = stream.at(setting_.cohorts.identity(person), tick.key());
            std::uint32_t programme = 0;
            if (choice.take(field_[person], rng, programme)) {
                desk_.enrol(person, province, ProgrammeId(programme), Entry::articulation,
                            tick.now());
            }
        }
    });
}

}  // namespace vocational
