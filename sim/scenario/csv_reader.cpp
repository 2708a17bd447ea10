// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/csv_reader.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/text_file.hpp"

namespace sim {

namespace {

constexpr std::size_t most_problems = 20;
constexpr std::size_t most_columns = 1000;

struct Cell {
    std::string_view text;
    std::size_t begin;  // bytes before it in its line
};

std::vector<Cell> cells_of(std::string_view line) {
    std::vector<Cell> cells;
    std::size_t begin = 0;
    while (true) {
        const std::size_t comma = line.find(',', begin);
        cells.push_back({line.substr(begin, comma - begin), begin});
        if (comma == std::string_view::npos) {
            return cells;
        }
        begin = comma + 1;
    }
}

std::string range_text(const DataColumnBase& column) {
    const Range range = column.range();
    if (std::isinf(range.low) && std::isinf(range.high)) {
        return {};
    }
    return fmt::format(", {} to {}", range.low, range.high);
}

class TableReader {
  public:
    TableReader(DataTable& table, const std::string& file, Problems& problems)
        : table_(table), file_(file), problems_(problems) {}

    void read(std::string_view text) {
        std::size_t rows = 0;
        for (std::size_t begin = 0; begin < text.size() && refused_ < most_problems;) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            std::string_view line = text.substr(begin, end - begin);
            if (line.ends_with('\r')) {
                line.remove_suffix(1);
            }
            begin = end + 1;
            ++line_number_;
            if (line_number_ == 1) {
                read_header(line);
            } else if (has_columns_) {
                read_row(line);
                ++rows;
            }
        }
        if (has_columns_ && rows == 0) {
            refuse({}, 0, "the table has no rows", "expected at least one");
        }
        finish(rows);
    }

  private:
    void refuse(std::string_view line, std::size_t byte, std::string what, std::string expected,
                std::string nearest = {}) {
        const int column = static_cast<int>(count_characters(line.substr(0, byte))) + 1;
        problems_.add({{file_, std::max(line_number_, 1), column},
                       std::move(what),
                       std::move(expected),
                       std::move(nearest)});
        ++refused_;
    }

    void read_header(std::string_view line) {
        const std::vector<Cell> cells = cells_of(line);
        width_ = cells.size();
        if (width_ > most_columns) {
            refuse({}, 0, fmt::format("the header has {} columns", width_),
                   fmt::format("expected at most {}", most_columns));
            return;
        }
        std::vector<std::string> names;
        for (const Cell& cell : cells) {
            if (std::find(names.begin(), names.end(), cell.text) != names.end()) {
                refuse(line, cell.begin, fmt::format("a second column '{}'", cell.text),
                       "expected each column once");
            }
            names.emplace_back(cell.text);
        }
        for (DataColumnBase* column : table_.columns()) {
            const auto found = std::find(names.begin(), names.end(), column->name());
            if (found == names.end()) {
                refuse(line, 0, fmt::format("column '{}' is missing", column->name()),
                       fmt::format("found {}", listed(names)), nearest_name(column->name(), names));
            }
            positions_.push_back(static_cast<std::size_t>(found - names.begin()));
        }
        has_columns_ = refused_ == 0;
    }

    void read_row(std::string_view line) {
        if (const std::size_t quote = line.find('"'); quote != std::string_view::npos) {
            refuse(line, quote, "a quote in a table", "expected plain cells without quotes");
            return;
        }
        const std::vector<Cell> cells = cells_of(line);
        if (cells.size() != width_) {
            refuse(line, line.size(), fmt::format("the row has {} cells", cells.size()),
                   fmt::format("expected {} as in the header", width_));
            return;
        }
        for (std::size_t i = 0; i < positions_.size(); ++i) {
            DataColumnBase& column = *table_.columns()[i];
            const Cell& cell = cells[positions_[i]];
            if (cell.text.empty()) {
                refuse(line, cell.begin, fmt::format("'{}' has an empty cell", column.name()),
                       fmt::format("expected {}", column.expected()));
            } else if (!column.append(cell.text)) {
                refuse(line, cell.begin,
                       fmt::format("'{}' cannot be '{}'", column.name(), cell.text),
                       fmt::format("expected {}{}", column.expected(), range_text(column)));
            }
        }
    }

    void finish(std::size_t rows) {
        if (refused_ >= most_problems) {
            problems_.add({{file_, line_number_ + 1, 1}, "more errors may follow", {}});
        }
        if (refused_ > 0) {
            for (DataColumnBase* column : table_.columns()) {
                column->clear();
            }
        }
        table_.filled(refused_ > 0 ? 0 : rows);
    }

    DataTable& table_;
    const std::string& file_;
    Problems& problems_;
    std::vector<std::size_t> positions_{};  // of each declared column among the cells
    std::size_t width_ = 0;
    std::size_t refused_ = 0;
    int line_number_ = 0;
    bool has_columns_ = false;
};

}  // namespace

void fill_table(DataTable& table, std::string_view text, const std::string& file,
                Problems& problems) {
    for (DataColumnBase* column : table.columns()) {
        column->clear();
    }
    table.filled(0);
    if (!check_text(text, file, problems)) {
        return;
    }
    if (text.empty()) {
        problems.add({{file}, "the table is empty", "expected a header and rows"});
        return;
    }
    TableReader(table, file, problems).read(text);
}

}  // namespace sim
