// SPDX-License-Identifier: Apache-2.0
// Schelling's (1971) model of segregation: mild preferences, strong separation. A tick is one
// sweep; once a sweep passes without a move nothing changes any more.
#pragma once

#include <string>
#include <vector>

#include "models/classic/schelling/params.hpp"
#include "sim/core/error.hpp"
#include "sim/model/model.hpp"

namespace classic {

class Schelling final : public sim::Model {
  public:
    Schelling();

    std::vector<sim::Dimension> dimensions() const override { return {}; }
    void check(const sim::Scenario& scenario, sim::Problems& problems) const override;
    void prepare(const sim::InitialContext& context) override;
    void initialise(const sim::InitialContext& context) override;
    std::string broken_invariant(const sim::Tick& tick) const override;

  private:
    CityParams params_;
};

}  // namespace classic
