// SPDX-License-Identifier: Apache-2.0
// Vectors of numbers as arrays of a state file, and back.
#pragma once

#include <fmt/format.h>

#include "sim/checkpoint/state_file.hpp"
#include "sim/core/error.hpp"

namespace sim {

// Refers to the values.
template <class T>
StateArray state_array(std::string name, const std::vector<T>& values) {
    return {std::move(name), std::string(detail::stored_type_name<T>()), sizeof(T),
            std::as_bytes(std::span(values))};
}

// Throws IoError where the array is of another type.
template <class T>
std::vector<T> values_in(const StateFile& file, const StateColumn& array) {
    if (array.type != detail::stored_type_name<T>() || array.bytes % sizeof(T) != 0) {
        throw IoError(fmt::format("{}: array {} holds {} bytes of {}, not of {}",
                                  file.file().name(), array.name, array.bytes, array.type,
                                  detail::stored_type_name<T>()));
    }
    std::vector<T> values(array.bytes / sizeof(T));
    file.file().read_at(array.offset, std::as_writable_bytes(std::span(values)));
    return values;
}

}  // namespace sim
