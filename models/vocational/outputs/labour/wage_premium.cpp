// SPDX-License-Identifier: Apache-2.0
// What schooling pays in formal jobs, as wage regressions with fixed effects of province and
// experience tell it: gaps of mean log wages to lower secondary schooling, a cell of province and
// experience counting with the harmonic mean of its people of both levels.
#include "models/vocational/agents/careers/premium_cell.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class WagePremium final : public CensusOutput {
  public:
    WagePremium()
        : CensusOutput({.unit = sim::unit::ratio,
                        .dims = dims::region_level(),
                        .doc =
                            "Log wage in formal jobs above that of lower secondary schooling, at "
                            "equal province and experience, in log points (Q4).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Half the harmonic mean of the wage earners compared, summed "
                                    "over experience."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(4)) {
            return;
        }
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t l = 1; l < levels; ++l) {
                double gaps = 0.0;
                double weights = 0.0;
                for (std::size_t step = 0; step < experience_steps; ++step) {
                    const PremiumCellId lowest =
                        premium_cell(province, step, Level::lower_secondary);
                    const PremiumCellId own = premium_cell(province, step, static_cast<Level>(l));
                    const double below = employed_[lowest];
                    const double above = employed_[own];
                    if (below > 0.0 && above > 0.0) {
                        const double weight = below * above / (below + above);
                        weights += weight;
                        gaps += weight * (mean_log(own) - mean_log(lowest));
                    }
                }
                out.ratio(0, people(gaps), people(weights), p, l);
            }
        });
    }

  private:
    double mean_log(PremiumCellId cell) const {
        return static_cast<double>(log_wage_sum_[cell]) / (log_wage_steps * employed_[cell]);
    }

    sim::Read<&PremiumCellTable::employed> employed_{*this};
    sim::Read<&PremiumCellTable::log_wage_sum> log_wage_sum_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(wage_premium, WagePremium);

}  // namespace vocational
