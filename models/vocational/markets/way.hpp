// SPDX-License-Identifier: Apache-2.0
// 4.3 The way from home to a school in another city, which costs utility at 15.
#pragma once

#include <cmath>

#include "models/vocational/agents/place.hpp"
#include "models/vocational/params/choice.hpp"
#include "sim/tables/handle.hpp"

namespace vocational {

class Way {
  public:
    Way(sim::Accessor& owner, const ChoiceParams& params) : params_(params), x_(owner), y_(owner) {}

    // Utility lost.
    double between(CityId from, CityId to) const {
        const double x = x_[from] - x_[to];
        const double y = y_[from] - y_[to];
        return params_.distance_weight * std::sqrt(x * x + y * y);
    }

  private:
    const ChoiceParams& params_;
    sim::Read<&CityTable::x> x_;
    sim::Read<&CityTable::y> y_;
};

}  // namespace vocational
