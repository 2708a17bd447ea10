// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/emulator.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <Eigen/Dense>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

double legendre(int degree, double t) {
    switch (degree) {
        case 0:
            return 1.0;
        case 1:
            return t;
        case 2:
            return 0.5 * (3.0 * t * t - 1.0);
        default:
            return 0.5 * t * (5.0 * t * t - 3.0);
    }
}

double legendre_slope(int degree, double t) {
    switch (degree) {
        case 0:
            return 0.0;
        case 1:
            return 1.0;
        case 2:
            return 3.0 * t;
        default:
            return 1.5 * (5.0 * t * t - 1.0);
    }
}

// Orders of columns in which the residual falls fastest, with what is left after each; columns are
// made orthogonal to those already taken.
struct Path {
    std::vector<Eigen::Index> order;
    std::vector<double> rest;  // residual sum of squares after the constant, then after each
};

Path forward_path(Eigen::MatrixXd columns, Eigen::VectorXd values, std::size_t most) {
    columns.rowwise() -= columns.colwise().mean();
    values.array() -= values.mean();
    const Eigen::VectorXd lengths = columns.colwise().squaredNorm();
    Path path{{}, {values.squaredNorm()}};
    while (path.order.size() < most) {
        Eigen::Index best = -1;
        double gain = 0.0;
        for (Eigen::Index c = 0; c < columns.cols(); ++c) {
            const double length = columns.col(c).squaredNorm();
            if (length <= 1e-8 * lengths[c] || length <= 0.0) {
                continue;  // taken, or made of those that are
            }
            const double along = columns.col(c).dot(values);
            if (along * along / length > gain) {
                gain = along * along / length;
                best = c;
            }
        }
        if (best < 0) {
            break;
        }
        const Eigen::VectorXd direction = columns.col(best).normalized();
        values -= direction * direction.dot(values);
        columns -= direction * (direction.transpose() * columns);
        columns.col(best).setZero();
        path.order.push_back(best);
        path.rest.push_back(values.squaredNorm());
    }
    return path;
}

}  // namespace

Region whole_cube(std::size_t dimensions) {
    return {Point(dimensions, 0.5), Point(dimensions, 0.5)};
}

std::vector<Emulator::Term> Emulator::candidates(std::size_t dimensions) {
    std::vector<Term> terms;
    for (int degree = 1; degree <= 3; ++degree) {
        for (std::size_t k = 0; k < dimensions; ++k) {
            terms.push_back({k, degree, 0, 0});
        }
    }
    for (std::size_t a = 0; a < dimensions; ++a) {
        for (std::size_t b = a + 1; b < dimensions; ++b) {
            terms.push_back({a, 1, b, 1});
        }
    }
    return terms;
}

double Emulator::value_of(const Term& term, const Point& point) const {
    return legendre(term.first_degree, local(point, term.first)) *
           legendre(term.second_degree, local(point, term.second));
}

double Emulator::slope_of(const Term& term, const Point& point, std::size_t dimension) const {
    const double first = local(point, term.first);
    const double second = local(point, term.second);
    double slope = 0.0;
    if (term.first == dimension) {
        slope += legendre_slope(term.first_degree, first) * legendre(term.second_degree, second);
    }
    if (term.second == dimension && term.second_degree > 0) {
        slope += legendre(term.first_degree, first) * legendre_slope(term.second_degree, second);
    }
    return slope / region_.half[dimension];
}

Emulator::Emulator(const Region& region, const std::vector<Point>& points,
                   std::span<const double> values)
    : region_(region) {
    SIM_EXPECT(points.size() == values.size());
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::isfinite(values[i])) {
            used.push_back(i);
        }
    }
    SIM_EXPECT(used.size() >= 2);
    const std::size_t dimensions = region.centre.size();
    const std::vector<Term> all = candidates(dimensions);
    const auto rows = static_cast<Eigen::Index>(used.size());
    Eigen::MatrixXd columns(rows, static_cast<Eigen::Index>(all.size()));
    Eigen::VectorXd numbers(rows);
    for (Eigen::Index r = 0; r < rows; ++r) {
        const std::size_t i = used[static_cast<std::size_t>(r)];
        numbers[r] = values[i];
        for (Eigen::Index c = 0; c < columns.cols(); ++c) {
            columns(r, c) = value_of(all[static_cast<std::size_t>(c)], points[i]);
        }
    }

    const Path path = forward_path(columns, numbers, std::max<std::size_t>(1, used.size() / 3));
    const double n = static_cast<double>(used.size());
    const double singles = static_cast<double>(3 * dimensions);
    const double pairs = static_cast<double>(all.size()) - singles;
    const double nothing = path.rest.front() * 1e-12 + std::numeric_limits<double>::min();
    double penalty = 0.0;
    double lowest = n * std::log(path.rest.front() / n + nothing);
    std::size_t taken = 0;
    for (std::size_t p = 0; p < path.order.size(); ++p) {
        const bool is_pair = all[static_cast<std::size_t>(path.order[p])].second_degree > 0;
        penalty += std::log(n) + 2.0 * std::log(is_pair ? pairs : singles);
        const double criterion = n * std::log(path.rest[p + 1] / n + nothing) + penalty;
        if (criterion < lowest) {
            lowest = criterion;
            taken = p + 1;
        }
    }

    terms_.push_back({});  // the constant
    for (std::size_t p = 0; p < taken; ++p) {
        terms_.push_back(all[static_cast<std::size_t>(path.order[p])]);
    }
    const auto width = static_cast<Eigen::Index>(terms_.size());
    Eigen::MatrixXd matrix(rows, width);
    matrix.col(0).setOnes();
    for (std::size_t p = 0; p < taken; ++p) {
        matrix.col(static_cast<Eigen::Index>(p) + 1) = columns.col(path.order[p]);
    }
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(matrix);
    const Eigen::VectorXd solution = qr.solve(numbers);
    const Eigen::MatrixXd upper = qr.matrixQR().topRows(width).triangularView<Eigen::Upper>();
    const Eigen::MatrixXd inverse_root =
        upper.triangularView<Eigen::Upper>().solve(Eigen::MatrixXd::Identity(width, width));
    const Eigen::MatrixXd inverse = inverse_root * inverse_root.transpose();
    const Eigen::VectorXd leverage = (matrix * inverse_root).rowwise().squaredNorm();
    const Eigen::VectorXd residual = numbers - matrix * solution;
    double squares = 0.0;
    for (Eigen::Index r = 0; r < rows; ++r) {
        const double left_out = residual[r] / std::max(1.0 - leverage[r], 1e-3);
        squares += left_out * left_out;
    }
    error_ = std::sqrt(squares / n);
    weights_.assign(solution.data(), solution.data() + width);
    inverse_.assign(inverse.data(), inverse.data() + width * width);
}

double Emulator::mean(const Point& point) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        sum += weights_[i] * value_of(terms_[i], point);
    }
    return sum;
}

Emulator::Prediction Emulator::predict(const Point& point) const {
    const std::size_t width = terms_.size();
    std::vector<double> row(width);
    double mean = 0.0;
    for (std::size_t i = 0; i < width; ++i) {
        row[i] = value_of(terms_[i], point);
        mean += weights_[i] * row[i];
    }
    double leverage = 0.0;
    for (std::size_t i = 0; i < width; ++i) {
        for (std::size_t j = 0; j < width; ++j) {
            leverage += row[i] * inverse_[i * width + j] * row[j];
        }
    }
    return {mean, error_ * std::sqrt(1.0 + leverage)};
}

std::vector<double> Emulator::gradient(const Point& point) const {
    std::vector<double> slopes(point.size(), 0.0);
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const Term& term = terms_[i];
        if (term.first_degree > 0) {
            slopes[term.first] += weights_[i] * slope_of(term, point, term.first);
        }
        if (term.second_degree > 0) {
            slopes[term.second] += weights_[i] * slope_of(term, point, term.second);
        }
    }
    return slopes;
}

}  // namespace sim
