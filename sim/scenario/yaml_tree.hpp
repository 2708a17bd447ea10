// SPDX-License-Identifier: Apache-2.0
// A small, strict subset of YAML as a tree: maps with distinct plain keys, lists, scalars. Every
// node knows its place. Anchors, aliases, tags, merge keys and further documents are refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.hpp"

namespace sim {

enum class NodeKind { null, scalar, list, map };

std::string_view node_kind_name(NodeKind kind);

struct YamlNode {
    NodeKind kind = NodeKind::null;
    std::string text{};      // of a scalar, as written less its quotes
    bool is_quoted = false;  // "12" in quotes is text, 12 is a number
    int line = 0;            // line and column count from 1, columns in characters
    int column = 0;
    std::string key{};  // of an entry of a map
    int key_line = 0;
    int key_column = 0;
    std::vector<YamlNode> children{};  // of a list or map, in the order of the file

    // The entry of a map; nullptr if there is none.
    const YamlNode* find(std::string_view name) const;
};

struct YamlTree {
    YamlNode root{};
    // False if the text could not be read to its end; the root is then worth nothing.
    bool is_complete = false;
};

// Reads one document. Adds everything that is wrong to `problems`; what breaks a rule without
// hiding the rest (a duplicate key, an alias) is left out of the tree and reading goes on.
YamlTree parse_yaml(std::string_view text, const std::string& file, Problems& problems);

// The same for a document that must be a map, as all our files are.
YamlTree parse_yaml_map(std::string_view text, const std::string& file, Problems& problems);

// Reads a file of at most 16 MB that holds a map; throws IoError if it cannot be read.
YamlTree read_yaml(const std::string& path, Problems& problems);

// Text as a YAML scalar, in double quotes where a reader might take it for something else.
std::string yaml_scalar(std::string_view text);

}  // namespace sim
