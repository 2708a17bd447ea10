// SPDX-License-Identifier: Apache-2.0
// Whether recent completers work at their level, by province of residence and highest track.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class LevelMatchRate final : public TrackCellRatio<&LeaverCellTable::recent_level_matched,
                                                   &LeaverCellTable::recent_employed> {
  public:
    LevelMatchRate()
        : TrackCellRatio(
              {.unit = sim::unit::share,
               .dims = dims::region_track(),
               .doc = "Job requires exactly the level attained ÷ employed, among those who "
                      "completed their highest track at most 12 quarters ago (stock).",
               .measure = sim::Measure::ratio,
               .base_doc = "Employed who completed lately."},
              0) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(level_match_rate, LevelMatchRate);

}  // namespace vocational
