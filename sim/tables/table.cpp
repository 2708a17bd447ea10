// SPDX-License-Identifier: Apache-2.0
#include "sim/tables/table.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace sim {

ColumnBase::ColumnBase(Table& table, std::string_view name, Unit unit, std::string_view doc,
                       std::size_t element_bytes)
    : name_(name), unit_(unit), doc_(doc), element_bytes_(element_bytes) {
    for (const ColumnBase* other : table.columns_) {
        SIM_EXPECT(other->name() != name);
    }
    table.columns_.push_back(this);
}

std::size_t Table::bytes_per_row() const {
    std::size_t bytes = 0;
    for (const ColumnBase* column : columns_) {
        bytes += column->element_bytes();
    }
    return bytes;
}

void Table::reserve(std::size_t capacity) {
    SIM_EXPECT(capacity_ == 0 && end_ == 0);
    capacity_ = capacity;
    for (ColumnBase* column : columns_) {
        column->storage_.reserve(capacity * column->element_bytes());
    }
}

std::size_t Table::append(std::size_t rows) {
    SIM_EXPECT(end_ + rows <= capacity_);
    const std::size_t first = end_;
    end_ += rows;
    return first;
}

void Table::drop_front(std::size_t rows) {
    SIM_EXPECT(rows <= size());
    const std::size_t first = first_ + rows;
    for (ColumnBase* column : columns_) {
        column->storage_.release(first_ * column->element_bytes(), first * column->element_bytes());
    }
    first_ = first;
}

void Table::replace_rows(std::size_t first, std::size_t end) {
    SIM_EXPECT(first <= end && end <= capacity_);
    for (ColumnBase* column : columns_) {
        column->storage_.clear();
    }
    first_ = first;
    end_ = end;
}

std::uint64_t Table::hash(const Executor& executor) const {
    constexpr std::size_t grain = std::size_t{1} << 18;  // bytes; fixed, so the digest is too
    std::uint64_t digest = XXH3_64bits_withSeed(name_.data(), name_.size(), first_);
    for (const ColumnBase* column : columns_) {
        const std::byte* begin = column->bytes() + first_ * column->element_bytes();
        const std::size_t bytes = size() * column->element_bytes();
        const auto of_chunk = [&](const Chunk& chunk) {
            return static_cast<std::uint64_t>(
                XXH3_64bits(begin + chunk.begin, chunk.end - chunk.begin));
        };
        const auto fold = [](std::uint64_t a, std::uint64_t b) {
            return static_cast<std::uint64_t>(XXH3_64bits_withSeed(&b, sizeof b, a));
        };
        digest = fold(digest, XXH3_64bits(column->name().data(), column->name().size()));
        digest = executor.reduce(bytes, grain, digest, of_chunk, fold);
    }
    return digest;
}

}  // namespace sim
