// SPDX-License-Identifier: Apache-2.0
// What is inside a saved state: where it comes from and where in the file each column lies; in a
// checkpoint also the arrays of the record so far. Layout: docs/reference/saved-state.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/checkpoint/state_origin.hpp"
#include "sim/tables/world.hpp"

namespace sim {

// A column of a table or an array of the record.
struct StateColumn {
    std::string name;
    std::string type;  // ColumnBase::type_name; of an array detail::stored_type_name
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
    std::vector<StateColumn> record{};  // empty unless it is a checkpoint

    // All columns and arrays, in the order in which they lie in the file.
    std::vector<StateColumn*> columns();
    std::vector<const StateColumn*> columns() const;
};

// The tables of a world; where their columns will lie is left open.
std::vector<StateTable> tables_of(const World& world);
// Lays all columns out one behind the other from `offset` on and returns where the last one ends.
std::uint64_t lay_out(StateManifest& manifest, std::uint64_t offset);
// Why the saved tables cannot be put into that world ("column person.age has 1 byte, not 2");
// empty if they can.
std::string misfit(const std::vector<StateTable>& tables, const World& world);

std::string manifest_text(const StateManifest& manifest);
// Throws IoError that says what is wrong.
StateManifest read_manifest(std::string_view text);

}  // namespace sim
