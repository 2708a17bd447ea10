// SPDX-License-Identifier: Apache-2.0
// 4.12 How far those have come who began in a track at 15 four and eight years ago: at or above
// college, in or above bachelor programmes. By home, after the admissions of the year. Cohorts that
// began before the run are not counted: the initial state holds where they stand, not all that they
// did.
#pragma once

#include "models/vocational/agents/count.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/phases/student_rows.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class NoteReached final : public sim::Phase {
  public:
    NoteReached(const Setting& setting, const sim::World& world)
        : Phase("note_reached",
                "Counts who reached college and bachelor programmes, and vocational students."),
          setting_(setting),
          persons_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        for_cohort(tick, 4, [this](TrackCellId cell, Level reached) {
            add_to(starters_4_[cell], 1);
            add_to(college_[cell], reached >= Level::associate ? 1 : 0);
        });
        for_cohort(tick, 8, [this](TrackCellId cell, Level reached) {
            add_to(starters_8_[cell], 1);
            add_to(bachelor_[cell], reached == Level::bachelor ? 1 : 0);
        });
        count_students(tick);
    }

  private:
    // body(home province × first track, highest level completed or enrolled in) for everybody who
    // was 15 that many years ago and has entered a track.
    template <class Body>
    void for_cohort(const sim::Tick& tick, int years, Body&& body) const {
        const int entry = tick.now().year() - years;
        if (entry < setting_.first_year) {
            return;
        }
        const std::size_t first =
            std::max(persons_.first(), setting_.cohorts.first_row(sim::Quarter(entry - 16, 4)));
        const std::size_t last = std::max(
            first,
            std::min(persons_.end(), setting_.cohorts.first_row(sim::Quarter(entry - 15, 4))));
        setting_.cohorts.for_segments(
            tick.executor(), first, last,
            [&](const Segment& segment, std::size_t from, std::size_t to) {
                const ProvinceId home = setting_.province_of[segment.home.row()];
                for (std::size_t row = from; row < to; ++row) {
                    const PersonId person(row);
                    if (path_[person].has_first_track()) {
                        body(track_cell(home, path_[person].first_track()), level(person));
                    }
                }
            });
    }
    // Who is in a vocational track now, and who was a year ago.
    void count_students(const sim::Tick& tick) {
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            students_before_[ProvinceId(p)] = students_[ProvinceId(p)];
            students_[ProvinceId(p)] = 0;
        }
        setting_.cohorts.for_segments(
            tick.executor(), first_student_row(setting_, persons_, tick.now()), persons_.end(),
            [&](const Segment& segment, std::size_t from, std::size_t to) {
                std::int32_t count = 0;
                for (std::size_t row = from; row < to; ++row) {
                    const PersonId person(row);
                    const bool is_student =
                        state_[person] == State::enrolled &&
                        is_vocational(track_[school_[link_[person].programme()]]);
                    count += is_student ? 1 : 0;
                }
                add_to(students_[setting_.province_of[segment.home.row()]], count);
            });
    }
    Level level(PersonId person) const {
        const Level completed = level_of(attained_[person]);
        if (state_[person] != State::enrolled) {
            return completed;
        }
        return std::max(completed, level_of(track_[school_[link_[person].programme()]]));
    }

    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::path> path_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Scatter<&PathwayTable::starters_4> starters_4_{*this};
    sim::Scatter<&PathwayTable::reached_college> college_{*this};
    sim::Scatter<&PathwayTable::starters_8> starters_8_{*this};
    sim::Scatter<&PathwayTable::reached_bachelor> bachelor_{*this};
    sim::Scatter<&ClimbTable::students> students_{*this};
    sim::Write<&ClimbTable::students_before> students_before_{*this};
};

}  // namespace vocational
