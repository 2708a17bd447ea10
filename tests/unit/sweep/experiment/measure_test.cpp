// SPDX-License-Identifier: Apache-2.0
// What is kept of a record: pooled numbers, and arrays over the dimensions that are named.
#include "sim/sweep/experiment/measure.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace sim {
namespace {

// Two quarters of a ratio by sex and track with its base, and of a number without dimensions.
class MeasureRuleTest : public ::testing::Test {
  protected:
    MeasureRuleTest() {
        record_.times = times_;
        record_.values = {{0.5, 0.25, 1.0, 0.0, 0.5, 0.5, 0.5, 0.5},
                          {2.0, 4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0},
                          {3.0, 5.0}};
        record_.complete = true;
    }

    MeasureRule rule(const std::vector<MeasureSpec>& specs) const {
        return {specs, variables_, dimensions_, times_};
    }
    std::vector<double> values(const MeasureSpec& spec) const {
        return rule({spec}).values(record_).front();
    }

    std::vector<Quarter> times_{Quarter::parse("2024Q1").value(), Quarter::parse("2024Q2").value()};
    std::vector<Dimension> dimensions_{{"sex", {"female", "male"}, ""},
                                       {"track", {"school", "college"}, "", {"school"}}};
    std::vector<RecordedVariable> variables_{
        {"rate", unit::share, {"sex", "track"}, "", false, false, "rate_base"},
        {"rate_base", unit::persons, {"sex", "track"}, "", true},
        {"price", unit::none, {}, ""}};
    Record record_{};
};

TEST_F(MeasureRuleTest, PoolsHeadlineLabelsOverTheLastQuartersByDefault) {
    // School alone: (2 × 0.5 + 1 × 1 + 1 × 0.5 + 1 × 0.5) / 5.
    EXPECT_EQ(values({"rate", {"rate", {}, {}}, {}}), std::vector<double>{0.6});
    EXPECT_EQ(values({"price", {"price", {}, {}}, {}}), std::vector<double>{4.0});
}

TEST_F(MeasureRuleTest, PoolsWhatIsChosen) {
    EXPECT_EQ(values({"x", {"rate", {{"track", {"college"}}}, {times_[0]}}, {}}),
              std::vector<double>{(4.0 * 0.25 + 1.0 * 0.0) / 5.0});
    EXPECT_EQ(values({"x", {"price", {}, {times_[1]}}, {}}), std::vector<double>{5.0});
}

TEST_F(MeasureRuleTest, KeepsTimeAndDimensions) {
    const MeasureSpec spec{"x", {"rate", {{"track", {"school", "college"}}}, {}}, {"sex", "time"}};
    const MeasureRule kept = rule({spec});
    const MemberLayout layout = kept.layout();
    EXPECT_EQ(layout.variables.front().dims, (std::vector<std::string>{"time", "sex"}));
    EXPECT_EQ(layout.variables.front().cells, 4U);
    EXPECT_EQ(layout.times, times_);
    ASSERT_EQ(layout.dimensions.size(), 1U);
    EXPECT_EQ(layout.dimensions.front().name, "sex");
    EXPECT_EQ(kept.values(record_).front(), (std::vector<double>{2.0 / 6.0, 0.5, 0.5, 0.5}));
}

TEST_F(MeasureRuleTest, HasNoAxisOfTimeUnlessAMeasureKeepsIt) {
    EXPECT_TRUE(rule({{"price", {"price", {}, {}}, {}}}).layout().times.empty());
}

}  // namespace
}  // namespace sim
