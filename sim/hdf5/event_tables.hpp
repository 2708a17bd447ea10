// SPDX-License-Identifier: Apache-2.0
// Tables of events (/panel, /ledger): one data set per column over a shared dimension of rows. In a
// partial file rows lie in the order in which replicates ended, integers in eight bytes, and
// nothing is compressed: rows written once are never moved, so a crash cannot take them along. The
// complete file has them sorted by scenario and replicate, in the smallest type.
#pragma once

#include "sim/hdf5/h5_file.hpp"
#include "sim/hdf5/layout.hpp"
#include "sim/hdf5/result_file.hpp"

namespace sim {

// Appends the rows of one replicate, creating tables as needed. Columns `scenario` (in compare) and
// `replicate` are added where the table has none.
void append_tables(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                   const Record& record);
// Writes the rows of all tables of `from` that belong to replicates in `complete`, sorted, to `to`.
void copy_tables(const h5::Handle& from, const h5::Handle& to,
                 const std::vector<std::vector<bool>>& complete, Status status);

}  // namespace sim
