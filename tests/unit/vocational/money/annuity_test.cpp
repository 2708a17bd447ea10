// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/annuity.hpp"

#include <gtest/gtest.h>

namespace vocational {
namespace {

// Reproduction target R19.
TEST(Annuity, IsThatOfTheTables) {
    EXPECT_NEAR(annuity(100.0, 0.03, 10), 11.7230507, 5e-8);
    EXPECT_NEAR(annuity(100.0, 0.035, 20), 7.0361077, 5e-8);
    EXPECT_DOUBLE_EQ(annuity(100.0, 0.0, 8), 12.5);
}

TEST(Annuity, PaysBackWithInterest) {
    double owed = 100.0;
    const double sum = annuity(owed, 0.03, 10);
    for (int year = 0; year < 10; ++year) {
        owed = owed * 1.03 - sum;
    }
    EXPECT_NEAR(owed, 0.0, 1e-10);
}

TEST(Annuity, QuarterlyRateCompoundsToTheYearlyOne) {
    EXPECT_NEAR(growth_factor(quarterly_rate(0.03), 4.0), 1.03, 1e-14);
    EXPECT_EQ(quarterly_rate(0.0), 0.0);
}

TEST(Annuity, WholeYuanEndExactlyAtZero) {
    for (const std::int64_t principal : {1L, 7L, 100L, 999'999'937L, 3'000'000'000'001L}) {
        const double rate = quarterly_rate(0.035);
        const double sum = annuity(static_cast<double>(principal), rate, 80);
        std::int64_t owed = principal;
        for (int left = 80; left > 0; --left) {
            const Instalment due = next_instalment(owed, rate, left);
            EXPECT_GE(due.interest, 0);
            EXPECT_GE(due.repayment, 0);
            EXPECT_NEAR(static_cast<double>(due.interest + due.repayment), sum, 2.0) << left;
            owed -= due.repayment;
        }
        EXPECT_EQ(owed, 0) << principal;
    }
}

}  // namespace
}  // namespace vocational
