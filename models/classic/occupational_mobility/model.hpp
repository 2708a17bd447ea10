// SPDX-License-Identifier: Apache-2.0
// The occupational-mobility labour market of del Rio-Chanona and others (2021): workers who lose
// jobs, apply in their own and neighbouring occupations, and are hired. A tick is
// `steps_per_quarter` steps.
#pragma once

#include <string>
#include <vector>

#include "models/classic/occupational_mobility/params.hpp"
#include "sim/core/error.hpp"
#include "sim/model/model.hpp"

namespace classic {

class OccupationalMobility final : public sim::Model {
  public:
    OccupationalMobility();

    std::vector<sim::Dimension> dimensions() const override;
    void check(const sim::Scenario& scenario, sim::Problems& problems) const override;
    void prepare(const sim::InitialContext& context) override;
    void initialise(const sim::InitialContext& context) override;
    std::string broken_invariant(const sim::Tick& tick) const override;

  private:
    LabourMarketParams params_;
};

}  // namespace classic
