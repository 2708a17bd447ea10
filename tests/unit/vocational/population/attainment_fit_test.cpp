// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/attainment_fit.hpp"

#include <gtest/gtest.h>

namespace {

using Cells = std::vector<std::vector<std::string>>;

void fill(sim::DataTable& table, const Cells& rows) {
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            ASSERT_TRUE(table.columns()[c]->append(row[c])) << table.file() << ": " << row[c];
        }
    }
    table.filled(rows.size());
}

// Two provinces, two birth years; the second province and the second year are better schooled.
struct Census {
    vocational::Data data;
    std::vector<std::vector<double>> people{{600.0, 400.0}, {700.0, 300.0}};

    Census() {
        fill(data.provinces, {{"North", "1300", "50000", "0.5"}, {"South", "700", "90000", "0.7"}});
        fill(data.attainment, {{"1970", "0.4", "0.4", "0.1", "0.02", "0.05", "0.03"},
                               {"1971", "0.2", "0.4", "0.15", "0.05", "0.1", "0.1"}});
        fill(data.province_attainment,
             {{"North", "10000", "12000", "40000"}, {"South", "30000", "20000", "30000"}});
    }
};

double level_total(const vocational::AttainmentFit& fit, const Census& census, std::size_t level,
                   std::size_t year, std::size_t province) {
    return fit.shares(1970 + static_cast<int>(year), province)[level] *
           census.people[year][province];
}

TEST(AttainmentFit, MeetsTheNationalLevelsOfEveryBirthYear) {
    const Census census;
    const vocational::AttainmentFit fit(census.data, 1970, census.people);
    EXPECT_LE(fit.fit().residual, 1e-6);
    const double expected[2][4] = {{0.08, 0.12, 0.4, 0.4}, {0.2, 0.2, 0.4, 0.2}};
    for (std::size_t y = 0; y < 2; ++y) {
        for (std::size_t l = 0; l < 4; ++l) {
            EXPECT_NEAR(level_total(fit, census, l, y, 0) + level_total(fit, census, l, y, 1),
                        1000.0 * expected[y][l], 1e-2);
        }
    }
}

TEST(AttainmentFit, KeepsTheOrderAndTheRatioOfTheProvinces) {
    const Census census;
    const vocational::AttainmentFit fit(census.data, 1970, census.people);
    for (const int year : {1970, 1971}) {
        EXPECT_GT(fit.shares(year, 1)[0], 1.5 * fit.shares(year, 0)[0]);
        EXPECT_LT(fit.shares(year, 1)[3], fit.shares(year, 0)[3]);
        double sum = 0.0;
        for (const double share : fit.shares(year, 0)) {
            sum += share;
        }
        EXPECT_NEAR(sum, 1.0, 1e-12);
    }
}

}  // namespace
