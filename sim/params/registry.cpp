// SPDX-License-Identifier: Apache-2.0
#include "sim/params/registry.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"

namespace sim {

namespace {

std::string range_text(const Range& range) {
    if (std::isinf(range.low) && std::isinf(range.high)) {
        return "";
    }
    if (std::isinf(range.high)) {
        return fmt::format(", at least {}", range.low);
    }
    if (std::isinf(range.low)) {
        return fmt::format(", at most {}", range.high);
    }
    return fmt::format(", {} to {}", range.low, range.high);
}

// Splits "12 %/a" into number and unit; the unit is empty when none is written.
struct NumberAndUnit {
    std::string_view number;
    std::string_view unit;
};
NumberAndUnit split(std::string_view text) {
    const std::size_t end = text.find_first_not_of("+-0123456789.eE_");
    if (end == std::string_view::npos) {
        return {text, {}};
    }
    std::size_t number_end = end;
    while (number_end > 0 && text[number_end - 1] == ' ') {
        --number_end;
    }
    const std::size_t unit_begin = std::min(text.find_first_not_of(' ', end), text.size());
    return {text.substr(0, number_end), text.substr(unit_begin)};
}

ParsedParam failed(const ParamBase& param, std::string error) {
    return {std::nullopt, std::move(error), accepted(param), {}};
}

ParsedParam parse_numeric(const ParamBase& param, std::string_view text) {
    const auto [number_text, unit_text] = split(text);
    const std::optional<double> number = parse_number(number_text);
    if (!number) {
        return failed(param, fmt::format("'{}' is not a number", text));
    }
    double factor = 1.0;
    if (!unit_text.empty()) {
        const auto found = conversion_factor(unit_text, param.spec().unit);
        if (!found) {
            return failed(param, fmt::format("'{}' is in a wrong unit", text));
        }
        factor = *found;
    }
    const double value = *number * factor;
    if (value < param.spec().range.low || value > param.spec().range.high) {
        return failed(param, fmt::format("{} is out of range", text));
    }
    if (param.kind() == ParamKind::integer) {
        constexpr double largest = 9007199254740992.0;  // 2^53: beyond it doubles skip integers
        if (value != std::floor(value) || std::abs(value) > largest) {
            return failed(param, fmt::format("{} is not a whole number", text));
        }
        return {static_cast<std::int64_t>(value), {}, {}, {}};
    }
    return {value, {}, {}, {}};
}

}  // namespace

void ParamRegistry::add(ParamBlock& block) {
    for (const ParamBlock* other : blocks_) {
        SIM_EXPECT(other->prefix() != block.prefix());
    }
    blocks_.push_back(&block);
}

ParamBase* ParamRegistry::find(std::string_view full_name) const {
    const std::size_t dot = full_name.rfind('.');  // prefixes may hold dots themselves
    if (dot == std::string_view::npos) {
        return nullptr;
    }
    for (const ParamBlock* block : blocks_) {
        if (block->prefix() == full_name.substr(0, dot)) {
            return block->find(full_name.substr(dot + 1));
        }
    }
    return nullptr;
}

std::vector<std::string> ParamRegistry::names() const {
    std::vector<std::string> names;
    for (const ParamBlock* block : blocks_) {
        for (const ParamBase* param : block->params()) {
            names.push_back(full_name(*block, *param));
        }
    }
    return names;
}

std::string full_name(const ParamBlock& block, const ParamBase& param) {
    return fmt::format("{}.{}", block.prefix(), param.name());
}

ParsedParam parse_param(const ParamBase& param, std::string_view text) {
    switch (param.kind()) {
        case ParamKind::flag:
            if (text == "true" || text == "false") {
                return {text == "true", {}, {}, {}};
            }
            return failed(param, fmt::format("'{}' is neither true nor false", text));
        case ParamKind::choice: {
            const std::vector<std::string> choices = param.choices();
            for (const std::string& choice : choices) {
                if (choice == text) {
                    return {choice, {}, {}, {}};
                }
            }
            ParsedParam result = failed(param, fmt::format("unknown choice '{}'", text));
            result.nearest = nearest_name(text, choices);
            return result;
        }
        case ParamKind::integer:
        case ParamKind::number:
            return parse_numeric(param, text);
    }
    throw ContractError("parameter of no kind");
}

std::string param_text(const ParamValue& value) {
    struct Writer {
        std::string operator()(double number) const { return shortest(number); }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(const std::string& name) const { return name; }
    };
    return std::visit(Writer{}, value);
}

std::string accepted(const ParamBase& param) {
    switch (param.kind()) {
        case ParamKind::flag:
            return "expected true or false";
        case ParamKind::choice:
            return "expected one of " + listed(param.choices());
        case ParamKind::integer:
        case ParamKind::number: {
            const std::string kind = param.kind() == ParamKind::integer ? "whole number" : "number";
            const std::string_view unit = param.spec().unit.symbol;
            return "expected a " + kind + (unit == "1" ? "" : fmt::format(" in {}", unit)) +
                   range_text(param.spec().range);
        }
    }
    throw ContractError("parameter of no kind");
}

}  // namespace sim
