// SPDX-License-Identifier: Apache-2.0
// Data sets: creation with chunks, compression and fill value; whole and block-wise reading and
// writing; dimension scales. Values are row-major; numbers are converted to the file's type.
#pragma once

#include <span>

#include "sim/hdf5/h5_file.hpp"

namespace sim::h5 {

enum class Type { uint8, int16, int32, int64, uint64, float32, float64, text };

// The little-endian type in the file.
hid_t stored_type(Type type);
// The least value of a signed integer type; stands for "missing" where a column has gaps.
std::int64_t least_value(Type type);

// What an element holds that was never written.
enum class Fill { zero, missing };  // missing: NaN, or the type's least value

enum class Filter { none, deflate };

struct Storage {
    Type type = Type::float64;
    std::vector<hsize_t> shape{};
    std::vector<hsize_t> chunk{};  // empty: in one piece, uncompressed
    Fill fill = Fill::zero;
    Filter filter = Filter::deflate;
    bool growing = false;  // the first dimension has no limit
};

// Chunks of half a kilobyte or more are shuffled and deflated unless the filter is none. Numbers in
// one piece have their place in the file at once.
Handle create_dataset(const Handle& group, const std::string& name, const Storage& storage);
Handle open_dataset(const Handle& parent, const std::string& path);

std::vector<hsize_t> shape_of(const Handle& dataset);
bool is_integer(const Handle& dataset);
void resize(const Handle& dataset, hsize_t rows);

void write_texts(const Handle& dataset, const std::vector<std::string>& texts);
std::vector<std::string> read_texts(const Handle& dataset);

// A rectangular part of a data set: everything at the leading indices `at`, or `rows` of the first
// dimension from `from`.
struct Block {
    std::vector<hsize_t> start;
    std::vector<hsize_t> count;
};
Block whole(const Handle& dataset);
Block slab(const Handle& dataset, const std::vector<hsize_t>& at);
Block rows(hsize_t from, hsize_t count);
std::size_t size_of(const Block& block);

void write_block(const Handle& dataset, const Block& block, std::span<const double> values);
void write_block(const Handle& dataset, const Block& block, std::span<const std::int64_t> values);
void write_block(const Handle& dataset, const Block& block, std::span<const std::uint64_t> values);
std::vector<double> read_doubles(const Handle& dataset, const Block& block);
std::vector<std::int64_t> read_integers(const Handle& dataset, const Block& block);
std::vector<std::uint64_t> read_unsigneds(const Handle& dataset, const Block& block);

// Copies the chunk at the leading indices `at`, which was written, as it is stored, between data
// sets that were created alike but for their extent.
void copy_chunk(const Handle& from, const Handle& to, const std::vector<hsize_t>& at);

bool is_scale(const Handle& dataset);
void make_scale(const Handle& dataset, const std::string& name);
void attach_scale(const Handle& dataset, std::size_t axis, const Handle& scale);
// Name of the dimension along an axis, as its scale says.
std::string dimension_name(const Handle& dataset, std::size_t axis);

}  // namespace sim::h5
