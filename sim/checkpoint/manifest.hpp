// SPDX-License-Identifier: Apache-2.0
// What is inside a saved state: where it comes from and where in the file each column lies. Layout:
// docs/reference/saved-state.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/checkpoint/state_origin.hpp"
#include "sim/tables/world.hpp"

namespace sim {

struct StateColumn {
    std::string name;
    std::string type;  // ColumnBase::type_name
    std::uint64_t element_bytes = 0;
    std::uint64_t offset = 0;  // in the file
    std::uint64_t bytes = 0;
    std::uint64_t digest = 0;
};

struct StateTable {
    std::string name;
    std::uint64_t first_row = 0;
    std::uint64_t end_row = 0;
    std::vector<StateColumn> columns;
};

struct StateManifest {
    StateOrigin origin;
    std::uint64_t state_hash = 0;       // World::hash
    std::vector<std::uint64_t> hashes;  // of the quarters simulated, up to the origin's
    std::vector<StateTable> tables;
};

// The tables of a world, their columns laid out one behind the other from `offset` on; no digests.
std::vector<StateTable> layout_of(const World& world, std::uint64_t offset);
// Where the last column ends.
std::uint64_t end_of(const std::vector<StateTable>& tables, std::uint64_t offset);
// Why the saved tables cannot be put into that world ("column person.age has 1 byte, not 2");
// empty if they can.
std::string misfit(const std::vector<StateTable>& tables, const World& world);

std::string manifest_text(const StateManifest& manifest);
// Throws IoError that says what is wrong.
StateManifest read_manifest(std::string_view text);

}  // namespace sim
