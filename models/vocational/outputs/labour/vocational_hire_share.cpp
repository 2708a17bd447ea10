// SPDX-License-Identifier: Apache-2.0
// Whom firms take for technician and professional posts at equal skill: in each step of skill the
// share that vocational credentials would have of hires if as many people with them as without
// applied; 0.5 is no barrier. Steps in which only one kind applied say nothing and do not count.
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class VocationalHireShare final : public CensusOutput {
  public:
    VocationalHireShare()
        : CensusOutput({.unit = sim::unit::share,
                        .dims = dims::region(),
                        .doc = "Share of vocational credentials in hires of technicians and "
                               "professionals if applicants of equal skill were as many with "
                               "them as without (each quarter).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Hires of technicians and professionals in steps of skill "
                                    "where both applied."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            double vocational = 0.0;
            double all = 0.0;
            for (std::size_t step = 0; step < skill_steps; ++step) {
                const HireCellId own = hire_cell(province, Credential::vocational, step);
                const HireCellId other = hire_cell(province, Credential::other, step);
                const double hires = hires_[own] + hires_[other];
                if (applicants_[own] == 0 || applicants_[other] == 0 || hires == 0.0) {
                    continue;
                }
                const double own_rate = 1.0 * hires_[own] / applicants_[own];
                const double other_rate = 1.0 * hires_[other] / applicants_[other];
                vocational += hires * own_rate / (own_rate + other_rate);
                all += hires;
            }
            out.ratio(0, people(vocational), people(all), p);
        });
    }

  private:
    sim::Read<&HireCellTable::applicants> applicants_{*this};
    sim::Read<&HireCellTable::hires> hires_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(vocational_hire_share, VocationalHireShare);

}  // namespace vocational
