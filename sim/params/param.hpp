// SPDX-License-Identifier: Apache-2.0
// One declared parameter: type, name, default, unit, range, meaning, source, stated once with
// SIM_PARAM inside a ParamBlock. Reads as its value; only the registry writes it.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "sim/core/enum.hpp"
#include "sim/core/unit.hpp"
#include "sim/params/source.hpp"

namespace sim {

enum class ParamKind { number, integer, flag, choice };

// A parameter's value outside the model's code: number, integer, flag or the name of a choice.
using ParamValue = std::variant<double, std::int64_t, bool, std::string>;

// The closed interval of plausible values: outside it a scenario is refused, and designs draw
// from it.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

struct ParamSpec {
    Unit unit = unit::none;
    Range range{};
    std::string_view doc{};
    Source source{};
};

class ParamBlock;

// What the registry, the loader and the pages see of a parameter.
class ParamBase {
  public:
    ParamBase(const ParamBase&) = delete;
    ParamBase& operator=(const ParamBase&) = delete;
    virtual ~ParamBase() = default;

    // The name inside its block ("separation_rate").
    std::string_view name() const { return name_; }
    const ParamSpec& spec() const { return spec_; }
    virtual ParamKind kind() const = 0;
    virtual ParamValue value() const = 0;
    virtual ParamValue default_value() const = 0;
    // The allowed names of a choice; empty for other kinds.
    virtual std::vector<std::string> choices() const { return {}; }
    // `value` must hold the alternative of kind() and lie in the range; the loader has checked it.
    virtual void assign(const ParamValue& value) = 0;

  protected:
    ParamBase(ParamBlock& block, std::string_view name, const ParamSpec& spec);

  private:
    std::string_view name_;
    ParamSpec spec_;
};

template <class T>
class Param final : public ParamBase {
    static_assert(std::is_same_v<T, bool> || std::is_arithmetic_v<T> || std::is_enum_v<T>);

  public:
    Param(ParamBlock& block, std::string_view name, T default_value, const ParamSpec& spec)
        : ParamBase(block, name, spec), value_(default_value), default_(default_value) {}

    operator T() const { return value_; }
    T operator()() const { return value_; }

    ParamKind kind() const override {
        if constexpr (std::is_same_v<T, bool>) {
            return ParamKind::flag;
        } else if constexpr (std::is_enum_v<T>) {
            return ParamKind::choice;
        } else if constexpr (std::is_integral_v<T>) {
            return ParamKind::integer;
        } else {
            return ParamKind::number;
        }
    }
    ParamValue value() const override { return outside(value_); }
    ParamValue default_value() const override { return outside(default_); }
    std::vector<std::string> choices() const override {
        if constexpr (std::is_enum_v<T>) {
            return {enum_names<T>.begin(), enum_names<T>.end()};
        } else {
            return {};
        }
    }
    void assign(const ParamValue& value) override {
        if constexpr (std::is_same_v<T, bool>) {
            value_ = std::get<bool>(value);
        } else if constexpr (std::is_enum_v<T>) {
            value_ = enum_value<T>(std::get<std::string>(value)).value();
        } else if constexpr (std::is_integral_v<T>) {
            value_ = static_cast<T>(std::get<std::int64_t>(value));
        } else {
            value_ = static_cast<T>(std::get<double>(value));
        }
    }

  private:
    static ParamValue outside(T value) {
        if constexpr (std::is_same_v<T, bool>) {
            return value;
        } else if constexpr (std::is_enum_v<T>) {
            return std::string(enum_name(value));
        } else if constexpr (std::is_integral_v<T>) {
            return static_cast<std::int64_t>(value);
        } else {
            return static_cast<double>(value);
        }
    }

    T value_;
    T default_;
};

}  // namespace sim

// Declares one parameter of the enclosing ParamBlock (or Instrument):
// SIM_PARAM(double, separation_rate, 0.12, .unit = …, .range = {…}, .doc = "…", .source = …);
#define SIM_PARAM(Type, name, default_value, ...)       \
    ::sim::Param<Type> name {                           \
        *this, #name, default_value, ::sim::ParamSpec { \
            __VA_ARGS__                                 \
        }                                               \
    }
