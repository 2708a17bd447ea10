// SPDX-License-Identifier: Apache-2.0
#include "sim/data/data_table.hpp"

#include <optional>

#include "sim/core/text.hpp"

namespace sim {

DataColumnBase::DataColumnBase(DataTable& table, std::string_view name, Unit unit,
                               std::string_view doc, Range range)
    : name_(name), unit_(unit), doc_(doc), range_(range) {
    table.columns_.push_back(this);
}

template <>
bool DataColumn<double>::append(std::string_view text) {
    const std::optional<double> number = parse_number(text);
    if (!number || *number < range().low || *number > range().high) {
        return false;
    }
    cells_.push_back(*number);
    return true;
}

template <>
bool DataColumn<std::int64_t>::append(std::string_view text) {
    const std::optional<std::int64_t> number = parse_integer(text);
    if (!number || static_cast<double>(*number) < range().low ||
        static_cast<double>(*number) > range().high) {
        return false;
    }
    cells_.push_back(*number);
    return true;
}

template <>
bool DataColumn<std::string>::append(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    cells_.emplace_back(text);
    return true;
}

template <>
std::string_view DataColumn<double>::expected() const {
    return "a number in the declared range";
}
template <>
std::string_view DataColumn<std::int64_t>::expected() const {
    return "a whole number in the declared range";
}
template <>
std::string_view DataColumn<std::string>::expected() const {
    return "a name";
}

}  // namespace sim
