// SPDX-License-Identifier: Apache-2.0
#include "sim/checkpoint/manifest.hpp"

#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/core/error.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t alignment = 64;  // of columns in the file, bytes

std::uint64_t aligned(std::uint64_t offset) {
    return (offset + alignment - 1) / alignment * alignment;
}

std::string hex(std::uint64_t number) {
    return fmt::format("{:016x}", number);
}

std::uint64_t number_of(const std::string& hex) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
    if (error != std::errc{} || end != hex.data() + hex.size()) {
        throw IoError(fmt::format("'{}' is no hash", hex));
    }
    return number;
}

Json json_of(const std::vector<StateColumn>& columns) {
    Json list = Json::array();
    for (const StateColumn& column : columns) {
        list.push_back({{"name", column.name},
                        {"type", column.type},
                        {"element_bytes", column.element_bytes},
                        {"offset", column.offset},
                        {"bytes", column.bytes},
                        {"digest", hex(column.digest)}});
    }
    return list;
}

Json json_of(const StateTable& table) {
    return {{"name", table.name},
            {"first_row", table.first_row},
            {"end_row", table.end_row},
            {"columns", json_of(table.columns)}};
}

std::vector<StateColumn> columns_of(const Json& json) {
    std::vector<StateColumn> columns;
    for (const Json& column : json) {
        columns.push_back(
            {column.at("name").get<std::string>(), column.at("type").get<std::string>(),
             column.at("element_bytes").get<std::uint64_t>(),
             column.at("offset").get<std::uint64_t>(), column.at("bytes").get<std::uint64_t>(),
             number_of(column.at("digest").get<std::string>())});
    }
    return columns;
}

StateTable table_of(const Json& json) {
    return {json.at("name").get<std::string>(), json.at("first_row").get<std::uint64_t>(),
            json.at("end_row").get<std::uint64_t>(), columns_of(json.at("columns"))};
}

StateOrigin origin_of(const Json& json) {
    const auto quarter_text = json.at("quarter").get<std::string>();
    const auto quarter = Quarter::parse(quarter_text);
    if (!quarter) {
        throw IoError(fmt::format("'{}' is no quarter", quarter_text));
    }
    return {json.at("program").get<std::string>(),
            json.at("model").get<std::string>(),
            json.at("scenario").get<std::string>(),
            json.at("data_hash").get<std::string>(),
            json.at("seed").get<std::uint64_t>(),
            json.at("replicate").get<std::uint32_t>(),
            *quarter};
}

std::string column_misfit(const StateTable& saved, std::size_t number, const Table& table) {
    const StateColumn& column = saved.columns[number];
    const ColumnBase& own = *table.columns()[number];
    const std::string name = fmt::format("{}.{}", saved.name, column.name);
    if (column.name != own.name()) {
        return fmt::format("column {} stands where {}.{} belongs", name, table.name(), own.name());
    }
    if (column.element_bytes != own.element_bytes() || column.type != own.type_name()) {
        return fmt::format("column {} holds {} of {} bytes, not {} of {}", name, column.type,
                           column.element_bytes, own.type_name(), own.element_bytes());
    }
    if (column.bytes != (saved.end_row - saved.first_row) * column.element_bytes) {
        return fmt::format("column {} has {} bytes for {} rows", name, column.bytes,
                           saved.end_row - saved.first_row);
    }
    return {};
}

std::string table_misfit(const StateTable& saved, const Table& table) {
    if (saved.name != table.name()) {
        return fmt::format("table {} stands where {} belongs", saved.name, table.name());
    }
    if (saved.first_row > saved.end_row || saved.end_row > table.capacity()) {
        return fmt::format("table {} has rows {} to {}, room is for {}", saved.name,
                           saved.first_row, saved.end_row, table.capacity());
    }
    if (saved.columns.size() != table.columns().size()) {
        return fmt::format("table {} has {} columns, not {}", saved.name, saved.columns.size(),
                           table.columns().size());
    }
    for (std::size_t c = 0; c < saved.columns.size(); ++c) {
        if (std::string problem = column_misfit(saved, c, table); !problem.empty()) {
            return problem;
        }
    }
    return {};
}

template <class Column, class Manifest>
std::vector<Column*> all_columns(Manifest& manifest) {
    std::vector<Column*> list;
    for (auto& table : manifest.tables) {
        for (auto& column : table.columns) {
            list.push_back(&column);
        }
    }
    for (auto& array : manifest.record) {
        list.push_back(&array);
    }
    return list;
}

}  // namespace

std::vector<StateColumn*> StateManifest::columns() {
    return all_columns<StateColumn>(*this);
}

std::vector<const StateColumn*> StateManifest::columns() const {
    return all_columns<const StateColumn>(*this);
}

std::vector<StateTable> tables_of(const World& world) {
    std::vector<StateTable> tables;
    for (const Table* table : world.tables()) {
        StateTable saved{std::string(table->name()), table->first_row(), table->end_row(), {}};
        for (const ColumnBase* column : table->columns()) {
            saved.columns.push_back({std::string(column->name()), std::string(column->type_name()),
                                     column->element_bytes(), 0,
                                     table->size() * column->element_bytes(), 0});
        }
        tables.push_back(std::move(saved));
    }
    return tables;
}

std::uint64_t lay_out(StateManifest& manifest, std::uint64_t offset) {
    for (StateColumn* column : manifest.columns()) {
        column->offset = aligned(offset);
        offset = column->offset + column->bytes;
    }
    return offset;
}

std::string misfit(const std::vector<StateTable>& tables, const World& world) {
    const std::vector<Table*> own = world.tables();
    if (tables.size() != own.size()) {
        return fmt::format("holds {} tables, not {}", tables.size(), own.size());
    }
    for (std::size_t t = 0; t < tables.size(); ++t) {
        if (std::string problem = table_misfit(tables[t], *own[t]); !problem.empty()) {
            return problem;
        }
    }
    return {};
}

std::string manifest_text(const StateManifest& manifest) {
    const StateOrigin& origin = manifest.origin;
    Json hashes = Json::array();
    for (const std::uint64_t hash : manifest.hashes) {
        hashes.push_back(hex(hash));
    }
    Json tables = Json::array();
    for (const StateTable& table : manifest.tables) {
        tables.push_back(json_of(table));
    }
    const Json json = {{"program", origin.program},
                       {"model", origin.model},
                       {"data_hash", origin.data_hash},
                       {"seed", origin.seed},
                       {"replicate", origin.replicate},
                       {"quarter", origin.quarter.text()},
                       {"state_hash", hex(manifest.state_hash)},
                       {"hashes", std::move(hashes)},
                       {"tables", std::move(tables)},
                       {"record", json_of(manifest.record)},
                       {"scenario", origin.scenario}};
    return json.dump(1) + '\n';
}

StateManifest read_manifest(std::string_view text) {
    try {
        const Json json = Json::parse(text);
        StateManifest manifest{
            origin_of(json), number_of(json.at("state_hash").get<std::string>()), {}, {}};
        for (const Json& hash : json.at("hashes")) {
            manifest.hashes.push_back(number_of(hash.get<std::string>()));
        }
        for (const Json& table : json.at("tables")) {
            manifest.tables.push_back(table_of(table));
        }
        manifest.record = columns_of(json.at("record"));
        return manifest;
    } catch (const nlohmann::json::exception& error) {
        throw IoError(error.what());
    }
}

}  // namespace sim
