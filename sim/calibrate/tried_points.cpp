// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/tried_points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

// What a target without a value counts in the misfit: more than any that has one should.
constexpr double distance_of_nothing = 1e3;

std::vector<double> means_of(const Draws& draws, std::size_t replicates) {
    std::vector<double> means(draws.front().size(), 0.0);
    for (std::size_t j = 0; j < means.size(); ++j) {
        for (std::size_t r = 0; r < replicates; ++r) {
            means[j] += draws[r][j] / static_cast<double>(replicates);
        }
    }
    return means;
}

double scaled_distance(const Point& a, const Point& b, const std::vector<double>& scale) {
    double largest = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        largest = std::max(largest, std::abs(a[k] - b[k]) / std::max(scale[k], 1e-6));
    }
    return largest;
}

}  // namespace

void TriedPoints::add(Point unit, std::vector<double> values, Draws draws) {
    const auto used = static_cast<std::size_t>(calibration_.replicates);
    std::vector<double> means = means_of(draws, std::min(used, draws.size()));
    points_.push_back({std::move(unit), std::move(values), std::move(draws), std::move(means)});
}

void TriedPoints::try_start(const std::vector<double>& values) {
    const int replicates = std::max(calibration_.replicates, calibration_.method.final_replicates);
    Draws draws = std::move(simulate_({values}, replicates).front());
    runs_ += replicates;
    Problems problems;
    replicate_sd_.assign(calibration_.targets.size(), 0.0);
    for (std::size_t j = 0; j < calibration_.targets.size(); ++j) {
        const double mean = means_of(draws, draws.size())[j];
        if (!std::isfinite(mean)) {
            problems.add({calibration_.targets[j].place,
                          fmt::format("the model gives no value of target '{}'",
                                      calibration_.targets[j].name),
                          "expected quarters in which the outcome is due and labels with people"});
            continue;
        }
        double squares = 0.0;
        for (const std::vector<double>& draw : draws) {
            squares += (draw[j] - mean) * (draw[j] - mean);
        }
        replicate_sd_[j] =
            std::sqrt(squares / static_cast<double>(replicates - 1) / calibration_.replicates);
    }
    problems.throw_if_any();
    Point unit;
    for (std::size_t k = 0; k < values.size(); ++k) {
        unit.push_back(unit_of(calibration_.parameters[k], values[k]));
    }
    add(std::move(unit), values, std::move(draws));
}

void TriedPoints::try_points(const std::vector<Point>& units) {
    std::vector<Point> fresh;
    std::vector<std::vector<double>> values;
    for (const Point& unit : units) {
        std::vector<double> at;
        for (std::size_t k = 0; k < unit.size(); ++k) {
            at.push_back(value_at(calibration_.parameters[k], unit[k]));
        }
        const bool is_known =
            std::find(values.begin(), values.end(), at) != values.end() ||
            std::any_of(points_.begin(), points_.end(),
                        [&](const TriedPoint& tried) { return tried.values == at; });
        if (!is_known) {
            fresh.emplace_back();  // of the rounded values, so that surfaces see what was run
            for (std::size_t k = 0; k < unit.size(); ++k) {
                fresh.back().push_back(unit_of(calibration_.parameters[k], at[k]));
            }
            values.push_back(std::move(at));
        }
    }
    if (fresh.empty()) {
        return;
    }
    std::vector<Draws> draws = simulate_(values, calibration_.replicates);
    SIM_ENSURE(draws.size() == fresh.size());
    runs_ += calibration_.replicates * static_cast<int>(fresh.size());
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        add(std::move(fresh[i]), std::move(values[i]), std::move(draws[i]));
    }
}

void TriedPoints::try_again(const std::vector<std::size_t>& indices, int replicates) {
    std::vector<std::size_t> again;
    std::vector<std::vector<double>> values;
    for (const std::size_t i : indices) {
        if (points_[i].draws.size() < static_cast<std::size_t>(replicates)) {
            again.push_back(i);
            values.push_back(points_[i].values);
        }
    }
    if (again.empty()) {
        return;
    }
    std::vector<Draws> draws = simulate_(values, replicates);
    for (std::size_t n = 0; n < again.size(); ++n) {
        runs_ += replicates - static_cast<int>(points_[again[n]].draws.size());
        points_[again[n]].draws = std::move(draws[n]);
    }
}

std::vector<Moment> TriedPoints::moments() const {
    std::vector<Moment> moments;
    for (std::size_t j = 0; j < calibration_.targets.size(); ++j) {
        const Target& target = calibration_.targets[j];
        const double nearest = closest(j);
        moments.push_back({target.value, target.tolerance, replicate_sd_[j],
                           nearest > target.tolerance ? nearest : 0.0});
    }
    return moments;
}

double TriedPoints::distance(std::size_t index, std::size_t target) const {
    return std::abs(points_[index].means[target] - calibration_.targets[target].value);
}

double TriedPoints::misfit(std::size_t index) const {
    const std::vector<Moment> all = moments();
    double sum = 0.0;
    for (std::size_t j = 0; j < all.size(); ++j) {
        const double away = distance(index, j) / all[j].sd();
        sum += std::isfinite(away) ? away * away : distance_of_nothing * distance_of_nothing;
    }
    return sum;
}

double TriedPoints::closest(std::size_t target) const {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < points_.size(); ++i) {
        nearest = std::fmin(nearest, distance(i, target));
    }
    return nearest;
}

const Point& TriedPoints::closest_point(std::size_t target) const {
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < points_.size(); ++i) {
        if (distance(i, target) < distance(nearest, target)) {
            nearest = i;
        }
    }
    return points_[nearest].unit;
}

std::vector<std::size_t> TriedPoints::all() const {
    std::vector<std::size_t> indices(points_.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return indices;
}

std::vector<std::size_t> TriedPoints::best_indices(std::size_t count) const {
    std::vector<double> misfits;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        misfits.push_back(misfit(i));
    }
    std::vector<std::size_t> order = all();
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return misfits[a] < misfits[b]; });
    order.resize(std::min(count, order.size()));
    return order;
}

std::vector<Point> TriedPoints::best_points(std::size_t count) const {
    std::vector<Point> units;
    for (const std::size_t i : best_indices(count)) {
        units.push_back(points_[i].unit);
    }
    return units;
}

std::vector<std::size_t> TriedPoints::nearest_half() const {
    const std::size_t needed = 3 * (calibration_.parameters.size() + 1);
    return best_indices(std::max(needed, points_.size() / 2));
}

std::vector<std::size_t> TriedPoints::inside(const Region& region) const {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        if (scaled_distance(points_[i].unit, region.centre, region.half) <= 1.0) {
            indices.push_back(i);
        }
    }
    return indices;
}

std::vector<std::size_t> TriedPoints::nearest_to(const Region& region, std::size_t count) const {
    std::vector<std::size_t> order = all();
    std::vector<double> distances;
    for (const TriedPoint& point : points_) {
        distances.push_back(scaled_distance(point.unit, region.centre, region.half));
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return distances[a] < distances[b]; });
    std::size_t taken = std::min(count, order.size());
    while (taken < order.size() && distances[order[taken]] <= 1.0) {
        ++taken;
    }
    order.resize(taken);
    return order;
}

Plausibility fitted_surfaces(const TriedPoints& tried, const std::vector<std::size_t>& which,
                             const Region& region) {
    std::vector<Point> units;
    for (const std::size_t i : which) {
        units.push_back(tried.points()[i].unit);
    }
    std::vector<Emulator> emulators;
    std::vector<double> values(which.size());
    for (std::size_t j = 0; j < tried.moments().size(); ++j) {
        for (std::size_t n = 0; n < which.size(); ++n) {
            values[n] = tried.points()[which[n]].means[j];
        }
        emulators.emplace_back(region, units, values);
    }
    return {tried.moments(), std::move(emulators)};
}

std::vector<Point> far_apart(const std::vector<Point>& candidates, std::size_t count,
                             const std::vector<double>& scale) {
    std::vector<Point> chosen;
    std::vector<double> apart(candidates.size(), std::numeric_limits<double>::infinity());
    std::size_t next = 0;
    while (chosen.size() < std::min(count, candidates.size())) {
        chosen.push_back(candidates[next]);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            apart[i] = std::min(apart[i], scaled_distance(candidates[i], chosen.back(), scale));
        }
        next =
            static_cast<std::size_t>(std::max_element(apart.begin(), apart.end()) - apart.begin());
        if (apart[next] <= 0.0) {
            break;  // the rest are copies
        }
    }
    return chosen;
}

}  // namespace sim
