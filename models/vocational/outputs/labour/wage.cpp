// SPDX-License-Identifier: Apache-2.0
// What the employed earn.
#include "models/vocational/outputs/labour/labour_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class MeanWage final : public LabourOutput {
  public:
    MeanWage()
        : LabourOutput("wage", {.unit = sim::unit::yuan_per_year,
                                .dims = dims::region_level(),
                                .doc = "Mean gross wage of the employed (stock).",
                                .measure = sim::Measure::ratio,
                                .base_doc = "Employed.",
                                .headline = true}) {}

  private:
    Fraction fraction(const Labour& cell) const override { return {cell.wages, cell.employed}; }
};

}  // namespace

SIM_REGISTER_OUTPUT(wage, MeanWage);

}  // namespace vocational
