// SPDX-License-Identifier: Apache-2.0
// Who works or wants to.
#include "models/vocational/outputs/labour/labour_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ParticipationRate final : public LabourOutput {
  public:
    ParticipationRate()
        : LabourOutput("participation_rate",
                       {.unit = sim::unit::share,
                        .dims = dims::region_level(),
                        .doc = "(Employed + unemployed) ÷ residents neither enrolled nor away "
                               "(stock).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Residents neither enrolled nor away."}) {}

  private:
    Fraction fraction(const Labour& cell) const override {
        return {cell.force(), cell.residents()};
    }
};

}  // namespace

SIM_REGISTER_OUTPUT(participation_rate, ParticipationRate);

}  // namespace vocational
