// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/design_reader.hpp"

#include <bit>

#include <fmt/format.h>

#include "sim/sweep/experiment/crossed_design.hpp"
#include "sim/sweep/experiment/experiment_keys.hpp"

namespace sim {

namespace {

std::int64_t integer(const NodeReader& reader, const YamlNode& map, const ParamBase& key) {
    const YamlNode* node = map.find(key.name());
    const auto value = node == nullptr ? std::nullopt : reader.value(*node, key);
    return std::get<std::int64_t>(value.value_or(key.default_value()));
}

void check_points(const NodeReader& reader, const YamlNode& design, const DesignSpec& spec) {
    const YamlNode* points = design.find("points");
    const bool is_counted = spec.kind == DesignKind::factorial || spec.kind == DesignKind::list;
    if (is_counted && points != nullptr) {
        reader.refuse(*points,
                      fmt::format("the values give the points of a {}", enum_name(spec.kind)),
                      "expected no 'points'");
    } else if (!is_counted && points == nullptr) {
        reader.refuse(design, "'points' is missing", "expected a number of points");
    } else if (spec.kind == DesignKind::sobol && points != nullptr &&
               !std::has_single_bit(spec.points)) {
        reader.refuse(*points, fmt::format("{} is no power of two", spec.points),
                      fmt::format("expected {} or {}, which cover the cube evenly",
                                  std::bit_floor(spec.points), std::bit_ceil(spec.points)));
    }
}

void check_levels(const NodeReader& reader, const YamlNode& design, const DesignSpec& spec) {
    const YamlNode* levels = design.find("levels");
    if (levels == nullptr) {
        return;
    }
    if (spec.kind != DesignKind::morris) {
        reader.refuse(*levels, "only morris has a grid", "expected no 'levels'");
    } else if (spec.levels % 2 != 0) {
        reader.refuse(*levels, fmt::format("{} is odd", spec.levels),
                      "expected an even number of levels");
    }
}

void check_structures(const NodeReader& reader, const YamlNode& design, const DesignSpec& spec) {
    const YamlNode* structures = design.find("structures");
    if (structures != nullptr && spec.kind != DesignKind::crossed) {
        reader.refuse(*structures, "only a crossed design draws structures",
                      "expected no 'structures'");
    }
    const YamlNode* points = design.find("points");
    constexpr std::size_t least = 2 * crossed_blocks;
    if (spec.kind == DesignKind::crossed && points != nullptr &&
        (spec.points < least || spec.points % crossed_blocks != 0)) {
        reader.refuse(*points,
                      fmt::format("{} points are no {} Latin hypercubes of equal size", spec.points,
                                  crossed_blocks),
                      fmt::format("expected an even number of at least {}", least));
    }
}

}  // namespace

DesignSpec read_design(const NodeReader& reader, const YamlNode& design) {
    DesignSpec spec;
    if (!reader.is_map(design, "expected {kind: …, points: …}")) {
        return spec;
    }
    reader.check_keys(design, design_keys);
    const DesignKeys keys;
    spec.points = static_cast<std::size_t>(integer(reader, design, keys.points));
    spec.levels = static_cast<std::size_t>(integer(reader, design, keys.levels));
    spec.structures = static_cast<std::size_t>(integer(reader, design, keys.structures));
    spec.seed = static_cast<std::uint64_t>(integer(reader, design, keys.seed));
    const YamlNode* kind = design.find("kind");
    if (kind == nullptr) {
        reader.refuse(design, "'kind' is missing", "expected a kind of design");
        return spec;
    }
    const std::vector<std::string> kinds{enum_names<DesignKind>.begin(),
                                         enum_names<DesignKind>.end()};
    if (const auto name = reader.name(*kind, "design", kinds)) {
        spec.kind = enum_value<DesignKind>(*name).value();
        check_points(reader, design, spec);
        check_levels(reader, design, spec);
        check_structures(reader, design, spec);
    }
    return spec;
}

}  // namespace sim
