// SPDX-License-Identifier: Apache-2.0
// Specific skill of completers on the scale of the reference year; none where no field is taught.
#include "models/vocational/agents/schools/school_measure.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class TechnicalSkillAtGraduation final : public CensusOutput {
  public:
    TechnicalSkillAtGraduation()
        : CensusOutput({.unit = sim::unit::score,
                        .dims = dims::region_track(),
                        .doc =
                            "Mean s of completers; 0 and 1 = mean and sd of vocational completers "
                            "of the reference year; missing where no field is taught (Q2).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Completers.",
                        .headline = true}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(2)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            const auto track = static_cast<Track>(t);
            if (track != Track::general_high && track != Track::comprehensive_high) {
                out.ratio(0, people(skill_[cell]), people(graduates_[cell]), p, t);
            }
        });
    }

  private:
    sim::Read<&SchoolMeasureTable::technical_skill> skill_{*this};
    sim::Read<&SchoolMeasureTable::graduates> graduates_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(technical_skill_at_graduation, TechnicalSkillAtGraduation);

}  // namespace vocational
