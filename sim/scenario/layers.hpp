// SPDX-License-Identifier: Apache-2.0
// The files behind a scenario: `extends` followed to its end, the base first, each file parsed once
// for each place it is named. Nothing is checked here but `extends` itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.hpp"
#include "sim/scenario/node_reader.hpp"
#include "sim/scenario/yaml_tree.hpp"

namespace sim {

struct Layer {
    std::string file;    // as messages name it: a path, "--set seed", "--until"
    std::string folder;  // relative paths in it start here; empty = the working folder
    YamlNode root;
    Origin origin = Origin::file;
};

struct LayerList {
    std::vector<Layer> layers{};  // lowest first
    // False if some file could not be parsed whole: what is missing may stand there.
    bool is_whole = true;
};

// Throws IoError if a file cannot be read.
LayerList read_layers(const std::string& file, Problems& problems);
LayerList read_layers_text(std::string_view text, const std::string& name, Problems& problems);

}  // namespace sim
