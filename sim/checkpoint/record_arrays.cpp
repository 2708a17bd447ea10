// SPDX-License-Identifier: Apache-2.0
// Names of arrays say what they are: "times", "values/NUMBER of the variable", "balances",
// "tables/GROUP/NUMBER of the column" and, by phase, "seconds".
#include "sim/checkpoint/record_arrays.hpp"

#include <fmt/format.h>

#include "sim/checkpoint/array_values.hpp"
#include "sim/core/error.hpp"

namespace sim {

namespace {

constexpr std::string_view values_part = "values/";
constexpr std::string_view tables_part = "tables/";

std::vector<Quarter> quarters_of(const std::vector<std::int64_t>& numbers) {
    std::vector<Quarter> quarters;
    for (const std::int64_t number : numbers) {
        quarters.push_back(Quarter::from_index(static_cast<int>(number)));
    }
    return quarters;
}

// Arrays of one table follow one another.
EventTable& table_of(std::vector<EventTable>& tables, std::string_view array) {
    const std::string_view rest = array.substr(tables_part.size());
    const std::string group(rest.substr(0, rest.find('/')));
    if (tables.empty() || tables.back().group != group) {
        tables.push_back({group, {}, {}, {}, {}});
    }
    return tables.back();
}

}  // namespace

RecordArrays::RecordArrays(const Record& record) {
    // Named one by one, so that a new part of a record cannot be forgotten here: replicate, hashes
    // and their times are in the manifest, and what is complete needs no checkpoint, nor the
    // portrait that is taken at the end.
    const auto& [replicate, times, values, hash_times, hashes, timing, balances, tables, portrait,
                 complete] = record;
    SIM_EXPECT(!complete && portrait.empty() && hashes.size() == hash_times.size());
    const auto keep = [this](std::string name, const auto& numbers) {
        list_.push_back(state_array(std::move(name), numbers));
    };
    for (const Quarter time : times) {
        times_.push_back(time.index());
    }
    keep("times", times_);
    for (std::size_t v = 0; v < values.size(); ++v) {
        keep(fmt::format("{}{}", values_part, v), values[v]);
    }
    keep("balances", balances);
    for (const EventTable& table : tables) {
        for (std::size_t c = 0; c < table.values.size(); ++c) {
            keep(fmt::format("{}{}/{}", tables_part, table.group, c), table.values[c]);
        }
    }
    for (const PhaseTime& phase : timing) {
        seconds_.push_back(phase.seconds);
    }
    keep("seconds", seconds_);
}

Record record_in(const StateFile& file) {
    Record record;
    record.replicate = file.manifest().origin.replicate;
    record.hashes = file.manifest().hashes;
    for (const StateColumn& array : file.manifest().record) {
        if (array.name == "times") {
            record.times = quarters_of(values_in<std::int64_t>(file, array));
        } else if (array.name.starts_with(values_part)) {
            record.values.push_back(values_in<double>(file, array));
        } else if (array.name == "balances") {
            record.balances = values_in<std::int64_t>(file, array);
        } else if (array.name.starts_with(tables_part)) {
            table_of(record.tables, array.name).values.push_back(values_in<double>(file, array));
        } else if (array.name == "seconds") {
            for (const double seconds : values_in<double>(file, array)) {
                record.timing.push_back({{}, seconds});
            }
        } else {
            throw IoError(
                fmt::format("{}: array {} is none of a record", file.file().name(), array.name));
        }
    }
    return record;
}

}  // namespace sim
