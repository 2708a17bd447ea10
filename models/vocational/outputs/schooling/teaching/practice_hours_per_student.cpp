// SPDX-License-Identifier: Apache-2.0
// Practice that stations, own and reachable, allow a student of a vocational track.
#include "models/vocational/agents/schools/school_measure.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PracticeHoursPerStudent final : public CensusOutput {
  public:
    PracticeHoursPerStudent()
        : CensusOutput({.unit = school_unit::hours_per_student_year,
                        .dims = dims::region_track(),
                        .doc = "Hours a year at practice stations ÷ students; vocational tracks "
                               "only (stock).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Students.",
                        .headline = true}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (const Track track : vocational_tracks) {
                const TrackCellId cell = track_cell(province, track);
                out.ratio(0, people(hours_[cell]), people(students_[cell]), p,
                          sim::index_of(track));
            }
        });
    }

  private:
    sim::Read<&SchoolMeasureTable::practice_hours> hours_{*this};
    sim::Read<&SchoolMeasureTable::students> students_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(practice_hours_per_student, PracticeHoursPerStudent);

}  // namespace vocational
