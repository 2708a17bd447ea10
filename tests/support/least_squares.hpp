// SPDX-License-Identifier: Apache-2.0
// Ordinary least squares by normal equations, for tests that regress.
#pragma once

#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

namespace sim::testing {

struct Fit {
    std::vector<double> coefficients;
    std::vector<double> standard_errors;
    std::vector<std::vector<double>> covariance;
};

// Rows of regressors (a constant among them if there shall be one) and the outcomes.
inline Fit least_squares(const std::vector<std::vector<double>>& rows,
                         const std::vector<double>& outcomes) {
    const std::size_t k = rows.at(0).size();
    // [X'X | X'y | I], reduced to [I | b | (X'X)^-1].
    std::vector<std::vector<double>> system(k, std::vector<double>(2 * k + 1, 0.0));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t a = 0; a < k; ++a) {
            for (std::size_t b = 0; b < k; ++b) {
                system[a][b] += rows[i][a] * rows[i][b];
            }
            system[a][k] += rows[i][a] * outcomes[i];
        }
    }
    for (std::size_t a = 0; a < k; ++a) {
        system[a][k + 1 + a] = 1.0;
    }
    for (std::size_t a = 0; a < k; ++a) {
        const double pivot = system[a][a];
        if (!(pivot > 0.0)) {
            throw std::invalid_argument("regressors depend on each other");
        }
        for (double& x : system[a]) {
            x /= pivot;
        }
        for (std::size_t b = 0; b < k; ++b) {
            const double factor = system[b][a];
            for (std::size_t c = 0; b != a && c < system[b].size(); ++c) {
                system[b][c] -= factor * system[a][c];
            }
        }
    }
    Fit fit;
    for (std::size_t a = 0; a < k; ++a) {
        fit.coefficients.push_back(system[a][k]);
    }
    double squares = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double error = outcomes[i];
        for (std::size_t a = 0; a < k; ++a) {
            error -= fit.coefficients[a] * rows[i][a];
        }
        squares += error * error;
    }
    const double variance = squares / static_cast<double>(rows.size() - k);
    for (std::size_t a = 0; a < k; ++a) {
        fit.standard_errors.push_back(std::sqrt(variance * system[a][k + 1 + a]));
        std::vector<double> row;
        for (std::size_t b = 0; b < k; ++b) {
            row.push_back(variance * system[a][k + 1 + b]);
        }
        fit.covariance.push_back(std::move(row));
    }
    return fit;
}

}  // namespace sim::testing
