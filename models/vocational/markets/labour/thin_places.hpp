// SPDX-License-Identifier: Apache-2.0
// 4.10 What to expect of a place in which few agents are seen. The law of matching is concave and
// holds for expectations, so scatter between places and occupations would lose matches, the more
// the fewer agents there are. Of a place's kinds, n ÷ (n + few) count as seen and the rest as
// around it. Of a place's total t, expected to be p, is believed p · (few + t) ÷ (few + p): the
// mean of its rate after t arrivals, if rates scatter around what is expected as a gamma law of
// shape `few` (empirical Bayes). Provinces lean on the nation in this way and cities on their
// province.
#pragma once

#include <span>
#include <vector>

#include "models/vocational/population/setting.hpp"

namespace vocational {

// Turns the counts of a place, `people` in sum, into a mix of its own and of the shares around it;
// their sum stays.
void lean_on(std::span<double> counts, std::span<const double> around, double people, double few);

// Totals to expect of cities that have `seen` whole ones where shares in proportion to `prior` were
// expected; their sum is that of `seen`, or 0 if nothing is expected anywhere.
void expect_totals(const Setting& setting, std::span<const double> prior,
                   std::span<const double> seen, double few, std::vector<double>& totals);

}  // namespace vocational
