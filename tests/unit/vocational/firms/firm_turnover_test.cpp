// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/firm_turnover.hpp"

#include <gtest/gtest.h>

#include "models/vocational/markets/labour/job_mix.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr std::size_t firm_count = 60;

std::vector<FirmSpec> many_firms() {
    std::vector<FirmSpec> list{{0, agriculture, true, 0}};
    for (std::size_t i = 0; i < firm_count; ++i) {
        list.push_back({0, manufacturing, false, 10, 1.0F / firm_count});
    }
    return list;
}

class FirmTurnoverTest : public ::testing::Test {
  protected:
    FirmTurnoverTest()
        : economy_(2, many_firms()),
          states_(economy_.world.table<FirmStateTable>()),
          phase_(economy_.setting, economy_.records, economy_.params, economy_.world) {
        economy_.params.firm.exit_rate.assign(0.2);
        economy_.params.firm.highest_exit_rate.assign(0.5);
        for (std::size_t row = 0; row < 600; ++row) {
            economy_.employ(row, 1 + row % firm_count,
                            Occupation::of(JobLevel::skilled_worker, Field::water));
        }
    }

    std::size_t exits() const {
        return static_cast<std::size_t>(
            std::count_if(states_.generation.data(), states_.generation.data() + firm_count + 1,
                          [](std::uint8_t generation) { return generation > 0; }));
    }

    LabourWorld economy_;
    FirmStateTable& states_;
    FirmTurnover phase_;
};

TEST_F(FirmTurnoverTest, EntrantsTakeOverTheSharesOfThoseThatClose) {
    economy_.run(phase_, {2020, 3});
    ASSERT_GT(exits(), 4U);
    EXPECT_LT(exits(), 25U);
    double share = 0.0;
    for (std::size_t f = 1; f <= firm_count; ++f) {
        share += static_cast<double>(economy_.firms.size_share[f]);
        EXPECT_TRUE(states_.generation[f] > 0 || economy_.firms.headcount[f] == 10);
    }
    EXPECT_NEAR(share, 1.0, 1e-5);
    EXPECT_EQ(states_.generation[0], 0);  // pools stay
}

TEST_F(FirmTurnoverTest, PeopleOfAClosingFirmLoseTheirJobs) {
    economy_.run(phase_, {2020, 3});
    EXPECT_EQ(economy_.count(State::unemployed), 10 * exits());
    EXPECT_EQ(economy_.wrong_headcounts(), 0U);
    const SectorCellId cell = sector_cell(ProvinceId(0), manufacturing, economy_.records.sectors());
    EXPECT_EQ(economy_.world.table<SectorCellTable>().exits[cell.row()],
              static_cast<std::int32_t>(exits()));
}

TEST_F(FirmTurnoverTest, AnEntrantIsAnotherFirmAtTheFrontier) {
    economy_.run(phase_, {2020, 3});
    const double frontier =
        SectorPace(economy_.params.firm, economy_.records).frontier(manufacturing, {2020, 3}, 2020);
    for (std::size_t f = 1; f <= firm_count; ++f) {
        if (states_.generation[f] > 0) {
            EXPECT_FLOAT_EQ(states_.technology[f], static_cast<float>(frontier));
            EXPECT_NE(firm_identity(economy_.setting, CityId(0), manufacturing, f, 0),
                      firm_identity(economy_.setting, CityId(0), manufacturing, f,
                                    states_.generation[f]));
        }
    }
}

TEST_F(FirmTurnoverTest, TheReservedPostOfAClosedFirmIsGone) {
    for (std::size_t f = 1; f <= firm_count; ++f) {
        const std::size_t row = 700 + f;
        economy_.persons.state[row] = State::unemployed;
        economy_.persons.contract[row].sign(ContractKind::order_class);
        economy_.persons.link[row] = Link(FirmId(f));
    }
    economy_.run(phase_, {2020, 3});
    for (std::size_t f = 1; f <= firm_count; ++f) {
        EXPECT_EQ(economy_.persons.contract[700 + f].exists(), states_.generation[f] == 0);
    }
}

TEST(ExitHazardTest, FallsWithSize) {
    const FirmParams params;
    EXPECT_DOUBLE_EQ(exit_hazard(params, 10), params.exit_rate);
    EXPECT_LT(exit_hazard(params, 1000), exit_hazard(params, 100));
    EXPECT_NEAR(exit_hazard(params, 100) / exit_hazard(params, 10), std::pow(10.0, -0.4), 1e-9);
    EXPECT_LE(exit_hazard(params, 0), params.highest_exit_rate);
}

}  // namespace
}  // namespace vocational::testing
