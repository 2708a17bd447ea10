// SPDX-License-Identifier: Apache-2.0
// What comparisons of scenarios show and what they may freeze.
#pragma once

#include <vector>

#include "models/vocational/population/setting.hpp"
#include "sim/model/comparison_spec.hpp"
#include "sim/model/feedback.hpp"

namespace vocational {

sim::ComparisonSpec comparison_spec();
// `setting` is looked up while values are put back.
std::vector<sim::Feedback> feedbacks(const Setting& setting);

}  // namespace vocational
