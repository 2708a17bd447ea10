// SPDX-License-Identifier: Apache-2.0
// The money exchange of Dragulescu and Yakovenko (2000), with the saving propensity of Chakraborti
// and Chakrabarti (2000). A tick is `rounds_per_quarter` rounds; money is conserved exactly.
#pragma once

#include <string>
#include <vector>

#include "models/classic/boltzmann_wealth/params.hpp"
#include "sim/core/error.hpp"
#include "sim/model/model.hpp"

namespace classic {

class BoltzmannWealth final : public sim::Model {
  public:
    BoltzmannWealth();

    std::vector<sim::Dimension> dimensions() const override;
    void check(const sim::Scenario& scenario, sim::Problems& problems) const override;
    void prepare(const sim::InitialContext& context) override;
    void initialise(const sim::InitialContext& context) override;
    std::string broken_invariant(const sim::Tick& tick) const override;

  private:
    ExchangeParams params_;
};

}  // namespace classic
