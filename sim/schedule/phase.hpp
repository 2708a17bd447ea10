// SPDX-License-Identifier: Apache-2.0
// A step of a tick. Its handles are its access list; its name is also the purpose of its random
// numbers, so renaming a phase redraws it and nothing else.
#pragma once

#include <string_view>

#include "sim/schedule/clock.hpp"
#include "sim/tables/handle.hpp"

namespace sim {

class Phase : public Accessor {
  public:
    Phase(std::string_view name, std::string_view doc) : name_(name), doc_(doc) {}

    std::string_view name() const { return name_; }
    std::string_view doc() const { return doc_; }
    Purpose purpose() const { return Purpose(name_); }
    // In which quarters of the year the phase acts, as bits 1 to 4; 0b11110 is every quarter.
    virtual unsigned quarters() const { return every_quarter; }
    // Ticks before the phase comes into being: it is not called then and has no effect at all.
    virtual bool is_before_start(Quarter) const { return false; }
    // Called for each tick whose quarter is in quarters(). Not concurrently with other phases
    // unless the schedule put them together, which it does only where accesses do not conflict.
    virtual void run(const Tick& tick) = 0;

    static constexpr unsigned every_quarter = 0b11110;
    static constexpr unsigned only(int quarter) { return 1U << static_cast<unsigned>(quarter); }

  protected:
    // body(Id, Rng&) for each row of the table, in parallel; a row may write only itself. The
    // random numbers belong to the row's identity, which is its number unless the table says
    // otherwise.
    template <class TableType, class Body>
    void for_each_row(const Tick& tick, const Rows<TableType>& rows, Body&& body) const {
        const Stream stream = tick.stream(purpose());
        const std::size_t first = rows.first();
        tick.executor().for_chunks(rows.size(), grain, [&](const Chunk& chunk) {
            for (std::size_t row = first + chunk.begin; row < first + chunk.end; ++row) {
                Rng rng = stream.at(Identity{row}, tick.key());
                body(typename TableType::Id(row), rng);
            }
        });
    }

    static constexpr std::size_t grain = 4096;

  private:
    std::string_view name_;
    std::string_view doc_;
};

}  // namespace sim
