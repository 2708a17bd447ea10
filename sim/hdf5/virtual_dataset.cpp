// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/virtual_dataset.hpp"

#include <limits>

#include "sim/core/contract.hpp"
#include "sim/hdf5/h5_dataset.hpp"

namespace sim::h5 {

namespace {

Handle space_of(const std::vector<hsize_t>& shape) {
    return owned(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr), H5Sclose,
                 "cannot make a space");
}

void select(const Handle& space, const std::vector<hsize_t>& start,
            const std::vector<hsize_t>& count) {
    require_ok(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(),
                                   nullptr),
               "cannot select a part");
}

}  // namespace

Handle create_virtual(const Handle& group, const std::string& name,
                      const std::vector<hsize_t>& shape, const std::vector<VirtualPart>& parts,
                      const std::vector<hsize_t>& source_rows) {
    SIM_EXPECT(shape.size() >= 2 && parts.size() == source_rows.size());
    const std::vector<hsize_t> inner(shape.begin() + 2, shape.end());
    const Handle properties = creation_properties(H5P_DATASET_CREATE);
    const double missing = std::numeric_limits<double>::quiet_NaN();
    require_ok(H5Pset_fill_value(properties.id(), H5T_NATIVE_DOUBLE, &missing),
               "cannot set the fill value");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const VirtualPart& part = parts[i];
        const auto with_inner = [&](std::vector<hsize_t> leading, hsize_t each) {
            for (const hsize_t size : inner) {
                leading.push_back(each == 0 ? 0 : size);
            }
            return leading;
        };
        const Handle to = space_of(shape);
        select(to, with_inner({part.first_point, part.first_replicate}, 0),
               with_inner({part.points, part.replicates}, 1));
        const Handle from = space_of(with_inner({source_rows[i]}, 1));
        select(from, with_inner({part.first_row}, 0), with_inner({part.rows}, 1));
        require_ok(H5Pset_virtual(properties.id(), to.id(), part.file.c_str(), ("/" + name).c_str(),
                                  from.id()),
                   "cannot refer to a shard");
    }
    const Handle space = space_of(shape);
    return owned(H5Dcreate2(group.id(), name.c_str(), H5T_IEEE_F64LE, space.id(), H5P_DEFAULT,
                            properties.id(), H5P_DEFAULT),
                 H5Dclose, "cannot create data set '" + name + '\'');
}

}  // namespace sim::h5
