// SPDX-License-Identifier: Apache-2.0
// All mutable state of one replicate: its tables, found by type. Nothing that changes during a run
// lives anywhere else, so the state hash and a checkpoint are complete.
#pragma once

#include <memory>
#include <typeindex>
#include <vector>

#include "sim/tables/table.hpp"

namespace sim {

class World {
  public:
    // Makes the table of that type; each type once.
    template <class T>
    T& add() {
        SIM_EXPECT(find(typeid(T)) == nullptr);
        auto table = std::make_unique<T>();
        T& reference = *table;
        tables_.push_back({typeid(T), std::move(table)});
        return reference;
    }

    template <class T>
    T& table() const {
        Table* found = find(typeid(T));
        if (found == nullptr) {  // not a contract: the check costs nothing and must always be on
            throw ContractError(std::string("the world lacks a table of type ") + typeid(T).name());
        }
        return static_cast<T&>(*found);
    }

    // In the order in which they were added.
    std::vector<Table*> tables() const {
        std::vector<Table*> list;
        for (const Entry& entry : tables_) {
            list.push_back(entry.table.get());
        }
        return list;
    }

    std::uint64_t hash(const Executor& executor) const;

  private:
    struct Entry {
        std::type_index type;
        std::unique_ptr<Table> table;
    };

    Table* find(std::type_index type) const {
        for (const Entry& entry : tables_) {
            if (entry.type == type) {
                return entry.table.get();
            }
        }
        return nullptr;
    }

    std::vector<Entry> tables_;
};

}  // namespace sim
