// SPDX-License-Identifier: Apache-2.0
// The outcome of one replicate in memory, ready for a writer: dense arrays over (time, dimensions…)
// by variable, the state hash by quarter, time spent by phase, and event tables such as the panel.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/quarter.hpp"
#include "sim/output/output.hpp"
#include "sim/output/portrait.hpp"

namespace sim {

// A written variable: companions NAME_base are variables of their own here.
struct RecordedVariable {
    std::string name;
    Unit unit;
    std::vector<std::string> dims;  // after replicate and time
    std::string doc;
    bool is_count = false;
    bool headline = false;
    std::string base{};  // name of the companion, for ratios
};

// A column of an event table; `labels` turns small integers into flag_values and flag_meanings.
struct EventColumn {
    std::string name;
    Unit unit;
    std::string doc;
    bool is_integer = true;
    std::vector<std::string> labels{};
};

// One row per event, columns side by side (values[column][row]).
struct EventTable {
    std::string group;      // "panel", "ledger"
    std::string dimension;  // "event", "entry"
    std::string doc;
    std::vector<EventColumn> columns;
    std::vector<std::vector<double>> values;
};

struct PhaseTime {
    std::string name;
    double seconds;
};

struct Record {
    std::uint32_t replicate = 0;
    std::vector<Quarter> times;
    std::vector<std::vector<double>> values;  // [variable][time × cells]
    std::vector<Quarter> hash_times;          // every simulated quarter, spin-up included
    std::vector<std::uint64_t> hashes;
    std::vector<PhaseTime> timing;
    std::vector<std::int64_t> balances{};  // [time × account], closing; empty without a ledger
    std::vector<EventTable> tables;
    Portrait portrait{};  // only of a run that is compared person by person
    bool complete = false;
};

}  // namespace sim
