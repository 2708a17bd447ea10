// SPDX-License-Identifier: Apache-2.0
// AGENT TABLES, structure of arrays. A table is a list of columns, each declared by one SIM_COLUMN
// line with name, unit and meaning; storage, state hash, checkpoints and pages come from that line.
// Rows form a queue: they are appended at the end and dropped at the front, and never move.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/core/enum.hpp"
#include "sim/core/id.hpp"
#include "sim/core/unit.hpp"
#include "sim/parallel/executor.hpp"
#include "sim/tables/storage.hpp"

namespace sim {

class Table;

// What a column is, without its type.
class ColumnBase {
  public:
    ColumnBase(Table& table, std::string_view name, Unit unit, std::string_view doc,
               std::size_t element_bytes);
    ColumnBase(const ColumnBase&) = delete;
    ColumnBase& operator=(const ColumnBase&) = delete;
    virtual ~ColumnBase() = default;

    std::string_view name() const { return name_; }
    Unit unit() const { return unit_; }
    std::string_view doc() const { return doc_; }
    std::size_t element_bytes() const { return element_bytes_; }
    // Short name of the stored type for pages: "uint8", "float", "enum (5 names)".
    virtual std::string_view type_name() const = 0;

    const std::byte* bytes() const { return static_cast<const std::byte*>(storage_.data()); }
    std::byte* bytes() { return static_cast<std::byte*>(storage_.data()); }

  protected:
    friend class Table;
    Storage storage_;

  private:
    std::string_view name_;
    Unit unit_;
    std::string_view doc_;
    std::size_t element_bytes_;
};

namespace detail {
template <class T>
constexpr std::string_view stored_type_name() {
    if constexpr (std::is_enum_v<T>) {
        return "enum";
    } else if constexpr (std::is_same_v<T, float>) {
        return "float32";
    } else if constexpr (std::is_same_v<T, double>) {
        return "float64";
    } else if constexpr (std::is_class_v<T>) {
        return sizeof(T) == 1 ? "8 bits" : sizeof(T) == 2 ? "16 bits" : "32 bits";
    } else if constexpr (std::is_unsigned_v<T>) {
        return sizeof(T) == 1   ? "uint8"
               : sizeof(T) == 2 ? "uint16"
               : sizeof(T) == 4 ? "uint32"
                                : "uint64";
    } else {
        return sizeof(T) == 1   ? "int8"
               : sizeof(T) == 2 ? "int16"
               : sizeof(T) == 4 ? "int32"
                                : "int64";
    }
}
}  // namespace detail

// One attribute of all rows. New rows hold zero bytes.
template <class T>
class Column final : public ColumnBase {
    static_assert(std::is_trivially_copyable_v<T>);

  public:
    using value_type = T;

    Column(Table& table, std::string_view name, Unit unit, std::string_view doc)
        : ColumnBase(table, name, unit, doc, sizeof(T)) {}

    std::string_view type_name() const override { return detail::stored_type_name<T>(); }

    T* data() { return static_cast<T*>(storage_.data()); }
    const T* data() const { return static_cast<const T*>(storage_.data()); }
    T& operator[](std::size_t row) { return data()[row]; }
    const T& operator[](std::size_t row) const { return data()[row]; }
};

class Table {
  public:
    Table(std::string_view name, std::string_view doc) : name_(name), doc_(doc) {}
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    virtual ~Table() = default;

    std::string_view name() const { return name_; }
    std::string_view doc() const { return doc_; }
    const std::vector<ColumnBase*>& columns() const { return columns_; }
    std::size_t bytes_per_row() const;

    // Reserves room for all rows that the table will ever hold; once, before the first append.
    void reserve(std::size_t capacity);
    // Appends rows of zero bytes and returns the first of them. Needs room reserved for them.
    std::size_t append(std::size_t rows);
    // Ends the first `rows` rows; their memory goes back to the system, their numbers stay used.
    void drop_front(std::size_t rows);
    // Makes exactly the rows [first, end) exist, all of zero bytes, whatever was there before: the
    // room into which a saved state is read. Needs room reserved for them.
    void replace_rows(std::size_t first, std::size_t end);

    // Rows [first_row, end_row) exist.
    std::size_t first_row() const { return first_; }
    std::size_t end_row() const { return end_; }
    std::size_t size() const { return end_ - first_; }
    std::size_t capacity() const { return capacity_; }

    // A digest of every column's existing rows and of the row range.
    std::uint64_t hash(const Executor& executor) const;

  private:
    friend class ColumnBase;

    std::string_view name_;
    std::string_view doc_;
    std::vector<ColumnBase*> columns_;
    std::size_t capacity_ = 0;
    std::size_t first_ = 0;
    std::size_t end_ = 0;
};

}  // namespace sim

// Opens a table: SIM_TABLE(PersonTable, PersonId, "person", "Residents …"); Id is its row number.
#define SIM_TABLE(Type, RowId, name, doc) \
    using Id = RowId;                     \
    Type() : ::sim::Table(name, doc) {}

// Declares one attribute: SIM_COLUMN(std::uint8_t, age, unit::year, "Completed years …");
#define SIM_COLUMN(Type, name, unit, doc) \
    ::sim::Column<Type> name {            \
        *this, #name, unit, doc           \
    }
