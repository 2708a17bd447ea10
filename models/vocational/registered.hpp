// SPDX-License-Identifier: Apache-2.0
// The model's instruments and outputs; the build writes the definitions from the files in
// policies/ and outputs/.
#pragma once

#include "sim/policy/catalogue.hpp"

namespace vocational {

void register_instruments(sim::InstrumentCatalogue& list);
void register_outputs(sim::OutputCatalogue& list);

}  // namespace vocational
