// SPDX-License-Identifier: Apache-2.0
// Reads checked values from the tree of one file (or of one --set): what does not fit is added to
// the problems with its place, and the caller gets nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.hpp"
#include "sim/core/quarter.hpp"
#include "sim/params/registry.hpp"
#include "sim/scenario/yaml_tree.hpp"

namespace sim {

// More problems than this are counted, not listed.
inline constexpr std::size_t most_shown_problems = 200;

// Where a tree comes from: a file has lines and columns, "--set seed" has not.
enum class Origin { file, option };

class NodeReader {
  public:
    NodeReader(std::string file, Origin origin, Problems& problems)
        : file_(std::move(file)), origin_(origin), problems_(&problems) {}

    const std::string& file() const { return file_; }
    Origin origin() const { return origin_; }
    Place place(const YamlNode& node) const;
    Place key_place(const YamlNode& node) const;
    void refuse(const YamlNode& node, std::string what, std::string expected = {},
                std::string nearest = {}) const;

    // Each is false or nothing, with a problem added, if the node is not that. `expected` completes
    // the message ("expected a list of policies").
    bool is_map(const YamlNode& node, std::string_view expected) const;
    bool is_list(const YamlNode& node, std::string_view expected) const;
    std::optional<std::string> text(const YamlNode& node, std::string_view expected) const;
    // A single value or a list of distinct ones, at least one.
    std::vector<const YamlNode*> texts(const YamlNode& node, std::string_view expected) const;
    std::optional<Quarter> quarter(const YamlNode& node) const;
    std::optional<ParamValue> value(const YamlNode& node, const ParamBase& param) const;
    // A name out of `known`; `noun` says what it names ("province").
    std::optional<std::string> name(const YamlNode& node, std::string_view noun,
                                    const std::vector<std::string>& known) const;

    // Refuses the entries of a map whose key is not known.
    void check_keys(const YamlNode& map, const std::vector<std::string>& known) const;
    void unknown_key(const YamlNode& entry, const std::vector<std::string>& known) const;

  private:
    // Costly for long lists of names, so only while problems are few enough to be shown.
    std::string nearest(std::string_view typed, const std::vector<std::string>& known) const;

    std::string file_;
    Origin origin_;
    Problems* problems_;
};

}  // namespace sim
