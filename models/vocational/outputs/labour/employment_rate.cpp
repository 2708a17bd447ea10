// SPDX-License-Identifier: Apache-2.0
// Who works, among residents out of school.
#include "models/vocational/outputs/labour/labour_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class EmploymentRate final : public LabourOutput {
  public:
    EmploymentRate()
        : LabourOutput("employment_rate",
                       {.unit = sim::unit::share,
                        .dims = dims::region_level(),
                        .doc = "Employed ÷ residents neither enrolled nor away (stock).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Residents neither enrolled nor away."}) {}

  private:
    Fraction fraction(const Labour& cell) const override {
        return {cell.employed, cell.residents()};
    }
};

}  // namespace

SIM_REGISTER_OUTPUT(employment_rate, EmploymentRate);

}  // namespace vocational
