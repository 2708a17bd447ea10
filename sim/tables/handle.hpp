// SPDX-License-Identifier: Apache-2.0
// Handles are the access list: a phase or output touches only columns that it holds a handle for,
// and the schedule derives conflicts from them. Read: any row. Write: the row at hand only.
// Scatter: any row, from serial code that writes back the result of a contest.
#pragma once

#include <functional>
#include <string_view>
#include <typeindex>
#include <vector>

#include "sim/tables/world.hpp"

namespace sim {

enum class AccessMode { read, write, scatter };

struct Access {
    AccessMode mode;
    std::type_index table_type;
    std::string_view table;   // filled when bound
    std::string_view column;  // filled when bound
    std::function<void(World&, Access&)> bind;
};

// Whatever touches columns: phases, instruments, outputs.
class Accessor {
  public:
    Accessor() = default;
    Accessor(const Accessor&) = delete;
    Accessor& operator=(const Accessor&) = delete;
    virtual ~Accessor() = default;

    // Points every handle at the world's columns; needed once before use, after reserve.
    void bind(World& world) {
        for (Access& access : accesses_) {
            access.bind(world, access);
        }
        for (const std::function<void(const World&)>& find_rows : row_ranges_) {
            find_rows(world);
        }
    }
    const std::vector<Access>& accesses() const { return accesses_; }

  private:
    template <auto Member, AccessMode Mode>
    friend class Handle;
    template <class TableType>
    friend class Rows;
    std::vector<Access> accesses_;
    // Row ranges are no access: rows come and go between phases, never during one.
    std::vector<std::function<void(const World&)>> row_ranges_;
};

namespace detail {
template <class M>
struct MemberTraits;
template <class TableType, class T>
struct MemberTraits<Column<T> TableType::*> {
    using table = TableType;
    using value = T;
};
}  // namespace detail

template <auto Member, AccessMode Mode>
class Handle {
    using Traits = detail::MemberTraits<decltype(Member)>;
    using TableType = typename Traits::table;
    using Value = typename Traits::value;
    using Element = std::conditional_t<Mode == AccessMode::read, const Value, Value>;

  public:
    using Id = typename TableType::Id;

    explicit Handle(Accessor& owner) {
        owner.accesses_.push_back(
            {Mode, typeid(TableType), {}, {}, [this](World& world, Access& a) {
                 TableType& table = world.table<TableType>();
                 data_ = (table.*Member).data();
                 a.table = table.name();
                 a.column = (table.*Member).name();
             }});
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    Element& operator[](Id id) const { return data_[id.row()]; }
    // The whole column; index by row number.
    Element* data() const { return data_; }

  private:
    Element* data_ = nullptr;
};

template <auto Member>
using Read = Handle<Member, AccessMode::read>;
template <auto Member>
using Write = Handle<Member, AccessMode::write>;
template <auto Member>
using Scatter = Handle<Member, AccessMode::scatter>;

// Access to a table's row range (and nothing else of it); a member of what it is made for, like a
// handle, or made from a world at hand.
template <class TableType>
class Rows {
  public:
    explicit Rows(Accessor& owner) {
        owner.row_ranges_.push_back(
            [this](const World& world) { table_ = &world.table<TableType>(); });
    }
    explicit Rows(const World& world) : table_(&world.table<TableType>()) {}
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    std::size_t first() const { return table_->first_row(); }
    std::size_t end() const { return table_->end_row(); }
    std::size_t size() const { return table_->size(); }

  private:
    const TableType* table_ = nullptr;
};

}  // namespace sim
