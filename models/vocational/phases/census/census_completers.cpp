// SPDX-License-Identifier: Apache-2.0
// Who completed a track lately, and what became of them.
#include "models/vocational/phases/census/census_counts.hpp"

namespace vocational {

void Census::note_leaver(const Today& today, PersonId person, std::size_t province,
                         unsigned elapsed, Part& part) const {
    const State state = state_[person];
    const Track track = track_of(attained_[person]);
    census::Leavers& cell = part.leavers[province * tracks + sim::index_of(track)];
    const bool is_employed = state == State::employed;
    const Field field = field_[person];
    const bool is_in_field =
        is_employed && field != Field::general && occupation_[person].field() == field;
    for (census::Completers* sum : {&part.of_group[group_of(origin_[person], ses_[person]).row()],
                                    &part.of_field[sim::index_of(field)]}) {
        sum->graduates += today.is_second && elapsed == 0 ? 1 : 0;
        sum->employed += is_employed ? 1 : 0;
        sum->field_matched += is_in_field ? 1 : 0;
    }
    if (elapsed == today.since_second) {
        note_completer(person, is_in_field, cell, part);
    }
    if (!is_employed) {
        return;
    }
    ++cell.employed;
    if (sim::index_of(occupation_[person].level()) == sim::index_of(level_of(track))) {
        ++cell.level_matched;  // job levels and levels of attainment run in parallel
    }
    if (field != Field::general) {
        ++cell.with_field;
        cell.field_matched += is_in_field ? 1 : 0;
    }
}

// Of the last second quarter.
void Census::note_completer(PersonId person, bool is_in_field, census::Leavers& cell,
                            Part& part) const {
    const State state = state_[person];
    const bool is_enrolled = state == State::enrolled;
    const bool is_leaver = !is_enrolled && state != State::away;
    const bool is_placed = state == State::employed;
    const std::int64_t wage = is_placed ? census::yuan_per_count * wage_[person].count() : 0;
    cell.studying += is_leaver ? 0 : 1;
    cell.leavers += is_leaver ? 1 : 0;
    cell.placed += is_placed ? 1 : 0;
    cell.placed_in_field += is_in_field ? 1 : 0;
    cell.starting_wages += wage;
    const bool goes_on =
        is_enrolled && level_of(school_track_[school_[link_[person].programme()]]) >
                           level_of(track_of(attained_[person]));
    for (census::Completers* sum : {&part.of_group[group_of(origin_[person], ses_[person]).row()],
                                    &part.of_field[sim::index_of(field_[person])]}) {
        ++sum->all;
        sum->continuers += goes_on ? 1 : 0;
        sum->leavers += is_leaver ? 1 : 0;
        sum->placed += is_placed ? 1 : 0;
        sum->starting_wages += wage;
    }
}

void Census::publish_leavers(const Counts& counts) {
    for (std::size_t i = 0; i < counts.leavers.size(); ++i) {
        const TrackCellId cell(i);
        const census::Leavers& counted = counts.leavers[i];
        leavers_[cell] = counted.leavers;
        placed_[cell] = counted.placed;
        studying_[cell] = counted.studying;
        starting_wage_sum_[cell] = counted.starting_wages;
        placed_in_field_[cell] = counted.placed_in_field;
        recent_employed_[cell] = counted.employed;
        level_matched_[cell] = counted.level_matched;
        with_field_[cell] = counted.with_field;
        field_matched_[cell] = counted.field_matched;
    }
}

void Census::publish_completers(const Counts& counts) {
    for (std::size_t g = 0; g < groups; ++g) {
        const GroupId group(g);
        const census::Completers& sum = counts.of_group[g];
        group_graduates_[group] = sum.graduates;
        group_leavers_[group] = sum.leavers;
        group_placed_[group] = sum.placed;
        group_starting_[group] = sum.starting_wages;
        group_completers_[group] = sum.all;
        group_continuers_[group] = sum.continuers;
    }
    for (std::size_t f = 0; f < fields; ++f) {
        const FieldId field(f);
        const census::Completers& sum = counts.of_field[f];
        field_graduates_[field] = sum.graduates;
        field_leavers_[field] = sum.leavers;
        field_placed_[field] = sum.placed;
        field_starting_[field] = sum.starting_wages;
        field_recent_[field] = sum.employed;
        field_recent_matched_[field] = sum.field_matched;
    }
}

}  // namespace vocational
