// SPDX-License-Identifier: Apache-2.0
// What completers earn about half a year out, by province of residence.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class StartingWage final
    : public TrackCellRatio<&LeaverCellTable::starting_wage_sum, &LeaverCellTable::placed> {
  public:
    StartingWage()
        : TrackCellRatio({.unit = sim::unit::yuan_per_year,
                          .dims = dims::region_track(),
                          .doc = "Mean gross wage at the end of Q4 of completers of Q2 who are "
                                 "then employed (Q4).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Employed completers of Q2.",
                          .headline = true},
                         4) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(starting_wage, StartingWage);

}  // namespace vocational
