// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/run_log.hpp"

#include <cmath>
#include <filesystem>
#include <limits>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/error.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/text_file.hpp"

namespace sim {

namespace {

constexpr std::string_view not_a_number = "nan";

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> cells;
    while (true) {
        const std::size_t comma = line.find(',');
        cells.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) {
            return cells;
        }
        line.remove_prefix(comma + 1);
    }
}

std::string cell_text(double value) {
    return std::isfinite(value) ? shortest(value) : std::string(not_a_number);
}

std::optional<double> cell_value(std::string_view cell) {
    return cell == not_a_number ? std::numeric_limits<double>::quiet_NaN() : parse_number(cell);
}

}  // namespace

RunLog::RunLog(std::string path, const std::string& identity,
               const std::vector<std::string>& parameters, const std::vector<std::string>& targets,
               Opening opening)
    : path_(std::move(path)), parameters_(parameters.size()), targets_(targets.size()) {
    std::string head = fmt::format("# runs {}\nreplicate", identity);
    for (const std::string& name : parameters) {
        head += ',' + name;
    }
    for (const std::string& name : targets) {
        head += ',' + name;
    }
    head += '\n';
    std::error_code error;
    if (opening == Opening::resumed && std::filesystem::exists(path_, error)) {
        read(head);
    }
    file_.open(path_, std::ios::binary | std::ios::trunc);
    file_ << head;
    const std::map<Key, std::vector<double>> known = std::move(runs_);
    runs_.clear();
    for (const auto& [key, numbers] : known) {
        add(key.first, key.second, numbers);
    }
    file_.flush();
    if (!file_) {
        throw IoError(path_ + ": cannot be written");
    }
}

void RunLog::read(const std::string& head) {
    const std::string text = read_text_file(path_, largest_csv_file);
    if (!text.starts_with(head)) {
        throw UserError({{path_, 1, 1},
                         "holds the runs of another calibration, scenario, data set or program",
                         "expected the runs of this one; --force begins anew"});
    }
    std::string_view rest = std::string_view(text).substr(head.size());
    for (std::size_t newline = rest.find('\n'); newline != std::string_view::npos;
         newline = rest.find('\n')) {
        const std::vector<std::string_view> cells = split(rest.substr(0, newline));
        rest.remove_prefix(newline + 1);
        std::vector<double> numbers;
        for (const std::string_view cell : cells) {
            if (const auto value = cell_value(cell)) {
                numbers.push_back(*value);
            }
        }
        if (numbers.size() != 1 + parameters_ + targets_ || cells.size() != numbers.size()) {
            throw UserError(path_ + ": a line is no run (--force begins anew)");
        }
        const auto first_target = numbers.begin() + 1 + static_cast<std::ptrdiff_t>(parameters_);
        runs_[{{numbers.begin() + 1, first_target}, static_cast<std::uint32_t>(numbers[0])}] = {
            first_target, numbers.end()};
    }
    // A last line without an end was cut off while it was written.
}

const std::vector<double>* RunLog::find(const std::vector<double>& values,
                                        std::uint32_t replicate) const {
    const auto found = runs_.find({values, replicate});
    return found == runs_.end() ? nullptr : &found->second;
}

void RunLog::add(const std::vector<double>& values, std::uint32_t replicate,
                 std::vector<double> targets) {
    SIM_EXPECT(values.size() == parameters_ && targets.size() == targets_);
    std::string line = std::to_string(replicate);
    for (const double value : values) {
        line += ',' + cell_text(value);
    }
    for (const double value : targets) {
        line += ',' + cell_text(value);
    }
    file_ << line << '\n';
    file_.flush();
    if (!file_) {
        throw IoError(path_ + ": cannot be written");
    }
    runs_[{values, replicate}] = std::move(targets);
}

}  // namespace sim
