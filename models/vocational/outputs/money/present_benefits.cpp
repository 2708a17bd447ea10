// SPDX-License-Identifier: Apache-2.0
// 4.13 What people gain in money from the start to the quarter, discounted to it: the benefits of
// net present values and of the marginal value of public funds, as differences between scenarios.
#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PresentBenefits final : public CensusOutput {
  public:
    PresentBenefits()
        : CensusOutput({.unit = sim::unit::yuan,
                        .dims = dims::region(),
                        .doc = "Gross pay of the employed, and what households got from "
                               "governments and firms less fees and costs of schooling, from the "
                               "start to the quarter, discounted to the start."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces(
            [&](std::size_t p, ProvinceId province) { out.value(0, benefits_[province], p); });
    }

  private:
    sim::Read<&ProvinceMoneyTable::present_benefits> benefits_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(present_benefits, PresentBenefits);

}  // namespace vocational
