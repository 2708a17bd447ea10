// SPDX-License-Identifier: Apache-2.0
// A sweep as one data set: every variable over point and replicate, factors as coordinates of the
// points. Values are either looked up in the shards (virtual data sets, which need the shards
// beside the file) or copied. Layout: docs/reference/sweep-folder.md.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/hdf5/member_shard.hpp"

namespace sim {

struct PointCoordinate {
    std::string name;
    std::string unit;
    std::string doc;
    // One entry per point.
    std::variant<std::vector<double>, std::vector<std::int64_t>, std::vector<std::string>> values;
};

struct CollectedHeader {
    std::vector<std::pair<std::string, std::string>> attributes{};
    std::size_t points = 0;
    std::size_t replicates = 0;
    std::vector<PointCoordinate> coordinates{};
    MemberLayout layout{};
};

// Which row of which shard holds a member; `cell` is point × replicates + replicate. One row may
// serve several cells.
struct CollectedCell {
    std::size_t cell;
    std::size_t shard;
    std::size_t row;
};

enum class Collect { by_reference, by_copy };

// Replaces `path`; the shards' paths must lie in the folder of `path` or below. Throws IoError.
void write_collected(const std::string& path, const CollectedHeader& header,
                     const std::vector<std::string>& shards,
                     const std::vector<CollectedCell>& cells, Collect how);

}  // namespace sim
