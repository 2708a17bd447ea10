// SPDX-License-Identifier: Apache-2.0
// Who insists on a general school: 15-year-olds who list one and no vocational track, because to
// them none is better than leaving school; by home. In the survey of shen2022 55 % say so.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class GeneralOnlyShare final : public CensusOutput {
  public:
    GeneralOnlyShare()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = dims::region(),
                        .doc = "15-year-olds who list general and no vocational schools ÷ "
                               "15-year-olds who list any general school (Q3), by home.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "15-year-olds who list a general school."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            const TrackCellId cell = track_cell(province, Track::general_high);
            out.ratio(0, people(general_only_[cell]), people(applicants_[cell]), p);
        });
    }

  private:
    sim::Read<&MeansTable::general_only> general_only_{*this};
    sim::Read<&TrackCellTable::applicants> applicants_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(general_only_share, GeneralOnlyShare);

}  // namespace vocational
