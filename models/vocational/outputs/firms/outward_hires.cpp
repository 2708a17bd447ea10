// SPDX-License-Identifier: Apache-2.0
// Hires for work abroad: of a sector's hires the part that its jobs for work abroad have of all its
// jobs. Only policies bring such jobs.
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class OutwardHires final : public CensusOutput {
  public:
    OutwardHires()
        : CensusOutput({.unit = sim::unit::persons,
                        .dims = dims::region(),
                        .doc = "People hired for work abroad, expected (flow).",
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        constexpr double steps = 65536.0;
        for_provinces([&](std::size_t p, ProvinceId province) {
            std::int64_t sum = 0;
            for (std::size_t s = 0; s < sectors_.data()[0]; ++s) {
                sum += hires_[sector_cell(province, s, sectors_.data()[0])];
            }
            out.value(0, people(static_cast<double>(sum) / steps), p);
        });
    }

  private:
    sim::Read<&NationTable::sectors> sectors_{*this};
    sim::Read<&SectorLeverTable::outward_hires> hires_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(outward_hires, OutwardHires);

}  // namespace vocational
