// SPDX-License-Identifier: Apache-2.0
// Value of schools' own practice stations, at the price of new ones.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class EquipmentPerStudent final : public PerStudent<&SchoolMeasureTable::equipment_value> {
  public:
    EquipmentPerStudent()
        : PerStudent(
              {.unit = school_unit::yuan_per_student,
               .dims = dims::region_track(),
               .doc = "Own stations in working order × price of a station ÷ enrolled (stock).",
               .measure = sim::Measure::ratio,
               .base_doc = "Students.",
               .headline = true}) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(equipment_per_student, EquipmentPerStudent);

}  // namespace vocational
