// SPDX-License-Identifier: Apache-2.0
// Who has sought work for a year or more, by province of residence.
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class LongTermUnemploymentShare final : public CensusOutput {
  public:
    LongTermUnemploymentShare()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = dims::region_level(),
                        .doc = "Unemployed for four quarters or more ÷ unemployed (stock).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Unemployed."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t l = 0; l < levels; ++l) {
                const LabourCellId cell = labour_cell(province, static_cast<Level>(l));
                out.ratio(0, people(long_term_[cell]), people(unemployed_[cell]), p, l);
            }
        });
    }

  private:
    sim::Read<&LongSearchTable::unemployed> long_term_{*this};
    sim::Read<&LabourCellTable::unemployed> unemployed_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(long_term_unemployment_share, LongTermUnemploymentShare);

}  // namespace vocational
