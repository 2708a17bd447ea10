// SPDX-License-Identifier: Apache-2.0
// Names of enumerators, taken from the enumerators themselves, so that a label in YAML, HDF5 or a
// page is never written twice. Enumerators must run 0, 1, 2, … without gaps (at most 64).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sim {

namespace detail {

// Text of the template argument as the compiler prints it: "vocational::Track::general_high", or
// "(vocational::Track)17" when no enumerator has that value.
template <auto Value>
constexpr std::string_view enumerator_text() {
    constexpr std::string_view text = __PRETTY_FUNCTION__;
    constexpr std::string_view key = "Value = ";
    constexpr std::size_t begin = text.find(key) + key.size();
    constexpr std::size_t end = text.find_first_of(";]", begin);
    return text.substr(begin, end - begin);
}

template <auto Value>
constexpr bool is_enumerator() {
    return enumerator_text<Value>().front() != '(';
}

template <auto Value>
constexpr std::string_view enumerator_name() {
    constexpr std::string_view text = enumerator_text<Value>();
    constexpr std::size_t colon = text.rfind(':');
    return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

template <class E, std::size_t... I>
constexpr std::size_t count_enumerators(std::index_sequence<I...>) {
    return (std::size_t{0} + ... + (is_enumerator<static_cast<E>(I)>() ? 1U : 0U));
}

template <class E, std::size_t... I>
constexpr std::array<std::string_view, sizeof...(I)> enumerator_names(std::index_sequence<I...>) {
    return {enumerator_name<static_cast<E>(I)>()...};
}

}  // namespace detail

// How many enumerators E has.
template <class E>
inline constexpr std::size_t enum_size =
    detail::count_enumerators<E>(std::make_index_sequence<64>());

// The names of E's enumerators in order of their values.
template <class E>
inline constexpr std::array<std::string_view, enum_size<E>> enum_names =
    detail::enumerator_names<E>(std::make_index_sequence<enum_size<E>>());

template <class E>
constexpr std::string_view enum_name(E value) {
    return enum_names<E>[static_cast<std::size_t>(value)];
}

// The enumerator of that name; none if there is no such name.
template <class E>
constexpr std::optional<E> enum_value(std::string_view name) {
    for (std::size_t i = 0; i < enum_size<E>; ++i) {
        if (enum_names<E>[i] == name) {
            return static_cast<E>(i);
        }
    }
    return std::nullopt;
}

// The position of an enumerator, for use as an array index.
template <class E>
requires std::is_enum_v<E>
constexpr std::size_t index_of(E value) {
    return static_cast<std::size_t>(value);
}

}  // namespace sim
