// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/design.hpp"

#include <algorithm>
#include <numeric>

#include "sim/core/contract.hpp"
#include "sim/random/rng.hpp"
#include "sim/sweep/experiment/sobol_sequence.hpp"

namespace sim {

namespace {

double middle(std::size_t level, std::size_t levels) {
    return (static_cast<double>(level) + 0.5) / static_cast<double>(levels);
}

// The numbers below `count` in random order.
std::vector<std::size_t> shuffled(std::size_t count, Rng& rng) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left) {
        std::swap(order[left - 1], order[rng.below(static_cast<std::uint32_t>(left))]);
    }
    return order;
}

}  // namespace

std::vector<UnitPoint> factorial_design(const std::vector<std::size_t>& sizes) {
    std::vector<UnitPoint> points{UnitPoint{}};
    for (const std::size_t size : sizes) {
        std::vector<UnitPoint> product;
        product.reserve(points.size() * size);
        for (const UnitPoint& point : points) {
            for (std::size_t level = 0; level < size; ++level) {
                product.push_back(point);
                product.back().push_back(middle(level, size));
            }
        }
        points = std::move(product);
    }
    return points;
}

std::vector<UnitPoint> list_design(std::size_t factors, std::size_t points) {
    std::vector<UnitPoint> design;
    for (std::size_t i = 0; i < points; ++i) {
        design.emplace_back(factors, middle(i, points));
    }
    return design;
}

std::vector<UnitPoint> latin_hypercube(const Stream& stream, std::size_t points,
                                       std::size_t factors) {
    std::vector<UnitPoint> design(points, UnitPoint(factors));
    for (std::size_t k = 0; k < factors; ++k) {
        Rng rng = stream.at(Identity{k}, 0);
        const std::vector<std::size_t> order = shuffled(points, rng);
        for (std::size_t i = 0; i < points; ++i) {
            design[i][k] =
                (static_cast<double>(order[i]) + rng.uniform()) / static_cast<double>(points);
        }
    }
    return design;
}

std::vector<UnitPoint> lhs_design(const DesignSpec& spec, std::size_t factors) {
    return latin_hypercube(Stream(spec.seed, 0, Purpose("design/lhs")), spec.points, factors);
}

std::vector<UnitPoint> sobol_design(const DesignSpec& spec, std::size_t factors) {
    std::vector<UnitPoint> points;
    points.reserve(points_of_design(spec, factors));
    for (const UnitPoint& pair :
         sobol_sequence(spec.points, 2 * factors, Scrambling::owen, spec.seed)) {
        const auto half = pair.begin() + static_cast<std::ptrdiff_t>(factors);
        points.emplace_back(pair.begin(), half);
        points.emplace_back(half, pair.end());
        for (std::size_t k = 0; k < factors; ++k) {
            points.emplace_back(pair.begin(), half);
            points.back()[k] = pair[factors + k];
        }
    }
    return points;
}

double morris_step(std::size_t levels) {
    SIM_EXPECT(levels >= 2 && levels % 2 == 0);
    return static_cast<double>(levels) / (2.0 * static_cast<double>(levels - 1));
}

std::vector<UnitPoint> morris_design(const DesignSpec& spec, std::size_t factors) {
    const std::size_t half = spec.levels / 2;
    const auto at = [&](std::size_t level) {
        return static_cast<double>(level) / static_cast<double>(spec.levels - 1);
    };
    const Stream stream(spec.seed, 0, Purpose("design/morris"));
    std::vector<UnitPoint> points;
    points.reserve(points_of_design(spec, factors));
    for (std::size_t t = 0; t < spec.points; ++t) {
        Rng rng = stream.at(Identity{t}, 0);
        std::vector<std::size_t> levels(factors);
        for (std::size_t& level : levels) {
            level = rng.below(static_cast<std::uint32_t>(spec.levels));
        }
        UnitPoint point;
        std::transform(levels.begin(), levels.end(), std::back_inserter(point), at);
        points.push_back(point);
        for (const std::size_t k : shuffled(factors, rng)) {
            point[k] = at(levels[k] < half ? levels[k] + half : levels[k] - half);
            points.push_back(point);
        }
    }
    return points;
}

std::size_t points_of_design(const DesignSpec& spec, std::size_t factors) {
    switch (spec.kind) {
        case DesignKind::sobol:
            return spec.points * (factors + 2);
        case DesignKind::morris:
            return spec.points * (factors + 1);
        case DesignKind::factorial:
        case DesignKind::list:
        case DesignKind::lhs:
        case DesignKind::crossed:
            break;
    }
    return spec.points;
}

}  // namespace sim
