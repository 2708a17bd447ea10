// SPDX-License-Identifier: Apache-2.0
// The split between tracks at 15, by province of the school.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class GeneralIntakeShare final : public CensusOutput {
  public:
    GeneralIntakeShare()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = dims::region(),
                        .doc = "Intake of general high schools ÷ intake of all upper-secondary "
                               "tracks (Q3).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Upper-secondary intake.",
                        .headline = true}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            double all = 0.0;
            for (std::size_t t = 0; t < tracks; ++t) {
                const auto track = static_cast<Track>(t);
                if (level_of(track) == Level::upper_secondary) {
                    all += intake_[track_cell(province, track)];
                }
            }
            const double general = intake_[track_cell(province, Track::general_high)];
            out.ratio(0, people(general), people(all), p);
        });
    }

  private:
    sim::Read<&TrackCellTable::intake> intake_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(general_intake_share, GeneralIntakeShare);

}  // namespace vocational
