// SPDX-License-Identifier: Apache-2.0
// How wrong families are about pay: mean belief less the published figure (E2).
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class WageBeliefError final : public CensusOutput {
  public:
    WageBeliefError()
        : CensusOutput({.unit = sim::unit::none,
                        .dims = dims::region_track(),
                        .doc = "Log wage that families expect less the log wage published (Q3).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "15-year-olds of the year, as a share of the nation's."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            if (is_known_[cell] != 0) {
                const double young = cohort_share_[ProvinceId(p)];
                out.ratio(0, (believed_[cell] - published_[cell]) * young, young, p, t);
            }
        });
    }

  private:
    sim::Read<&OutlookTable::log_wage> published_{*this};
    sim::Read<&OutlookTable::believed_log_wage> believed_{*this};
    sim::Read<&OutlookTable::is_known> is_known_{*this};
    sim::Read<&ProvinceTable::cohort_share> cohort_share_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(wage_belief_error, WageBeliefError);

}  // namespace vocational
