// SPDX-License-Identifier: Apache-2.0
// Feedbacks that a comparison may freeze: columns of small tables that, in an alternative, are held
// at what they were in the base run of the same replicate. A model declares each of them once, by
// the phases that update these columns; the engine records them there and puts them back.
#pragma once

#include <cstring>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/tables/handle.hpp"

namespace sim {

// A column, found in any world of the model.
struct HeldColumn {
    std::function<Table&(const World&)> table;
    std::function<ColumnBase&(const World&)> column;
};

template <auto Member>
HeldColumn held() {
    using TableType = typename detail::MemberTraits<decltype(Member)>::table;
    return {[](const World& world) -> Table& { return world.table<TableType>(); },
            [](const World& world) -> ColumnBase& { return world.table<TableType>().*Member; }};
}

// The rows of columns as they were, in the order of the declaration.
class HeldValues {
  public:
    struct Part {
        std::size_t first_row = 0;
        std::size_t rows = 0;
        std::vector<std::byte> bytes{};
        bool operator==(const Part&) const = default;
    };

    static HeldValues of(const std::vector<HeldColumn>& columns, const World& world) {
        HeldValues values;
        for (const HeldColumn& held : columns) {
            const Table& table = held.table(world);
            const ColumnBase& column = held.column(world);
            const std::byte* begin = column.bytes() + table.first_row() * column.element_bytes();
            values.parts_.push_back({table.first_row(),
                                     table.size(),
                                     {begin, begin + table.size() * column.element_bytes()}});
        }
        return values;
    }

    // Every row as it was. The tables must have the rows they had.
    void put_back(const std::vector<HeldColumn>& columns, const World& world) const {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Table& table = columns[i].table(world);
            ColumnBase& column = columns[i].column(world);
            SIM_EXPECT(table.first_row() == parts_[i].first_row && table.size() == parts_[i].rows);
            std::memcpy(column.bytes() + table.first_row() * column.element_bytes(),
                        parts_[i].bytes.data(), parts_[i].bytes.size());
        }
    }

    // Column number `column` as it was; index 0 is the table's first row.
    template <class T>
    std::span<const T> values(std::size_t column) const {
        const Part& part = parts_.at(column);
        SIM_EXPECT(part.bytes.size() == part.rows * sizeof(T));
        return {reinterpret_cast<const T*>(part.bytes.data()), part.rows};
    }
    std::size_t bytes() const {
        std::size_t sum = 0;
        for (const Part& part : parts_) {
            sum += part.bytes.size();
        }
        return sum;
    }
    bool operator==(const HeldValues&) const = default;

  private:
    std::vector<Part> parts_;
};

// What is held after a phase has run.
struct Hold {
    std::string_view phase;
    std::vector<HeldColumn> columns;
    // Where putting every row back would take away what policies themselves do: how it is done.
    // Must leave the world as it is if nothing differs.
    std::function<void(const World&, const HeldValues&)> put_back{};
};

struct Feedback {
    std::string_view name;
    std::string_view doc;
    std::vector<Hold> holds;
};

}  // namespace sim
