// SPDX-License-Identifier: Apache-2.0
#include "sim/matching/proportional_fitting.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

// Calls visit(cell, margin cell) for every cell of the table; which pair of axes the margin keeps
// decides where a cell counts.
enum class Margin { ab, ac, bc };

template <class Visit>
void for_cells(const Cells3& table, Margin margin, Visit&& visit) {
    std::size_t cell = 0;
    for (std::size_t i = 0; i < table.a; ++i) {
        for (std::size_t j = 0; j < table.b; ++j) {
            for (std::size_t k = 0; k < table.c; ++k, ++cell) {
                visit(cell, margin == Margin::ab   ? i * table.b + j
                            : margin == Margin::ac ? i * table.c + k
                                                   : j * table.c + k);
            }
        }
    }
}

std::vector<double> sums(const Cells3& table, Margin margin, std::size_t size) {
    std::vector<double> sum(size, 0.0);
    for_cells(table, margin,
              [&](std::size_t cell, std::size_t at) { sum[at] += table.values[cell]; });
    return sum;
}

void scale_to(Cells3& table, Margin margin, std::span<const double> wanted) {
    const std::vector<double> sum = sums(table, margin, wanted.size());
    for_cells(table, margin, [&](std::size_t cell, std::size_t at) {
        table.values[cell] *= sum[at] > 0.0 ? wanted[at] / sum[at] : 0.0;
    });
}

double residual(const Cells3& table, Margin margin, std::span<const double> wanted) {
    const std::vector<double> sum = sums(table, margin, wanted.size());
    double worst = 0.0;
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        const double off = wanted[at] > 0.0 ? std::abs(sum[at] / wanted[at] - 1.0) : sum[at];
        worst = std::max(worst, off);
    }
    return worst;
}

}  // namespace

Fit fit_margins(Cells3& table, std::span<const double> ab, std::span<const double> ac,
                std::span<const double> bc, double tolerance, int rounds) {
    SIM_EXPECT(table.values.size() == table.a * table.b * table.c);
    SIM_EXPECT(ab.size() == table.a * table.b && ac.size() == table.a * table.c &&
               bc.size() == table.b * table.c);
    Fit fit;
    do {
        ++fit.rounds;
        scale_to(table, Margin::bc, bc);
        scale_to(table, Margin::ac, ac);
        scale_to(table, Margin::ab, ab);
        fit.residual = std::max(residual(table, Margin::bc, bc), residual(table, Margin::ac, ac));
    } while (fit.residual > tolerance && fit.rounds < rounds);
    return fit;
}

Fit fit_margins(std::span<double> cells, std::span<const double> row_sums,
                std::span<const double> column_sums, double tolerance, int rounds) {
    // A table of one layer: its third margin is the table itself, so only two are scaled to.
    Cells3 table{1, row_sums.size(), column_sums.size(), {cells.begin(), cells.end()}};
    SIM_EXPECT(table.values.size() == table.b * table.c);
    Fit fit;
    do {
        ++fit.rounds;
        scale_to(table, Margin::ac, column_sums);
        scale_to(table, Margin::ab, row_sums);
        fit.residual = residual(table, Margin::ac, column_sums);
    } while (fit.residual > tolerance && fit.rounds < rounds);
    std::copy(table.values.begin(), table.values.end(), cells.begin());
    return fit;
}

}  // namespace sim
