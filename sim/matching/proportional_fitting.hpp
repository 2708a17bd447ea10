// SPDX-License-Identifier: Apache-2.0
// Iterative proportional fitting: the table nearest to a seed that has given margins. Each round
// scales the cells to one margin after the other; where the margins agree with each other and the
// seed has no structural zeros in the way, the rounds converge.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sim {

// A table of cells [a][b][c], row-major, not negative.
struct Cells3 {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t c = 0;
    std::vector<double> values{};

    double& at(std::size_t i, std::size_t j, std::size_t k) { return values[(i * b + j) * c + k]; }
    double at(std::size_t i, std::size_t j, std::size_t k) const {
        return values[(i * b + j) * c + k];
    }
};

struct Fit {
    int rounds = 0;
    double residual = 0.0;  // largest |sum ÷ margin − 1| over the cells of all margins
};

// Scales `table` to the margins over (a, b), (a, c) and (b, c), row-major, until the residual is at
// most `tolerance` or `rounds` are done. A margin of 0 empties its cells.
Fit fit_margins(Cells3& table, std::span<const double> ab, std::span<const double> ac,
                std::span<const double> bc, double tolerance, int rounds);

// The same in two dimensions: `cells` [rows][columns] to row sums and column sums, whose totals
// must agree.
Fit fit_margins(std::span<double> cells, std::span<const double> row_sums,
                std::span<const double> column_sums, double tolerance, int rounds);

}  // namespace sim
