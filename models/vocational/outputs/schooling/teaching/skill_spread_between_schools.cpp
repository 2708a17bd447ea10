// SPDX-License-Identifier: Apache-2.0
// How much schools of a kind differ in what their completers know.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SkillSpreadBetweenSchools final : public CensusOutput {
  public:
    SkillSpreadBetweenSchools()
        : CensusOutput({.unit = sim::unit::score,
                        .dims = dims::region_track(),
                        .doc = "Standard deviation of schools' mean s of completers, weighted with "
                               "completers, within the province (Q2).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Completers."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(2)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            const double completers = people(graduates_[cell]);
            out.ratio(0, spread_[cell] * completers, completers, p, t);
        });
    }

  private:
    sim::Read<&SchoolMeasureTable::skill_spread> spread_{*this};
    sim::Read<&SchoolMeasureTable::graduates> graduates_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(skill_spread_between_schools, SkillSpreadBetweenSchools);

}  // namespace vocational
