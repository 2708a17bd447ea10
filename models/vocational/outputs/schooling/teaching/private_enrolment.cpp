// SPDX-License-Identifier: Apache-2.0
// Students of private schools, by province of the school.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PrivateEnrolment final : public TrackCellCount<&SchoolMeasureTable::private_students> {
  public:
    PrivateEnrolment() : TrackCellCount("People enrolled in private schools (stock).") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(private_enrolment, PrivateEnrolment);

}  // namespace vocational
