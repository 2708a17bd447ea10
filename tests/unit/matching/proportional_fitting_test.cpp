// SPDX-License-Identifier: Apache-2.0
#include "sim/matching/proportional_fitting.hpp"

#include <gtest/gtest.h>

namespace {

TEST(ProportionalFitting, AFlatSeedGivesTheProductOfTheMargins) {
    std::vector<double> cells(6, 1.0);
    const std::vector<double> rows{30.0, 70.0};
    const std::vector<double> columns{20.0, 30.0, 50.0};
    const sim::Fit fit = sim::fit_margins(cells, rows, columns, 1e-12, 50);
    EXPECT_LE(fit.residual, 1e-12);
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            EXPECT_NEAR(cells[i * 3 + j], rows[i] * columns[j] / 100.0, 1e-9);
        }
    }
}

TEST(ProportionalFitting, KeepsTheOddsRatiosOfTheSeed) {
    std::vector<double> cells{8.0, 2.0, 3.0, 7.0};
    sim::fit_margins(cells, std::vector<double>{40.0, 60.0}, std::vector<double>{55.0, 45.0}, 1e-12,
                     500);
    EXPECT_NEAR(cells[0] * cells[3] / (cells[1] * cells[2]), 8.0 * 7.0 / (2.0 * 3.0), 1e-6);
    EXPECT_NEAR(cells[0] + cells[1], 40.0, 1e-9);
    EXPECT_NEAR(cells[0] + cells[2], 55.0, 1e-9);
}

TEST(ProportionalFitting, MeetsThreeMarginsThatAgree) {
    // Margins taken from a table with interaction of all three axes, fitted from a flat seed.
    sim::Cells3 truth{2, 3, 2, {5, 1, 2, 8, 3, 3, 7, 2, 4, 1, 6, 9}};
    std::vector<double> ab(6), ac(4), bc(6);
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            for (std::size_t k = 0; k < 2; ++k) {
                ab[i * 3 + j] += truth.at(i, j, k);
                ac[i * 2 + k] += truth.at(i, j, k);
                bc[j * 2 + k] += truth.at(i, j, k);
            }
        }
    }
    sim::Cells3 table{2, 3, 2, std::vector<double>(12, 1.0)};
    const sim::Fit fit = sim::fit_margins(table, ab, ac, bc, 1e-10, 1000);
    EXPECT_LE(fit.residual, 1e-10);
    EXPECT_LT(fit.rounds, 1000);
    double sum = 0.0;
    for (std::size_t j = 0; j < 3; ++j) {
        sum += table.at(1, j, 0);
    }
    EXPECT_NEAR(sum, ac[2], 1e-8);
}

TEST(ProportionalFitting, SaysWhatIsLeftWhereMarginsDisagree) {
    std::vector<double> cells(4, 1.0);
    const sim::Fit fit = sim::fit_margins(cells, std::vector<double>{1.0, 1.0},
                                          std::vector<double>{3.0, 1.0}, 1e-9, 30);
    EXPECT_EQ(fit.rounds, 30);
    EXPECT_GT(fit.residual, 0.1);
}

TEST(ProportionalFitting, AnEmptyMarginEmptiesItsCells) {
    std::vector<double> cells(4, 1.0);
    sim::fit_margins(cells, std::vector<double>{0.0, 5.0}, std::vector<double>{2.0, 3.0}, 1e-12,
                     50);
    EXPECT_EQ(cells[0], 0.0);
    EXPECT_EQ(cells[1], 0.0);
    EXPECT_NEAR(cells[2], 2.0, 1e-9);
}

}  // namespace
