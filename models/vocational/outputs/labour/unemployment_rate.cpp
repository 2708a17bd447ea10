// SPDX-License-Identifier: Apache-2.0
// Who wants a job and has none.
#include "models/vocational/outputs/labour/labour_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class UnemploymentRate final : public LabourOutput {
  public:
    UnemploymentRate()
        : LabourOutput("unemployment_rate",
                       {.unit = sim::unit::share,
                        .dims = dims::region_level(),
                        .doc = "Unemployed ÷ (unemployed + employed); farm and own-account work "
                               "is employment (stock).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Labour force.",
                        .headline = true}) {}

  private:
    Fraction fraction(const Labour& cell) const override { return {cell.unemployed, cell.force()}; }
};

}  // namespace

SIM_REGISTER_OUTPUT(unemployment_rate, UnemploymentRate);

}  // namespace vocational
