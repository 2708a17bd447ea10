// SPDX-License-Identifier: Apache-2.0
// The schools in which an instrument acts, as its `where` says: province, track and ownership any
// of those named, and limits below which a measure of the school must lie.
#pragma once

#include <string>
#include <vector>

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "sim/policy/instrument.hpp"

namespace vocational {

// For InstrumentSpec::where, with what else the instrument accepts.
inline std::vector<std::string> school_scope(std::vector<std::string> further = {}) {
    std::vector<std::string> where{"province",
                                   "track",
                                   "ownership",
                                   "below.spending_per_student",
                                   "below.stations_per_student",
                                   "below.teachers_per_student"};
    where.insert(where.end(), further.begin(), further.end());
    return where;
}

class SchoolsInScope {
  public:
    explicit SchoolsInScope(sim::Accessor& owner)
        : schools_(owner),
          city_(owner),
          track_(owner),
          first_(owner),
          programmes_(owner),
          enrolled_(owner),
          ownership_(owner),
          teachers_(owner),
          stations_(owner),
          funding_(owner),
          province_(owner),
          scale_(owner) {}

    // body(school) for each vocational school with students that is selected, in row order.
    template <class Body>
    void for_each(const sim::Instrument& instrument, Body&& body) const {
        for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
            const SchoolId school(row);
            if (is_vocational(track_[school]) && selects(instrument, school)) {
                body(school);
            }
        }
    }

    ProvinceId province(SchoolId school) const { return province_[city_[school]]; }
    CityId city(SchoolId school) const { return city_[school]; }
    Track track(SchoolId school) const { return track_[school]; }
    Ownership ownership(SchoolId school) const { return ownership_[school]; }
    double teachers(SchoolId school) const { return teachers_[school]; }
    double scale() const { return scale_.data()[0]; }
    std::int64_t agents(SchoolId school) const {
        std::int64_t sum = 0;
        for_programmes(school, [&](ProgrammeId programme) { sum += enrolled_[programme]; });
        return sum;
    }
    // People enrolled.
    double students(SchoolId school) const { return scale() * static_cast<double>(agents(school)); }
    double students(ProgrammeId programme) const { return scale() * enrolled_[programme]; }
    template <class Body>
    void for_programmes(SchoolId school, Body&& body) const {
        for (std::uint32_t i = 0; i < programmes_[school]; ++i) {
            body(ProgrammeId(first_[school] + i));
        }
    }

  private:
    bool selects(const sim::Instrument& instrument, SchoolId school) const {
        if (!instrument.applies("province", province(school).row()) ||
            !instrument.applies("track", sim::index_of(track_[school])) ||
            !instrument.applies("ownership", sim::index_of(ownership_[school]))) {
            return false;
        }
        const double people = students(school);
        return people > 0.0 &&
               instrument.applies_below("spending_per_student",
                                        static_cast<double>(funding_[school])) &&
               instrument.applies_below("stations_per_student", stations_[school] / people) &&
               instrument.applies_below("teachers_per_student", teachers_[school] / people);
    }

    sim::Rows<SchoolTable> schools_;
    sim::Read<&SchoolTable::city> city_;
    sim::Read<&SchoolTable::track> track_;
    sim::Read<&SchoolTable::first_programme> first_;
    sim::Read<&SchoolTable::programmes> programmes_;
    sim::Read<&ProgrammeTable::enrolled> enrolled_;
    sim::Read<&SchoolStateTable::ownership> ownership_;
    sim::Read<&SchoolStateTable::teachers> teachers_;
    sim::Read<&SchoolStateTable::stations> stations_;
    sim::Read<&SchoolStateTable::funding> funding_;
    sim::Read<&CityTable::province> province_;
    sim::Read<&NationTable::scale> scale_;
};

}  // namespace vocational
