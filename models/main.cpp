// SPDX-License-Identifier: Apache-2.0
// The program: the shipped models and the engine's command line.
#include "models/classic/classic.hpp"
#include "models/vocational/model.hpp"
#include "sim/cli/command_line.hpp"

int main(int argc, char** argv) {
    sim::ModelCatalogue models;
    models.add(vocational::make_model);
    classic::register_classic(models);
    return sim::run_command_line(argc, argv, models);
}
