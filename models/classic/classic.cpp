// SPDX-License-Identifier: Apache-2.0
#include "models/classic/classic.hpp"

namespace classic {

void register_classic(sim::ModelCatalogue& models) {
    models.add(make_boltzmann_wealth);
    models.add(make_ishigami);
    models.add(make_occupational_mobility);
    models.add(make_schelling);
}

}  // namespace classic
