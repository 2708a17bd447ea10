// SPDX-License-Identifier: Apache-2.0
// How closely a person's place among wages follows the family's place, by province of residence.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class RankRankSlope final : public CensusOutput {
  public:
    RankRankSlope()
        : CensusOutput({{"",
                         {.unit = sim::unit::ratio,
                          .dims = dims::region(),
                          .doc = "Slope of the wage percentile, among all employed of the nation "
                                 "aged 25-34, on the family's percentile of status (Q4).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Employed aged 25-34."}},
                        {"rank_rank_slope_national",
                         {.unit = sim::unit::ratio,
                          .doc = "The same slope in the nation as a whole (Q4).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Employed aged 25-34."}}}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(4)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            const double base = people(people_[province]);
            out.ratio(0, slope_[province] * base, base, p);
        });
        const double base = people(national_people_.data()[0]);
        out.ratio(1, national_slope_.data()[0] * base, base);
    }

  private:
    sim::Read<&WageCellTable::rank_slope> slope_{*this};
    sim::Read<&WageCellTable::rank_people> people_{*this};
    sim::Read<&NationTable::rank_slope> national_slope_{*this};
    sim::Read<&NationTable::rank_people> national_people_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(rank_rank_slope, RankRankSlope);

}  // namespace vocational
