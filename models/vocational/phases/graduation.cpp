// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/graduation.hpp"

#include "models/vocational/agents/count.hpp"
#include "models/vocational/phases/away.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

void Graduation::complete(const sim::Tick& tick, const Segment& segment, PersonId person,
                          double postgraduate, const sim::Stream& stream) {
    const ProgrammeId programme = link_[person].programme();
    const SchoolId school = school_[programme];
    const Track track = track_[school];
    attained_[person] = attained_by(track);
    field_[person] = programme_field_[programme];
    completed_[person] = static_cast<std::uint8_t>(tick.now().index() & 255);
    recorder_.note(programme, general_skill_[person], contracts_.specific_skill(person));
    const int entry_year = (tick.now() - (duration_[person] - 1)).year();
    duration_[person] = 0;
    const sim::Identity identity = segment.identity(person.row());
    const sim::Rng rng = stream.at(identity, tick.key());
    const bool leaves = quarters_away(params_, track, origin_[person].sex(), postgraduate, rng) > 0;
    state_[person] = leaves ? State::away : State::unemployed;
    link_[person] = contracts_.complete(person, identity, programme, entry_year, leaves, tick);
    add_to(enrolled_[programme], -1);
    add_to(left_[programme], 1);
    add_to(graduates_[track_cell(setting_.province_of[city_[school].row()], track)], 1);
    add_to(completers_[track_cell(setting_.province_of[segment.home.row()], track)], 1);
}

void Graduation::run(const sim::Tick& tick) {
    recorder_.clear(programmes_.end());
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    const double postgraduate =
        records_.postgraduate_share(std::min(tick.now().year(), setting_.base_year));
    const sim::Stream stream = tick.stream(purpose());
    setting_.cohorts.for_segments(
        tick.executor(), begin, persons_.end(),
        [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                const PersonId person(row);
                if (state_[person] == State::enrolled &&
                    duration_[person] >= 4 * years_of(track_[school_[link_[person].programme()]])) {
                    complete(tick, segment, person, postgraduate, stream);
                }
            }
        });
}

}  // namespace vocational
