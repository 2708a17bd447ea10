// SPDX-License-Identifier: Apache-2.0
// Data sets whose values lie in other files: rectangles of the one are blocks of rows of the
// others.
#pragma once

#include <string>
#include <vector>

#include "sim/hdf5/h5_file.hpp"

namespace sim::h5 {

struct VirtualPart {
    std::string file;  // relative to the folder of the file that looks it up
    hsize_t first_row;
    hsize_t rows;
    // Of the two leading dimensions of the whole.
    hsize_t first_point, points, first_replicate, replicates;
};

// float64 of `shape`; `source_rows[i]` is the number of rows that the data set of the same name has
// in the file of part i. NaN where nothing is mapped.
Handle create_virtual(const Handle& group, const std::string& name,
                      const std::vector<hsize_t>& shape, const std::vector<VirtualPart>& parts,
                      const std::vector<hsize_t>& source_rows);

}  // namespace sim::h5
