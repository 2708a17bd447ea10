// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/enrolment_desk.hpp"

#include <cmath>

#include "models/vocational/agents/count.hpp"

namespace vocational {

namespace {

// Quarters counted as done when a person who has done `before` enters by that door.
std::uint8_t entry_duration(Entry entry, std::uint8_t before) {
    switch (entry) {
        case Entry::zhongkao:
        case Entry::gaokao:
        case Entry::vocational_exam:
        case Entry::comeback:
        case Entry::articulation:
        case Entry::work:
            return 0;
        case Entry::change:
            return before;
        case Entry::transfer:
            return 4;  // two of three years are left
        case Entry::upgrade:
            return 8;  // two of four years are left
    }
    return 0;
}

}  // namespace

void EnrolmentDesk::count(PersonId person, std::size_t home_province, ProgrammeId programme,
                          TrackCellId cell, Track track, Entry entry) const {
    const TrackCellId home = track_cell(ProvinceId(home_province), track);
    add_to(by_route_[route_cell(ProvinceId(home_province), entry)], 1);
    switch (entry) {
        case Entry::comeback:
            add_to(comebacks_[home], 1);
            [[fallthrough]];
        case Entry::zhongkao:
        case Entry::gaokao:
        case Entry::vocational_exam:
            add_to(admitted_[programme], 1);
            add_to(group_intake_[group_of(origin_[person], ses_[person])], 1);
            add_to(field_intake_[FieldId(sim::index_of(programme_field_[programme]))], 1);
            add_to(intake_[cell], 1);
            add_to(entrants_[home], 1);
            add_to(entrant_ability_[home],
                   static_cast<std::int64_t>(std::floor(1000.0 * ability_[person] + 0.5)));
            break;
        case Entry::transfer:
            add_to(transfers_in_[cell], 1);
            break;
        case Entry::upgrade:
            add_to(upgrade_entrants_[cell], 1);
            break;
        case Entry::articulation:
            add_to(articulated_[cell], 1);
            break;
        case Entry::work:
            add_to(from_work_[home], 1);
            break;
        case Entry::change:
            add_to(changes_[home], 1);
            break;
    }
}

void EnrolmentDesk::enrol(PersonId person, std::size_t home_province, ProgrammeId programme,
                          Entry entry, sim::Quarter now) const {
    const SchoolId school = school_[programme];
    const Track track = school_track_[school];
    const TrackCellId cell = track_cell(setting_.province_of[school_city_[school].row()], track);
    if (state_[person] == State::employed) {
        end_job({state_.data(), link_.data(), duration_.data(), occupation_.data(), wage_.data(),
                 specific_skill_.data(), firm_bound_.data(), headcount_.data()},
                person.row(), State::enrolled);
    }
    state_[person] = State::enrolled;
    link_[person] = Link(programme);
    duration_[person] = entry_duration(entry, duration_[person]);
    contract_[person].sign(ContractKind::none);  // no longer waits for a reserved post
    lose_firm_bound(specific_skill_[person], firm_bound_[person]);
    Path& path = path_[person];
    if (!path.has_first_track()) {
        path.start(track);
    } else if (track == Track::general_high || level_of(track) > level_of(path.first_track())) {
        path.move_up();
        if (is_vocational(path.first_track())) {
            add_to(climbs_[ProvinceId(home_province)], 1);
        }
    }
    add_to(enrolled_[programme], 1);
    add_to(joined_[programme], 1);
    count(person, home_province, programme, cell, track, entry);
    const Attained attained = attained_[person];
    if (has_track(attained) && completed_in(person.row(), now.year()) &&
        level_of(track) > level_of(attained)) {
        add_to(continuers_[track_cell(ProvinceId(home_province), track_of(attained))], 1);
    }
}

}  // namespace vocational
