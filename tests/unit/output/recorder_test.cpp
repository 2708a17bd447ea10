// SPDX-License-Identifier: Apache-2.0
// What outputs say is laid out over time and cells; ratios bring their base; what is not said is 0
// for counts and missing otherwise.
#include "sim/output/recorder.hpp"

#include <gtest/gtest.h>

namespace {

class Family final : public sim::Output {
  public:
    Family()
        : Output(
              {{"", {.dims = {"region"}, .doc = "A count.", .measure = sim::Measure::count}},
               {"rate",
                {.dims = {"region", "kind"}, .doc = "A ratio.", .measure = sim::Measure::ratio}}}) {
        name_as("family");
    }
    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (tick.is_quarter(3)) {
            out.value(0, 5.4, 1);  // of agents that stand for parts of people
            out.ratio(1, 1.0, 4.0, 1, 2);
            out.ratio(1, 1.0, 0.0, 0, 0);
        }
    }
};

class RecorderTest : public testing::Test {
  protected:
    RecorderTest() { outputs.push_back(std::make_unique<Family>()); }
    std::vector<std::unique_ptr<sim::Output>> outputs;
    std::vector<sim::Dimension> dimensions{{"region", {"north", "south"}, "", {}},
                                           {"kind", {"a", "b", "c"}, "", {}}};
    std::unique_ptr<sim::Executor> executor = sim::make_executor(sim::Backend::serial, 1);
};

TEST_F(RecorderTest, NamesVariablesAndCompanions) {
    const auto variables = sim::recorded_variables(outputs);
    ASSERT_EQ(variables.size(), 3U);
    EXPECT_EQ(variables[0].name, "family");
    EXPECT_TRUE(variables[0].is_count);
    EXPECT_EQ(variables[1].base, "rate_base");
    EXPECT_EQ(variables[2].name, "rate_base");
}

TEST_F(RecorderTest, LaysOutTimeThenCells) {
    sim::Recorder recorder(outputs, dimensions);
    sim::Record record;
    for (const int quarter : {2, 3}) {
        const sim::Quarter now(2022, quarter);
        recorder.record(sim::Tick(now, now, 1, 0, *executor), record);
    }
    EXPECT_EQ(record.times.size(), 2U);
    EXPECT_EQ(record.values[0], (std::vector<double>{0, 0, 0, 5}));  // a whole number, as in files
    ASSERT_EQ(record.values[1].size(), 12U);
    EXPECT_EQ(record.values[1][6 + 5], 0.25);
    EXPECT_TRUE(std::isnan(record.values[1][6]));  // base 0
    EXPECT_TRUE(std::isnan(record.values[1][0]));  // not due
    EXPECT_EQ(record.values[2][6 + 5], 4.0);
}

// Says one value of one variable.
class Says final : public sim::Output {
  public:
    Says(sim::OutputSpec spec, double value, double base)
        : Output(std::move(spec)), value_(value), base_(base) {
        name_as("says");
    }
    void record(const sim::Tick&, sim::Sink& out) const override {
        if (variables()[0].spec.measure == sim::Measure::ratio) {
            out.ratio(0, value_ * base_, base_);
        } else {
            out.push(value_);
        }
    }

  private:
    double value_;
    double base_;
};

TEST_F(RecorderTest, RefusesWhatNoOutputMaySay) {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const double endless = std::numeric_limits<double>::infinity();
    const auto complaint = [&](sim::OutputSpec spec, double value, double base) {
        outputs.clear();
        outputs.push_back(std::make_unique<Says>(std::move(spec), value, base));
        sim::Recorder recorder(outputs, dimensions);
        sim::Record record;
        try {
            recorder.record(sim::Tick({2022, 2}, {2022, 3}, 1, 0, *executor), record);
        } catch (const sim::ContractError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    const sim::OutputSpec count{.doc = "A count.", .measure = sim::Measure::count};
    const sim::OutputSpec real{.doc = "A number."};
    const sim::OutputSpec share{
        .unit = sim::unit::share, .doc = "A share.", .measure = sim::Measure::ratio};
    EXPECT_EQ(complaint(count, 3.0, 0.0), "");
    EXPECT_EQ(complaint(real, nothing, 0.0), "");  // not due
    EXPECT_EQ(complaint(share, 1.0, 2.0), "");
    EXPECT_EQ(complaint(share, 0.5, 0.0), "");  // nothing to divide by
    EXPECT_NE(complaint(count, nothing, 0.0).find("2022Q2: output 'says': cell 0 is nan"),
              std::string::npos);
    EXPECT_NE(complaint(real, endless, 0.0), "");
    EXPECT_NE(complaint(share, nothing, 2.0), "");
    EXPECT_NE(complaint(share, 1.0, -2.0), "");
    EXPECT_NE(complaint(share, 1.01, 2.0).find("a share lies between 0 and 1"), std::string::npos);
}

TEST_F(RecorderTest, RefusesDimensionsThatNobodyDeclared) {
    dimensions.pop_back();
    EXPECT_THROW(sim::Recorder(outputs, dimensions), sim::ContractError);
}

}  // namespace
