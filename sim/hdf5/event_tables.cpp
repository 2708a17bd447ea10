// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/event_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "sim/core/contract.hpp"
#include "sim/hdf5/grid.hpp"

namespace sim {

namespace {

// A column as the file describes it.
struct RowColumn {
    std::string name;
    std::string unit;
    std::string doc;
    bool is_integer;
    std::vector<std::string> labels;
};

struct RowTable {
    std::string group;
    std::string dimension;
    std::string doc;
    std::vector<RowColumn> columns;
};

constexpr const char* dimension_attribute = "dimension";  // marks a group as a table of rows
// The labels as they are; flag_meanings has underscores for blanks, as its convention wants.
constexpr const char* flag_labels = "flag_labels";
constexpr std::int64_t missing_integer = std::numeric_limits<std::int64_t>::min();

std::string joined_meanings(const std::vector<std::string>& labels) {
    std::string text;
    for (std::string label : labels) {
        std::replace(label.begin(), label.end(), ' ', '_');
        text += text.empty() ? label : ' ' + label;
    }
    return text;
}

void write_flags(const h5::Handle& dataset, h5::Type type, const std::vector<std::string>& labels) {
    if (labels.empty()) {
        return;
    }
    std::vector<std::int64_t> codes(labels.size());
    std::iota(codes.begin(), codes.end(), 0);
    h5::write_attribute(dataset, "flag_values", h5::stored_type(type), codes);
    h5::write_attribute(dataset, "flag_meanings", joined_meanings(labels));
    h5::write_attribute(dataset, flag_labels, labels);
}

// The smallest type for these values and, if any is missing, a mark for that.
struct Packing {
    h5::Type type;
    bool has_gaps;
    h5::Filter filter = h5::Filter::deflate;
};
constexpr Packing unpacked_integers{h5::Type::int64, true, h5::Filter::none};

h5::Filter filter_of(Status status) {
    return status == Status::partial ? h5::Filter::none : h5::Filter::deflate;
}

Packing packing_of(const std::vector<std::int64_t>& values, std::size_t labels) {
    std::int64_t low = 0;
    std::int64_t high = labels == 0 ? 0 : static_cast<std::int64_t>(labels) - 1;
    bool has_gaps = false;
    for (const std::int64_t value : values) {
        if (value == missing_integer) {
            has_gaps = true;
        } else {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (!has_gaps && low >= 0 && high <= std::numeric_limits<std::uint8_t>::max()) {
        return {h5::Type::uint8, false};
    }
    for (const h5::Type type : {h5::Type::int16, h5::Type::int32}) {
        // The least value is kept for "missing".
        if (low > h5::least_value(type) && high < -h5::least_value(type)) {
            return {type, has_gaps};
        }
    }
    return {h5::Type::int64, has_gaps};
}

h5::Handle add_column(h5::Grid& grid, const RowTable& table, const RowColumn& column,
                      const Packing& packing) {
    h5::Handle dataset =
        grid.add_variable({.name = column.name,
                           .type = packing.type,
                           .dims = {table.dimension},
                           .unit = column.unit,
                           .description = column.doc,
                           .fill = packing.has_gaps ? h5::Fill::missing : h5::Fill::zero,
                           .filter = packing.filter});
    if (column.is_integer) {
        write_flags(dataset, packing.type, column.labels);
        if (packing.has_gaps) {
            h5::write_attribute(dataset, "_FillValue", h5::stored_type(packing.type),
                                {h5::least_value(packing.type)});
        }
    }
    return dataset;
}

h5::Grid make_group(const h5::Handle& file, const RowTable& table, hsize_t rows) {
    h5::Grid grid(file, table.group, table.doc);
    h5::write_attribute(grid.group(), dimension_attribute, table.dimension);
    grid.add_rows(table.dimension, rows);
    return grid;
}

bool has_column(const EventTable& table, const std::string& name) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const EventColumn& column) { return column.name == name; });
}

void create_table(const h5::Handle& file, const ResultHeader& header, const EventTable& events) {
    RowTable table{events.group, events.dimension, events.doc, {}};
    if (header.scenarios.size() > 1) {
        table.columns.push_back({"scenario", "1", "Scenario of the row.", true, header.scenarios});
    }
    if (!has_column(events, "replicate")) {
        table.columns.push_back({"replicate", "1", "Replicate of the row, from 0.", true, {}});
    }
    for (const EventColumn& column : events.columns) {
        table.columns.push_back({column.name, std::string(column.unit.symbol), column.doc,
                                 column.is_integer, column.labels});
    }
    h5::Grid grid = make_group(file, table, 0);
    for (const RowColumn& column : table.columns) {
        add_column(grid, table, column,
                   column.is_integer
                       ? unpacked_integers
                       : Packing{h5::Type::float64, true, filter_of(Status::partial)});
    }
}

// Reads the description of a table back, without its rows.
RowTable table_in(const h5::Handle& file, const std::string& group) {
    const h5::Handle opened = h5::open_group(file, group);
    RowTable table{group,
                   h5::read_text(opened, dimension_attribute),
                   h5::has_attribute(opened, "description") ? h5::read_text(opened, "description")
                                                            : std::string(),
                   {}};
    for (const std::string& name : h5::dataset_names(opened)) {
        if (name == table.dimension) {
            continue;
        }
        const h5::Handle dataset = h5::open_dataset(opened, name);
        table.columns.push_back(
            {name, h5::read_text(dataset, "units"),
             h5::has_attribute(dataset, "description") ? h5::read_text(dataset, "description")
                                                       : std::string(),
             h5::is_integer(dataset),
             h5::has_attribute(dataset, flag_labels) ? h5::read_texts(dataset, flag_labels)
                                                     : std::vector<std::string>()});
    }
    return table;
}

std::vector<RowTable> tables_in(const h5::Handle& file) {
    std::vector<RowTable> tables;
    for (const std::string& name : h5::group_names(h5::open_group(file, "/"))) {
        if (h5::has_attribute(h5::open_group(file, name), dimension_attribute)) {
            tables.push_back(table_in(file, name));
        }
    }
    // Which replicate ended first decides the order of creation; the complete file must not show
    // it.
    std::sort(tables.begin(), tables.end(),
              [](const RowTable& a, const RowTable& b) { return a.group < b.group; });
    return tables;
}

h5::Handle open_column(const h5::Handle& file, const RowTable& table, const std::string& name) {
    return h5::open_dataset(file, table.group + '/' + name);
}

hsize_t rows_of(const h5::Handle& file, const RowTable& table) {
    return h5::shape_of(open_column(file, table, table.dimension)).front();
}

std::vector<std::int64_t> integers_of(const h5::Handle& file, const RowTable& table,
                                      const std::string& name, hsize_t rows) {
    return h5::read_integers(open_column(file, table, name), h5::rows(0, rows));
}

// Scenario of every row; all 0 outside compare.
std::vector<std::int64_t> scenarios_of(const h5::Handle& file, const RowTable& table,
                                       hsize_t rows) {
    const bool has_scenarios = h5::has_link(file, table.group + "/scenario");
    return has_scenarios ? integers_of(file, table, "scenario", rows)
                         : std::vector<std::int64_t>(static_cast<std::size_t>(rows));
}

template <class Number>
std::vector<Number> permuted(const std::vector<Number>& values,
                             const std::vector<std::size_t>& order) {
    std::vector<Number> sorted;
    sorted.reserve(order.size());
    for (const std::size_t row : order) {
        sorted.push_back(values[row]);
    }
    return sorted;
}

std::vector<std::int64_t> integers(const std::vector<double>& values) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(values.size());
    for (const double value : values) {
        numbers.push_back(std::isnan(value) ? missing_integer : std::llround(value));
    }
    return numbers;
}

void append_column(const h5::Handle& file, const RowTable& table, const RowColumn& column,
                   const std::vector<double>& values, hsize_t before) {
    const h5::Handle dataset = open_column(file, table, column.name);
    h5::resize(dataset, before + values.size());
    const h5::Block block = h5::rows(before, values.size());
    if (column.is_integer) {
        h5::write_block(dataset, block, integers(values));
    } else {
        h5::write_block(dataset, block, values);
    }
}

void append_table(const h5::Handle& file, const EventTable& events, std::size_t scenario,
                  std::uint32_t replicate) {
    SIM_EXPECT(events.values.size() == events.columns.size());
    const std::size_t added = events.values.empty() ? 0 : events.values.front().size();
    const RowTable table = table_in(file, events.group);
    const hsize_t before = rows_of(file, table);
    for (const RowColumn& column : table.columns) {
        const auto found =
            std::find_if(events.columns.begin(), events.columns.end(),
                         [&](const EventColumn& c) { return c.name == column.name; });
        if (found != events.columns.end()) {
            const auto& values =
                events.values[static_cast<std::size_t>(found - events.columns.begin())];
            SIM_EXPECT(values.size() == added);
            append_column(file, table, column, values, before);
        } else {
            const double own = column.name == "scenario" ? static_cast<double>(scenario)
                                                         : static_cast<double>(replicate);
            append_column(file, table, column, std::vector<double>(added, own), before);
        }
    }
    h5::resize(open_column(file, table, table.dimension), before + added);
}

// Rows of replicates that are there, by scenario and replicate, else as they were written.
std::vector<std::size_t> sorted_rows(const h5::Handle& from, const RowTable& table, hsize_t rows,
                                     const std::vector<std::vector<bool>>& complete) {
    const std::vector<std::int64_t> replicates = integers_of(from, table, "replicate", rows);
    const std::vector<std::int64_t> scenarios = scenarios_of(from, table, rows);
    std::vector<std::size_t> order;
    for (std::size_t row = 0; row < replicates.size(); ++row) {
        const auto scenario = static_cast<std::size_t>(scenarios[row]);
        const auto replicate = static_cast<std::size_t>(replicates[row]);
        if (scenario < complete.size() && replicate < complete[scenario].size() &&
            complete[scenario][replicate]) {
            order.push_back(row);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(scenarios[a], replicates[a]) < std::tie(scenarios[b], replicates[b]);
    });
    return order;
}

void copy_column(const h5::Handle& source, hsize_t rows, const std::vector<std::size_t>& order,
                 h5::Grid& grid, const RowTable& table, const RowColumn& column, Status status) {
    const h5::Block all = h5::rows(0, rows);
    const h5::Block block = h5::rows(0, order.size());
    if (!column.is_integer) {
        const Packing packing{h5::Type::float64, true, filter_of(status)};
        h5::write_block(add_column(grid, table, column, packing), block,
                        permuted(h5::read_doubles(source, all), order));
        return;
    }
    std::vector<std::int64_t> values = permuted(h5::read_integers(source, all), order);
    const Packing packing =
        status == Status::partial ? unpacked_integers : packing_of(values, column.labels.size());
    if (packing.has_gaps) {
        std::replace(values.begin(), values.end(), missing_integer, h5::least_value(packing.type));
    }
    h5::write_block(add_column(grid, table, column, packing), block, values);
}

void copy_table(const h5::Handle& from, const h5::Handle& to, const RowTable& table,
                const std::vector<std::vector<bool>>& complete, Status status) {
    // A crash can leave columns of different lengths; what is complete is in all of them.
    hsize_t rows = rows_of(from, table);
    for (const RowColumn& column : table.columns) {
        rows = std::min(rows, h5::shape_of(open_column(from, table, column.name)).front());
    }
    const std::vector<std::size_t> order = sorted_rows(from, table, rows, complete);
    h5::Grid grid = make_group(to, table, order.size());
    for (const RowColumn& column : table.columns) {
        copy_column(open_column(from, table, column.name), rows, order, grid, table, column,
                    status);
    }
}

}  // namespace

void append_tables(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                   const Record& record) {
    for (const EventTable& table : record.tables) {
        if (!h5::has_link(file, table.group)) {
            create_table(file, header, table);
        }
        append_table(file, table, scenario, record.replicate);
    }
}

void copy_tables(const h5::Handle& from, const h5::Handle& to,
                 const std::vector<std::vector<bool>>& complete, Status status) {
    const bool is_any_there =
        std::any_of(complete.begin(), complete.end(), [](const std::vector<bool>& flags) {
            return std::find(flags.begin(), flags.end(), true) != flags.end();
        });
    if (!is_any_there) {
        return;  // tables of a first replicate that was never finished may be half made
    }
    for (const RowTable& table : tables_in(from)) {
        copy_table(from, to, table, complete, status);
    }
}

}  // namespace sim
