// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/unit_cube.hpp"

#include <algorithm>

#include <boost/random/sobol.hpp>
#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/rng.hpp"

namespace sim {

namespace {

double on_scale(FitScale scale, double value) {
    switch (scale) {
        case FitScale::log:
            return elementary::log(value);
        case FitScale::logit:
            return elementary::log(value / (1.0 - value));
        case FitScale::linear:
            break;
    }
    return value;
}

double off_scale(FitScale scale, double position) {
    switch (scale) {
        case FitScale::log:
            return elementary::exp(position);
        case FitScale::logit:
            return 1.0 / (1.0 + elementary::exp(-position));
        case FitScale::linear:
            break;
    }
    return position;
}

}  // namespace

double value_at(const FittedParameter& parameter, double unit) {
    SIM_EXPECT(unit >= 0.0 && unit <= 1.0);
    const double low = on_scale(parameter.scale, parameter.range.low);
    const double high = on_scale(parameter.scale, parameter.range.high);
    const double exact = off_scale(parameter.scale, low + unit * (high - low));
    const double rounded = parse_number(fmt::format("{:.6g}", exact)).value_or(exact);
    return std::clamp(rounded, parameter.range.low, parameter.range.high);
}

double unit_of(const FittedParameter& parameter, double value) {
    const double low = on_scale(parameter.scale, parameter.range.low);
    const double high = on_scale(parameter.scale, parameter.range.high);
    const double inside = std::clamp(value, parameter.range.low, parameter.range.high);
    return std::clamp((on_scale(parameter.scale, inside) - low) / (high - low), 0.0, 1.0);
}

std::vector<Point> sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
    SIM_EXPECT(dimensions > 0);
    Rng rng = Stream(seed, 0, Purpose("calibrate/design")).at(Identity{}, 0);
    std::vector<std::uint64_t> shift(dimensions);
    std::generate(shift.begin(), shift.end(), [&] { return rng.bits64(); });
    boost::random::sobol sequence(dimensions);  // begins after the point at 0
    std::vector<Point> points(count, Point(dimensions));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < dimensions; ++k) {
            const std::uint64_t bits = (i == 0 ? 0 : sequence()) ^ shift[k];
            points[i][k] = (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52;
        }
    }
    return points;
}

}  // namespace sim
