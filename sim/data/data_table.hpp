// SPDX-License-Identifier: Apache-2.0
// A table of recorded numbers that a model needs, declared column by column; the loader reads the
// file of that name from the scenario's data folder and fills it. Knows no file format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/unit.hpp"
#include "sim/params/param.hpp"

namespace sim {

class DataTable;

class DataColumnBase {
  public:
    DataColumnBase(DataTable& table, std::string_view name, Unit unit, std::string_view doc,
                   Range range);
    DataColumnBase(const DataColumnBase&) = delete;
    DataColumnBase& operator=(const DataColumnBase&) = delete;
    virtual ~DataColumnBase() = default;

    std::string_view name() const { return name_; }
    Unit unit() const { return unit_; }
    std::string_view doc() const { return doc_; }
    Range range() const { return range_; }
    // Appends one cell; false if the text is not what the column holds or is out of range.
    virtual bool append(std::string_view text) = 0;
    virtual std::string_view expected() const = 0;
    virtual void clear() = 0;

  private:
    std::string_view name_;
    Unit unit_;
    std::string_view doc_;
    Range range_;
};

// T is double, std::int64_t or std::string.
template <class T>
class DataColumn final : public DataColumnBase {
  public:
    DataColumn(DataTable& table, std::string_view name, Unit unit, std::string_view doc,
               Range range = {})
        : DataColumnBase(table, name, unit, doc, range) {}

    const T& operator[](std::size_t row) const { return cells_[row]; }
    std::size_t size() const { return cells_.size(); }
    const std::vector<T>& cells() const { return cells_; }

    bool append(std::string_view text) override;
    std::string_view expected() const override;
    void clear() override { cells_.clear(); }

  private:
    std::vector<T> cells_;
};

template <>
bool DataColumn<double>::append(std::string_view text);
template <>
bool DataColumn<std::int64_t>::append(std::string_view text);
template <>
bool DataColumn<std::string>::append(std::string_view text);
template <>
std::string_view DataColumn<double>::expected() const;
template <>
std::string_view DataColumn<std::int64_t>::expected() const;
template <>
std::string_view DataColumn<std::string>::expected() const;

class DataTable {
  public:
    DataTable(std::string_view file, std::string_view doc) : file_(file), doc_(doc) {}
    DataTable(const DataTable&) = delete;
    DataTable& operator=(const DataTable&) = delete;
    virtual ~DataTable() = default;

    // The file's name inside the data folder.
    std::string_view file() const { return file_; }
    std::string_view doc() const { return doc_; }
    const std::vector<DataColumnBase*>& columns() const { return columns_; }
    std::size_t rows() const { return rows_; }
    // Called by the reader when every column holds that many cells.
    void filled(std::size_t rows) { rows_ = rows; }

  private:
    friend class DataColumnBase;
    std::string_view file_;
    std::string_view doc_;
    std::vector<DataColumnBase*> columns_;
    std::size_t rows_ = 0;
};

}  // namespace sim
