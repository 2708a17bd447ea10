// SPDX-License-Identifier: Apache-2.0
// Small well-known models with known answers. They test the engine against published results and
// show what a model of one's own takes: a maker for each and one line in a catalogue.
#pragma once

#include <memory>

#include "sim/model/model.hpp"

namespace classic {

std::unique_ptr<sim::Model> make_boltzmann_wealth();
std::unique_ptr<sim::Model> make_ishigami();
std::unique_ptr<sim::Model> make_occupational_mobility();
std::unique_ptr<sim::Model> make_schelling();

void register_classic(sim::ModelCatalogue& models);

}  // namespace classic
