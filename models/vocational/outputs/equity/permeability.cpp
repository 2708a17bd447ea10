// SPDX-License-Identifier: Apache-2.0
// Several chances to choose: who, having begun in a vocational track at 15, was within six years in
// a general track or above the first level; by province of the home. A policy shows in full after
// six cohorts.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Permeability final : public CensusOutput {
  public:
    Permeability()
        : CensusOutput(with_cuts(
              "permeability",
              {.unit = sim::unit::share,
               .dims = dims::region(),
               .doc = "Ever in a general track or above the first level ÷ the cohort whose first "
                      "track, six years ago, was vocational (Q3). A policy shows its full effect "
                      "only when six cohorts have passed under it.",
               .measure = sim::Measure::ratio,
               .base_doc = "People who began in a vocational track six years ago.",
               .headline = true})) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            Fraction sum;
            for (std::size_t t = 0; t < tracks; ++t) {
                const TrackCellId cell = track_cell(province, static_cast<Track>(t));
                sum += {1.0 * climbers_[cell], 1.0 * starters_[cell]};
            }
            out.ratio(0, people(sum.part), people(sum.whole), p);
        });
        const Cuts cuts([&](GroupId group) {
            return Fraction{1.0 * group_climbers_[group], 1.0 * group_starters_[group]};
        });
        cuts.for_each([&](std::size_t variable, std::size_t label, const Fraction& sum) {
            out.ratio(variable, people(sum.part), people(sum.whole), label);
        });
    }

  private:
    sim::Read<&LeaverCellTable::climbers> climbers_{*this};
    sim::Read<&LeaverCellTable::starters> starters_{*this};
    sim::Read<&GroupTable::climbers> group_climbers_{*this};
    sim::Read<&GroupTable::starters> group_starters_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(permeability, Permeability);

}  // namespace vocational
