// SPDX-License-Identifier: Apache-2.0
// What is measured of the segregation model, all of it after the sweep.
#pragma once

#include "models/classic/schelling/params.hpp"
#include "sim/policy/catalogue.hpp"

namespace classic {

// The outputs read from `world` and `params`, which must outlive them.
void add_city_outputs(sim::OutputCatalogue& outputs, const CityParams& params,
                      const sim::World& world);

}  // namespace classic
