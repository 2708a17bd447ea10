// SPDX-License-Identifier: Apache-2.0
// What governments paid to schools, firms, households and centres and, for instruments, to
// suppliers outside the model, however financed; and its present value since the start.
#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PublicCost final : public CensusOutput {
  public:
    PublicCost()
        : CensusOutput(std::vector<sim::OutputVariable>{
              {"",
               {.unit = sim::unit::yuan,
                .dims = dims::region(),
                .doc = "Paid by central, province and city accounts, loans and debt service apart.",
                .measure = sim::Measure::count,
                .headline = true}},
              {"present_public_cost",
               {.unit = sim::unit::yuan,
                .dims = dims::region(),
                .doc = "Public cost from the start to the quarter, discounted to the start.",
                .measure = sim::Measure::real}}}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.value(0, static_cast<double>(cost_[province]), p);
            out.value(1, present_[province], p);
        });
    }

  private:
    sim::Read<&ProvinceMoneyTable::public_cost> cost_{*this};
    sim::Read<&ProvinceMoneyTable::present_cost> present_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(public_cost, PublicCost);

}  // namespace vocational
