// SPDX-License-Identifier: Apache-2.0
// Fills a declared data table from CSV text: comma-separated, a header, no quotes, no empty cells.
// Columns are found by name; those that the table does not declare are passed over.
#pragma once

#include <string>
#include <string_view>

#include "sim/core/error.hpp"
#include "sim/data/data_table.hpp"

namespace sim {

// Adds everything that is wrong to `problems`, with its line and column; the table is empty then.
void fill_table(DataTable& table, std::string_view text, const std::string& file,
                Problems& problems);

}  // namespace sim
