// SPDX-License-Identifier: Apache-2.0
// Tables of events (/panel, /ledger): one data set per column over a shared dimension of rows. In a
// partial file rows lie in the order in which replicates ended, integers in eight bytes; the
// complete file has them sorted by scenario and replicate, in the smallest type.
#pragma once

#include "sim/hdf5/h5_file.hpp"
#include "sim/hdf5/result_file.hpp"

namespace sim {

// Appends the rows of one replicate, creating tables as needed. Columns `scenario` (in compare) and
// `replicate` are added where the table has none.
void append_tables(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                   const Record& record);
// Takes off rows of replicates that are not marked as there: a crash may leave them at the end.
void drop_torn_rows(const h5::Handle& file, const std::vector<std::vector<bool>>& complete);
// Writes all tables of `from`, sorted, to `to`.
void copy_tables(const h5::Handle& from, const h5::Handle& to);

}  // namespace sim
