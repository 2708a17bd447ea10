// SPDX-License-Identifier: Apache-2.0
// Mismatch index of a province: the share of hires that are lost because seekers and posts meet
// city by city and occupation by occupation instead of in one market with the same law of matching,
//   1 − Σ m(s_i, v_i) ÷ m(Σ s_i, Σ v_i),
// in the first round of the quarter (evidence row hires_lost_mismatch).
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/matching/urn_ball.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class HiresLostToMismatch final : public CensusOutput {
  public:
    HiresLostToMismatch()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = dims::region(),
                        .doc = "Hires that one market of the province would make beyond those of "
                               "its cities and occupations ÷ the hires it would make (each "
                               "quarter).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Hires that one market would make."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            double applicants = 0.0;
            double posts = 0.0;
            double matches = 0.0;
            for (std::size_t city = cities_.first(); city < cities_.end(); ++city) {
                if (province_of_.data()[city] == province) {
                    applicants += applicants_.data()[city];
                    posts += posts_.data()[city];
                    matches += matches_.data()[city];
                }
            }
            const double in_one = sim::expected_matches(applicants, posts);
            out.ratio(0, people(in_one - matches), people(in_one), p);
        });
    }

  private:
    sim::Rows<CityTable> cities_{*this};
    sim::Read<&CityTable::province> province_of_{*this};
    sim::Read<&CityMarketTable::applicants> applicants_{*this};
    sim::Read<&CityMarketTable::posts> posts_{*this};
    sim::Read<&CityMarketTable::matches> matches_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(hires_lost_to_mismatch, HiresLostToMismatch);

}  // namespace vocational
