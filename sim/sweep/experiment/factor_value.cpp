// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/factor_value.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/normal.hpp"
#include "sim/scenario/scenario_keys.hpp"

namespace sim {

namespace {

// Share of the way from the low end of the range to the high one.
double share_at(Distribution distribution, double unit) {
    switch (distribution) {
        case Distribution::triangular:
            return unit < 0.5 ? std::sqrt(unit / 2.0) : 1.0 - std::sqrt((1.0 - unit) / 2.0);
        case Distribution::normal: {
            const double tail = normal_cdf(-2.0);
            const double deviation = normal_quantile(tail + unit * (1.0 - 2.0 * tail));
            return std::clamp(0.5 + deviation / 4.0, 0.0, 1.0);
        }
        case Distribution::uniform:
        case Distribution::log_uniform:
            break;
    }
    return unit;
}

double number_at(const Factor& factor, double unit) {
    const auto [low, high] = factor.range;
    const double share = share_at(factor.distribution, unit);
    double exact = low + share * (high - low);
    if (factor.distribution == Distribution::log_uniform) {
        const double log_low = elementary::log(low);
        exact = elementary::exp(log_low + share * (elementary::log(high) - log_low));
    }
    const double rounded = parse_number(fmt::format("{:.6g}", exact)).value_or(exact);
    return std::clamp(rounded, low, high);
}

// Every whole number of the range has an equal share of it.
std::int64_t integer_at(const Factor& factor, double unit) {
    Factor wide = factor;
    wide.range.high += 1.0;
    return static_cast<std::int64_t>(
        std::clamp(std::floor(number_at(wide, unit)), factor.range.low, factor.range.high));
}

}  // namespace

std::size_t level_at(std::size_t levels, double unit) {
    SIM_EXPECT(levels > 0);
    const auto level = static_cast<std::size_t>(unit * static_cast<double>(levels));
    return std::min(level, levels - 1);
}

ParamValue factor_value(const Factor& factor, double unit) {
    if (!factor.has_range()) {
        return factor.levels[level_at(factor.levels.size(), unit)];
    }
    if (factor.kind == ParamKind::integer) {
        return integer_at(factor, unit);
    }
    return number_at(factor, unit);
}

void set_factor(Scenario& scenario, const Factor& factor, const ParamValue& value) {
    const std::size_t dot = factor.path.find('.');
    SIM_EXPECT(dot != std::string::npos);
    const std::string head = factor.path.substr(0, dot);
    const std::string rest = factor.path.substr(dot + 1);
    if (head == structures_prefix) {
        scenario.parameters[factor.path] = value;
        return;
    }
    if (head == "parameters") {
        scenario.parameters[rest] = value;
        return;
    }
    const std::string label = rest.substr(0, rest.find('.'));
    const std::string key = rest.substr(label.size() + 1);
    for (PolicyEntry& policy : scenario.policies) {
        if (policy.label != label) {
            continue;
        }
        if (key == "strength") {
            policy.strength = std::get<double>(value);
        } else if (key == "phase_in_years") {
            policy.phase_in_years = std::get<double>(value);
        } else {
            policy.parameters[key] = value;
        }
    }
}

}  // namespace sim
