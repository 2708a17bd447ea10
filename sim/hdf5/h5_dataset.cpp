// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/h5_dataset.hpp"

#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>

#include <hdf5_hl.h>

#include "sim/core/contract.hpp"

namespace sim::h5 {

namespace {

constexpr std::size_t smallest_deflated = 512;  // bytes; below, the filter's overhead is no gain
// Counts compress threefold at level 4; noisy reals hardly, whatever the level.
constexpr unsigned integer_level = 4;
constexpr unsigned real_level = 1;

bool is_real(Type type) {
    return type == Type::float32 || type == Type::float64;
}

std::size_t elements(const std::vector<hsize_t>& shape) {
    return static_cast<std::size_t>(
        std::accumulate(shape.begin(), shape.end(), hsize_t{1}, std::multiplies<>()));
}

void set_fill(const Handle& properties, const Storage& storage) {
    if (storage.fill == Fill::zero) {
        return;  // HDF5's own default
    }
    const std::string what = "cannot set the fill value";
    if (is_real(storage.type)) {
        const double missing = std::numeric_limits<double>::quiet_NaN();
        require_ok(H5Pset_fill_value(properties.id(), H5T_NATIVE_DOUBLE, &missing), what);
    } else {
        const std::int64_t missing = least_value(storage.type);
        require_ok(H5Pset_fill_value(properties.id(), H5T_NATIVE_INT64, &missing), what);
    }
}

void set_chunks(const Handle& properties, const Storage& storage) {
    if (storage.chunk.empty()) {
        require_ok(H5Pset_alloc_time(properties.id(), H5D_ALLOC_TIME_EARLY),
                   "cannot reserve space");
        return;
    }
    require_ok(
        H5Pset_chunk(properties.id(), static_cast<int>(storage.chunk.size()), storage.chunk.data()),
        "cannot set chunks");
    const std::size_t bytes = elements(storage.chunk) * H5Tget_size(stored_type(storage.type));
    if (storage.filter == Filter::deflate && bytes >= smallest_deflated) {
        require_ok(H5Pset_shuffle(properties.id()), "cannot shuffle");
        require_ok(
            H5Pset_deflate(properties.id(), is_real(storage.type) ? real_level : integer_level),
            "cannot compress");
    }
}

Handle selection(const Handle& dataset, const Block& block) {
    Handle space = owned(H5Dget_space(dataset.id()), H5Sclose, "cannot read a shape");
    require_ok(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, block.start.data(), nullptr,
                                   block.count.data(), nullptr),
               "cannot select a part");
    return space;
}

Handle memory_space(std::size_t size) {
    const hsize_t extent = size;
    return owned(H5Screate_simple(1, &extent, nullptr), H5Sclose, "cannot make a space");
}

void put(const Handle& dataset, const Block& block, hid_t type, const void* data,
         std::size_t size) {
    SIM_EXPECT(size == elements(block.count));
    if (size == 0) {
        return;
    }
    const Handle space = selection(dataset, block);
    const Handle memory = memory_space(size);
    require_ok(H5Dwrite(dataset.id(), type, memory.id(), space.id(), H5P_DEFAULT, data),
               "cannot write data");
}

template <class Number>
std::vector<Number> get(const Handle& dataset, const Block& block, hid_t type) {
    std::vector<Number> values(elements(block.count));
    if (!values.empty()) {
        const Handle space = selection(dataset, block);
        const Handle memory = memory_space(values.size());
        require_ok(H5Dread(dataset.id(), type, memory.id(), space.id(), H5P_DEFAULT, values.data()),
                   "cannot read data");
    }
    return values;
}

std::vector<hsize_t> chunk_of(const Handle& dataset) {
    const Handle properties =
        owned(H5Dget_create_plist(dataset.id()), H5Pclose, "cannot read how a variable is stored");
    std::vector<hsize_t> chunk(H5S_MAX_RANK);
    const int rank = H5Pget_layout(properties.id()) == H5D_CHUNKED
                         ? H5Pget_chunk(properties.id(), H5S_MAX_RANK, chunk.data())
                         : 0;
    require_ok(rank, "cannot read chunks");
    chunk.resize(static_cast<std::size_t>(rank));
    return chunk;
}

herr_t keep_name(hid_t, unsigned, hid_t scale, void* text) {
    const ssize_t length = H5Iget_name(scale, nullptr, 0);
    if (length <= 0) {
        return -1;
    }
    std::string path(static_cast<std::size_t>(length), '\0');
    H5Iget_name(scale, path.data(), path.size() + 1);
    *static_cast<std::string*>(text) = path.substr(path.rfind('/') + 1);
    return 1;  // one scale is enough
}

}  // namespace

hid_t stored_type(Type type) {
    switch (type) {
        case Type::uint8:
            return H5T_STD_U8LE;
        case Type::int16:
            return H5T_STD_I16LE;
        case Type::int32:
            return H5T_STD_I32LE;
        case Type::int64:
            return H5T_STD_I64LE;
        case Type::uint64:
            return H5T_STD_U64LE;
        case Type::float32:
            return H5T_IEEE_F32LE;
        case Type::float64:
            return H5T_IEEE_F64LE;
        case Type::text:
            break;
    }
    throw ContractError("text has no fixed type");
}

std::int64_t least_value(Type type) {
    switch (type) {
        case Type::int16:
            return std::numeric_limits<std::int16_t>::min();
        case Type::int32:
            return std::numeric_limits<std::int32_t>::min();
        case Type::int64:
            return std::numeric_limits<std::int64_t>::min();
        default:
            throw ContractError("only signed integers have a value for 'missing'");
    }
}

Handle create_dataset(const Handle& group, const std::string& name, const Storage& storage) {
    const Handle properties = creation_properties(H5P_DATASET_CREATE);
    const bool is_text = storage.type == Type::text;
    if (!is_text) {
        set_fill(properties, storage);
        set_chunks(properties, storage);
    }
    std::vector<hsize_t> limit = storage.shape;
    if (storage.growing) {
        limit.front() = H5S_UNLIMITED;
    }
    const Handle space = owned(H5Screate_simple(static_cast<int>(storage.shape.size()),
                                                storage.shape.data(), limit.data()),
                               H5Sclose, "cannot make a space");
    const Handle text = is_text ? text_type() : Handle();
    return owned(
        H5Dcreate2(group.id(), name.c_str(), is_text ? text.id() : stored_type(storage.type),
                   space.id(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
        H5Dclose, "cannot create variable '" + name + '\'');
}

Handle open_dataset(const Handle& parent, const std::string& path) {
    return owned(H5Dopen2(parent.id(), path.c_str(), H5P_DEFAULT), H5Dclose,
                 "cannot open variable '" + path + '\'');
}

std::vector<hsize_t> shape_of(const Handle& dataset) {
    const Handle space = owned(H5Dget_space(dataset.id()), H5Sclose, "cannot read a shape");
    const int rank = H5Sget_simple_extent_ndims(space.id());
    require_ok(rank, "cannot read a shape");
    std::vector<hsize_t> shape(static_cast<std::size_t>(rank));
    require_ok(H5Sget_simple_extent_dims(space.id(), shape.data(), nullptr), "cannot read a shape");
    return shape;
}

bool is_integer(const Handle& dataset) {
    const Handle type = owned(H5Dget_type(dataset.id()), H5Tclose, "cannot read a type");
    return H5Tget_class(type.id()) == H5T_INTEGER;
}

void resize(const Handle& dataset, hsize_t rows) {
    std::vector<hsize_t> shape = shape_of(dataset);
    shape.front() = rows;
    require_ok(H5Dset_extent(dataset.id(), shape.data()), "cannot resize a table");
}

void write_texts(const Handle& dataset, const std::vector<std::string>& texts) {
    if (texts.empty()) {
        return;
    }
    const Handle type = text_type();
    std::vector<const char*> data;
    for (const std::string& text : texts) {
        data.push_back(text.c_str());
    }
    require_ok(H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, data.data()),
               "cannot write texts");
}

std::vector<std::string> read_texts(const Handle& dataset) {
    const Handle stored = owned(H5Dget_type(dataset.id()), H5Tclose, "cannot read a type");
    if (H5Tis_variable_str(stored.id()) <= 0) {
        throw Failure("labels are not variable-length texts");
    }
    const Handle type = text_type();
    std::vector<char*> data(elements(shape_of(dataset)));
    if (!data.empty()) {
        require_ok(H5Dread(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, data.data()),
                   "cannot read texts");
    }
    std::vector<std::string> texts;
    for (char* text : data) {
        texts.emplace_back(text == nullptr ? "" : text);
        H5free_memory(text);
    }
    return texts;
}

Block whole(const Handle& dataset) {
    return slab(dataset, {});
}

Block slab(const Handle& dataset, const std::vector<hsize_t>& at) {
    Block block{at, std::vector<hsize_t>(at.size(), 1)};
    const std::vector<hsize_t> shape = shape_of(dataset);
    for (std::size_t axis = at.size(); axis < shape.size(); ++axis) {
        block.start.push_back(0);
        block.count.push_back(shape[axis]);
    }
    return block;
}

std::size_t size_of(const Block& block) {
    return elements(block.count);
}

Block rows(hsize_t from, hsize_t count) {
    return {{from}, {count}};
}

void write_block(const Handle& dataset, const Block& block, std::span<const double> values) {
    put(dataset, block, H5T_NATIVE_DOUBLE, values.data(), values.size());
}

void write_block(const Handle& dataset, const Block& block, std::span<const std::int64_t> values) {
    put(dataset, block, H5T_NATIVE_INT64, values.data(), values.size());
}

void write_block(const Handle& dataset, const Block& block, std::span<const std::uint64_t> values) {
    put(dataset, block, H5T_NATIVE_UINT64, values.data(), values.size());
}

std::vector<double> read_doubles(const Handle& dataset, const Block& block) {
    return get<double>(dataset, block, H5T_NATIVE_DOUBLE);
}

std::vector<std::int64_t> read_integers(const Handle& dataset, const Block& block) {
    return get<std::int64_t>(dataset, block, H5T_NATIVE_INT64);
}

std::vector<std::uint64_t> read_unsigneds(const Handle& dataset, const Block& block) {
    return get<std::uint64_t>(dataset, block, H5T_NATIVE_UINT64);
}

void copy_chunk(const Handle& from, const Handle& to, const std::vector<hsize_t>& at) {
    const std::vector<hsize_t> chunk = chunk_of(from);
    SIM_EXPECT(!chunk.empty() && chunk == chunk_of(to));
    std::vector<hsize_t> offset = at;
    offset.resize(chunk.size(), 0);
    // All that follows the leading indices is one chunk.
    const std::vector<hsize_t> shape = shape_of(from);
    for (std::size_t axis = 0; axis < chunk.size(); ++axis) {
        SIM_EXPECT(chunk[axis] == (axis < at.size() ? 1 : shape[axis]));
    }
    hsize_t bytes = 0;
    require_ok(H5Dget_chunk_storage_size(from.id(), offset.data(), &bytes), "cannot read data");
    SIM_EXPECT(bytes > 0);
    std::vector<std::byte> stored(bytes);
    std::uint32_t filters = 0;
    require_ok(H5Dread_chunk(from.id(), H5P_DEFAULT, offset.data(), &filters, stored.data()),
               "cannot read data");
    require_ok(H5Dwrite_chunk(to.id(), H5P_DEFAULT, filters, offset.data(), bytes, stored.data()),
               "cannot write data");
}

bool is_scale(const Handle& dataset) {
    return H5DSis_scale(dataset.id()) > 0;
}

void make_scale(const Handle& dataset, const std::string& name) {
    require_ok(H5DSset_scale(dataset.id(), name.c_str()), "cannot make a dimension scale");
}

void attach_scale(const Handle& dataset, std::size_t axis, const Handle& scale) {
    require_ok(H5DSattach_scale(dataset.id(), scale.id(), static_cast<unsigned>(axis)),
               "cannot attach a dimension scale");
}

std::string dimension_name(const Handle& dataset, std::size_t axis) {
    std::string name;
    H5DSiterate_scales(dataset.id(), static_cast<unsigned>(axis), nullptr, keep_name, &name);
    if (name.empty()) {
        throw Failure("a dimension has no scale");
    }
    return name;
}

}  // namespace sim::h5
