// SPDX-License-Identifier: Apache-2.0
// Measures really carried out ÷ planned, and as reported, both weighted by planned money with
// ordinary plans included; by the province where the measure acts.
#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

sim::OutputSpec share_of_plans(std::string_view doc, bool is_headline) {
    return {.unit = sim::unit::share,
            .dims = dims::region(),
            .doc = doc,
            .measure = sim::Measure::ratio,
            .base_unit = sim::unit::yuan,
            .base_doc = "Money of the measures planned.",
            .headline = is_headline};
}

class Fidelity final : public CensusOutput {
  public:
    Fidelity()
        : CensusOutput(std::vector<sim::OutputVariable>{
              {"", share_of_plans("Measures really carried out ÷ planned.", true)},
              {"reported_fidelity",
               share_of_plans("Measures reported as carried out ÷ planned.", false)}}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            const auto planned = static_cast<double>(planned_[province]);
            out.ratio(0, static_cast<double>(carried_out_[province]), planned, p);
            out.ratio(1, static_cast<double>(reported_[province]), planned, p);
        });
    }

  private:
    sim::Read<&ProvinceMoneyTable::planned> planned_{*this};
    sim::Read<&ProvinceMoneyTable::carried_out> carried_out_{*this};
    sim::Read<&ProvinceMoneyTable::reported> reported_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(fidelity, Fidelity);

}  // namespace vocational
