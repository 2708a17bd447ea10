// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/least_squares.hpp"

#include <algorithm>

#include <Eigen/Dense>

namespace sim {

namespace {

struct Linearised {
    Eigen::VectorXd away;    // distances over standard deviations
    Eigen::MatrixXd slopes;  // of these, by coordinate
};

std::vector<std::size_t> considered(const Plausibility& surfaces, std::optional<std::size_t> only) {
    if (only) {
        return {*only};
    }
    std::vector<std::size_t> all(surfaces.moments().size());
    for (std::size_t j = 0; j < all.size(); ++j) {
        all[j] = j;
    }
    return all;
}

double distance(const Plausibility& surfaces, const Point& point, std::size_t target) {
    const Moment& moment = surfaces.moments()[target];
    return (surfaces.emulators()[target].mean(point) - moment.value) / moment.sd();
}

Linearised linearised(const Plausibility& surfaces, const Point& point,
                      const std::vector<std::size_t>& targets) {
    const auto rows = static_cast<Eigen::Index>(targets.size());
    const auto width = static_cast<Eigen::Index>(point.size());
    Linearised at{Eigen::VectorXd(rows), Eigen::MatrixXd(rows, width)};
    for (Eigen::Index r = 0; r < rows; ++r) {
        const std::size_t j = targets[static_cast<std::size_t>(r)];
        const std::vector<double> gradient = surfaces.emulators()[j].gradient(point);
        at.away[r] = distance(surfaces, point, j);
        for (Eigen::Index k = 0; k < width; ++k) {
            at.slopes(r, k) = gradient[static_cast<std::size_t>(k)] / surfaces.moments()[j].sd();
        }
    }
    return at;
}

// The step of damped normal equations, with coordinates held that push against the box.
Point damped_step(const Linearised& at, const Point& point, const Box& box, double damping) {
    const Eigen::VectorXd downhill = -at.slopes.transpose() * at.away;
    Eigen::MatrixXd normal = at.slopes.transpose() * at.slopes;
    Eigen::VectorXd right = downhill;
    normal.diagonal().array() += damping;
    for (Eigen::Index k = 0; k < right.size(); ++k) {
        const auto i = static_cast<std::size_t>(k);
        const bool is_held = (point[i] <= box.low[i] && downhill[k] < 0.0) ||
                             (point[i] >= box.high[i] && downhill[k] > 0.0);
        if (is_held) {
            normal.row(k).setZero();
            normal.col(k).setZero();
            normal(k, k) = 1.0;
            right[k] = 0.0;
        }
    }
    const Eigen::VectorXd step = normal.ldlt().solve(right);
    Point moved = point;
    for (std::size_t i = 0; i < moved.size(); ++i) {
        moved[i] =
            std::clamp(moved[i] + step[static_cast<Eigen::Index>(i)], box.low[i], box.high[i]);
    }
    return moved;
}

}  // namespace

Box box_around(const Point& centre, const Point& half) {
    Box box{centre, centre};
    for (std::size_t k = 0; k < centre.size(); ++k) {
        box.low[k] = std::clamp(centre[k] - half[k], 0.0, 1.0);
        box.high[k] = std::clamp(centre[k] + half[k], 0.0, 1.0);
    }
    return box;
}

double misfit(const Plausibility& surfaces, const Point& point, std::optional<std::size_t> only) {
    double sum = 0.0;
    for (const std::size_t j : considered(surfaces, only)) {
        const double away = distance(surfaces, point, j);
        sum += away * away;
    }
    return sum;
}

Point least_misfit(const Plausibility& surfaces, Point start, const Box& box,
                   std::optional<std::size_t> only) {
    constexpr int most_steps = 60;
    constexpr double enough = 1e-9;
    const std::vector<std::size_t> targets = considered(surfaces, only);
    for (std::size_t k = 0; k < start.size(); ++k) {
        start[k] = std::clamp(start[k], box.low[k], box.high[k]);
    }
    double here = misfit(surfaces, start, only);
    double damping = 1.0;
    for (int step = 0; step < most_steps && damping < 1e12; ++step) {
        const Linearised at = linearised(surfaces, start, targets);
        Point next = damped_step(at, start, box, damping);
        const double there = misfit(surfaces, next, only);
        if (there < here) {
            const bool is_done = here - there < enough * here;
            start = std::move(next);
            here = there;
            damping = std::max(damping * 0.2, 1e-6);
            if (is_done) {
                break;
            }
        } else {
            damping *= 4.0;
        }
    }
    return start;
}

}  // namespace sim
