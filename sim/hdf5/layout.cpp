// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "sim/core/build_info.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/hdf5/grid.hpp"
#include "sim/hdf5/layout_version.hpp"
#include "sim/hdf5/machine.hpp"
#include "sim/hdf5/people_layout.hpp"

namespace sim {

namespace {

constexpr std::string_view balance_path = "accounts/balance";

void write_root(const h5::Handle& root, const ResultHeader& header, const Provenance& provenance,
                Status status) {
    h5::write_attribute(root, "filetype", std::string(result_filetype));
    h5::write_attribute(root, "format_version",
                        fmt::format("{}.{}", result_format_major, result_format_minor));
    h5::write_attribute(root, "program_version", provenance.program_version);
    h5::write_attribute(root, "git_commit", provenance.git_commit);
    h5::write_attribute(root, "dirty", provenance.dirty);
    if (status == Status::partial && !header.build.empty()) {
        h5::write_attribute(root, build_attribute, header.build);
    }
    h5::write_attribute(root, "command", header.command);
    if (!header.analysis.empty()) {
        h5::write_attribute(root, "analysis", header.analysis);
    }
    h5::write_attribute(root, "scenario", header.scenario_text);
    if (!has_scenario_axis(header) && !header.scenarios.empty()) {
        h5::write_attribute(root, "scenario_label", header.scenarios.front());
    }
    h5::write_attribute(root, "scenario_hash", header.scenario_hash);
    h5::write_attribute(root, "data_hash", header.data_hash);
    h5::write_attribute(root, "seed", header.seed);
    h5::write_attribute(root, "scale", header.scale);
    h5::write_attribute(root, "created", provenance.created);
    h5::write_attribute(root, "machine", provenance.machine);
    h5::write_attribute(root, "status",
                        std::string(status == Status::complete ? "complete" : "partial"));
}

void add_leading(h5::Grid& grid, const ResultHeader& header) {
    if (has_scenario_axis(header)) {
        grid.add_labels(
            {"scenario", header.scenarios, "Scenarios compared; the first is the base."});
    }
    grid.add_replicates(header.replicates);
}

void add_complete_flags(h5::Grid& grid, const ResultHeader& header) {
    const h5::Handle flags = grid.add_variable(
        {.name = "replicate_complete",
         .type = h5::Type::uint8,
         .dims = leading_dims(header),
         .description = "Whether the replicate is in the file; 0 only while status is partial."});
    h5::write_attribute(flags, "flag_values", h5::stored_type(h5::Type::uint8), {0, 1});
    h5::write_attribute(flags, "flag_meanings", std::string("missing complete"));
}

void add_outcome(h5::Grid& grid, const ResultHeader& header, const RecordedVariable& variable,
                 Status status) {
    std::vector<std::string> dims = leading_dims(header);
    const std::size_t split = dims.size();
    dims.emplace_back("time");
    dims.insert(dims.end(), variable.dims.begin(), variable.dims.end());
    const h5::Type type = variable.is_count ? h5::Type::int64 : h5::Type::float64;
    const bool has_gaps = !variable.is_count || status == Status::partial;
    const h5::Handle dataset =
        grid.add_variable({.name = variable.name,
                           .type = type,
                           .dims = std::move(dims),
                           .unit = std::string(variable.unit.symbol),
                           .description = variable.doc,
                           .split = split,
                           .fill = has_gaps ? h5::Fill::missing : h5::Fill::zero});
    if (!variable.base.empty()) {
        h5::write_attribute(dataset, "base", variable.base);
    }
    if (variable.headline) {
        h5::write_attribute(dataset, "headline", std::int64_t{1});
    }
    if (variable.is_count && has_gaps) {
        h5::write_attribute(dataset, "_FillValue", h5::stored_type(type), {h5::least_value(type)});
    }
}

void create_hashes(const h5::Handle& file, const ResultHeader& header) {
    h5::Grid grid(file, "state_hash",
                  "Hash of the whole state at the end of every simulated quarter.");
    add_leading(grid, header);
    grid.add_times(header.hash_times);
    std::vector<std::string> dims = leading_dims(header);
    dims.emplace_back("time");
    grid.add_variable({.name = "hash",
                       .type = h5::Type::uint64,
                       .dims = std::move(dims),
                       .description = "Equal hashes mean equal runs; 0 for a missing replicate."});
}

// Closing balances; the times are those of the outcomes.
void create_accounts(const h5::Handle& file, const ResultHeader& header, Status status) {
    if (header.accounts.empty()) {
        return;
    }
    h5::Grid grid(file, "accounts", "Closing balances of the accounts of the ledger.");
    add_leading(grid, header);
    grid.add_times(header.times);
    grid.add_labels({"account", header.accounts, "Who pays and is paid."});
    std::vector<std::string> dims = leading_dims(header);
    dims.insert(dims.end(), {"time", "account"});
    const bool has_gaps = status == Status::partial;
    const h5::Handle balance =
        grid.add_variable({.name = "balance",
                           .type = h5::Type::int64,
                           .dims = std::move(dims),
                           .unit = std::string(unit::yuan.symbol),
                           .description = "Money in hand at the end of the quarter.",
                           .fill = has_gaps ? h5::Fill::missing : h5::Fill::zero});
    if (has_gaps) {
        h5::write_attribute(balance, "_FillValue", h5::stored_type(h5::Type::int64),
                            {h5::least_value(h5::Type::int64)});
    }
}

void write_parameters(const h5::Handle& file, const std::vector<ParameterRow>& rows) {
    if (rows.empty()) {
        return;
    }
    std::vector<std::string> names;
    for (const ParameterRow& row : rows) {
        names.push_back(row.name);
    }
    h5::Grid grid(file, "parameters", "Every parameter as it was in this run.");
    grid.add_labels({"parameter", names, "Full name of the parameter."});
    const auto add_texts = [&](const char* name, const char* doc, const auto& text_of) {
        std::vector<std::string> texts;
        for (const ParameterRow& row : rows) {
            texts.push_back(text_of(row));
        }
        const h5::Handle dataset = grid.add_variable(
            {.name = name, .type = h5::Type::text, .dims = {"parameter"}, .description = doc});
        h5::write_texts(dataset, texts);
    };
    add_texts("value", "The value as text, in the parameter's unit.",
              [](const ParameterRow& row) { return row.value; });
    std::vector<double> numbers;
    for (const ParameterRow& row : rows) {
        numbers.push_back(
            parse_number(row.value).value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    const h5::Handle number = grid.add_variable({.name = "number",
                                                 .dims = {"parameter"},
                                                 .description = "The value where it is a number.",
                                                 .fill = h5::Fill::missing});
    h5::write_block(number, h5::whole(number), numbers);
    add_texts("unit", "Unit of the value.", [](const ParameterRow& row) { return row.unit; });
    add_texts("range", "What the parameter accepts.",
              [](const ParameterRow& row) { return row.range; });
    add_texts("mark", "Kind of the default's source, as a letter.",
              [](const ParameterRow& row) { return std::string(1, row.mark); });
    add_texts("source", "Where the default comes from.",
              [](const ParameterRow& row) { return row.source; });
    add_texts("description", "What the parameter means.",
              [](const ParameterRow& row) { return row.doc; });
}

std::vector<std::int64_t> whole_numbers(const std::vector<double>& values) {
    std::vector<std::int64_t> counts;
    counts.reserve(values.size());
    for (const double value : values) {
        SIM_EXPECT(std::isfinite(value));
        counts.push_back(std::llround(value));
    }
    return counts;
}

}  // namespace

Provenance this_program() {
    return {std::string(program_version()), std::string(git_commit()), git_dirty() ? 1 : 0,
            utc_time(), machine_description()};
}

Provenance read_provenance(const h5::Handle& file) {
    const h5::Handle root = h5::open_group(file, "/");
    return {h5::read_text(root, "program_version"), h5::read_text(root, "git_commit"),
            h5::read_integer(root, "dirty"), h5::read_text(root, "created"),
            h5::read_text(root, "machine")};
}

bool has_scenario_axis(const ResultHeader& header) {
    return header.scenarios.size() > 1;
}

std::vector<std::string> leading_dims(const ResultHeader& header) {
    return has_scenario_axis(header) ? std::vector<std::string>{"scenario", "replicate"}
                                     : std::vector<std::string>{"replicate"};
}

std::vector<hsize_t> leading_index(const ResultHeader& header, std::size_t scenario,
                                   std::size_t replicate) {
    return has_scenario_axis(header) ? std::vector<hsize_t>{scenario, replicate}
                                     : std::vector<hsize_t>{replicate};
}

void create_layout(const h5::Handle& file, const ResultHeader& header, const Provenance& provenance,
                   Status status) {
    const h5::Handle root = h5::open_group(file, "/");
    write_root(root, header, provenance, status);
    {
        h5::Grid outcomes(file, "outcomes", "What was measured, quarter by quarter.");
        add_leading(outcomes, header);
        outcomes.add_times(header.times);
        for (const Dimension& dimension : header.dimensions) {
            outcomes.add_labels(dimension);
        }
        add_complete_flags(outcomes, header);
        for (const RecordedVariable& variable : header.variables) {
            add_outcome(outcomes, header, variable, status);
        }
    }
    create_hashes(file, header);
    create_accounts(file, header, status);
    create_people(file, header, status);
    write_parameters(file, header.parameters);
}

void write_replicate(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                     const Record& record) {
    SIM_EXPECT(record.values.size() == header.variables.size());
    SIM_EXPECT(record.times == header.times);
    SIM_EXPECT(record.hash_times == header.hash_times);
    const std::vector<hsize_t> at = leading_index(header, scenario, record.replicate);
    for (std::size_t i = 0; i < header.variables.size(); ++i) {
        const h5::Handle dataset = h5::open_dataset(file, "outcomes/" + header.variables[i].name);
        const h5::Block block = h5::slab(dataset, at);
        if (header.variables[i].is_count) {
            h5::write_block(dataset, block, whole_numbers(record.values[i]));
        } else {
            h5::write_block(dataset, block, record.values[i]);
        }
    }
    const h5::Handle hash = h5::open_dataset(file, "state_hash/hash");
    h5::write_block(hash, h5::slab(hash, at), record.hashes);
    SIM_EXPECT(record.balances.size() == header.accounts.size() * header.times.size());
    if (!header.accounts.empty()) {
        const h5::Handle balance = h5::open_dataset(file, std::string(balance_path));
        h5::write_block(balance, h5::slab(balance, at), record.balances);
    }
}

std::vector<std::vector<double>> read_values(const h5::Handle& file, const ResultHeader& header,
                                             std::size_t scenario, std::size_t replicate,
                                             std::span<const std::size_t> variables) {
    const std::vector<hsize_t> at = leading_index(header, scenario, replicate);
    std::vector<std::vector<double>> values(header.variables.size());
    for (const std::size_t variable : variables) {
        const h5::Handle dataset =
            h5::open_dataset(file, "outcomes/" + header.variables.at(variable).name);
        values[variable] = h5::read_doubles(dataset, h5::slab(dataset, at));
    }
    return values;
}

Record read_replicate(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                      std::size_t replicate) {
    const std::vector<hsize_t> at = leading_index(header, scenario, replicate);
    Record record;
    record.replicate = static_cast<std::uint32_t>(replicate);
    record.times = header.times;
    std::vector<std::size_t> all(header.variables.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    record.values = read_values(file, header, scenario, replicate, all);
    record.hash_times = header.hash_times;
    const h5::Handle hash = h5::open_dataset(file, "state_hash/hash");
    record.hashes = h5::read_unsigneds(hash, h5::slab(hash, at));
    record.complete = true;
    return record;
}

void mark_complete(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                   std::size_t replicate) {
    const h5::Handle flags = h5::open_dataset(file, "outcomes/replicate_complete");
    const std::vector<std::int64_t> yes{1};
    h5::write_block(flags, h5::slab(flags, leading_index(header, scenario, replicate)), yes);
}

void copy_replicate(const h5::Handle& from, const h5::Handle& to, const ResultHeader& header,
                    std::size_t scenario, std::size_t replicate) {
    const std::vector<hsize_t> at = leading_index(header, scenario, replicate);
    for (const RecordedVariable& variable : header.variables) {
        const std::string path = "outcomes/" + variable.name;
        h5::copy_chunk(h5::open_dataset(from, path), h5::open_dataset(to, path), at);
    }
    if (!header.accounts.empty()) {
        const h5::Handle balance = h5::open_dataset(to, std::string(balance_path));
        const h5::Block block = h5::slab(balance, at);
        h5::write_block(
            balance, block,
            h5::read_integers(h5::open_dataset(from, std::string(balance_path)), block));
    }
    const std::string path = "state_hash/hash";
    const h5::Handle source = h5::open_dataset(from, path);
    const h5::Handle target = h5::open_dataset(to, path);
    const h5::Block block = h5::slab(target, at);
    h5::write_block(target, block, h5::read_unsigneds(source, block));
    mark_complete(to, header, scenario, replicate);
}

}  // namespace sim
