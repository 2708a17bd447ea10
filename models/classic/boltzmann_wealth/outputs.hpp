// SPDX-License-Identifier: Apache-2.0
// What is measured of the money exchange: inequality, the mean, and a histogram by wealth class.
#pragma once

#include <vector>

#include "sim/output/dimension.hpp"
#include "sim/policy/catalogue.hpp"

namespace classic {

// Classes of money relative to the mean; a class contains its lower bound: [0, 1/2), [1/2, 1), ….
enum class WealthClass {
    under_half_mean,
    half_to_one_mean,
    one_to_two_means,
    two_to_three_means,
    three_to_four_means,
    four_means_and_over
};

// Gini coefficient by the population formula, mean |x − y| over all ordered pairs, equal ones
// included, divided by twice the mean; 0 if there is no money. Sorts `amounts`.
double population_gini(std::vector<std::int64_t>& amounts);

// The outputs read from `world`, which must outlive them.
void add_wealth_outputs(sim::OutputCatalogue& outputs, const sim::World& world);

}  // namespace classic
