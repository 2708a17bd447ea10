// SPDX-License-Identifier: Apache-2.0
// 4.8 Output of a firm, yuan a year:
//   Y = value_added_per_wage · n · effective skill · exp(technology) · (1 − vacancy_loss · v),
// n its people, effective skill what the wage equation pays for them on average, v the share of
// wanted jobs that stand open: the work of others waits for them. Technology is the log over the
// sector's frontier in the start year, because effective skill is at that year's pay.
#pragma once

#include <algorithm>

#include "models/vocational/params/firm.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

inline double yearly_output(const FirmParams& params, double people, double effective_skill,
                            double technology, double open_share) {
    return params.value_added_per_wage * people * effective_skill *
           sim::elementary::exp(technology) *
           (1.0 - params.vacancy_loss * std::clamp(open_share, 0.0, 1.0));
}

}  // namespace vocational
