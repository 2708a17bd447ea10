// SPDX-License-Identifier: Apache-2.0
// What a calibration leaves can be read again: the fragment by a scenario that extends it, the
// verdicts by the pages that say where values come from.
#include "sim/calibrate/write_calibration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/calibrate/frozen_values.hpp"
#include "tests/support/toy_model.hpp"

namespace sim {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::TemporaryFolder;

class WriteCalibration : public ::testing::Test {
  protected:
    WriteCalibration() {
        Calibration& calibration = loaded_.calibration;
        calibration.parameters = {{"toy.exit_rate", "1/a", {0.0, 1.0}, FitScale::linear},
                                  {"toy.free_number", "1", {-1.0, 1.0}, FitScale::linear}};
        for (const char* name : {"first", "second", "third"}) {
            Target target{name};
            target.value = 1.0;
            target.tolerance = 0.1;
            calibration.targets.push_back(target);
        }
        loaded_.file = "folder/that/is/nobodys/business/fit.yaml";
        result_.parameters = {{0.123456,
                               0.1,
                               0.11,
                               0.14,
                               0.1,
                               0.15,
                               0.2,
                               ParameterVerdict::identified,
                               {0.2, -0.9, 0.01}},
                              {-0.5,
                               0.1,
                               -0.9,
                               0.9,
                               0.0,
                               0.0,
                               0.99,
                               ParameterVerdict::not_identified,
                               {0.0, 0.0, 0.0}}};
        result_.targets = {{0, 1.02, 0.01, 0.0, TargetVerdict::met},
                           {0, 1.2, 0.01, 0.05, TargetVerdict::missed},
                           {0, 9.0, 0.01, 8.0, TargetVerdict::out_of_reach}};
        result_.plausible = {{{0.12, 0.3}, 1.5}, {{0.13, -0.3}, 2.25}};
    }

    LoadedCalibration loaded_;
    FitResult result_;
    TemporaryFolder folder_;
};

TEST_F(WriteCalibration, TheFragmentIsExtendedByAScenario) {
    const std::string yaml = parameters_yaml(loaded_, result_);
    EXPECT_THAT(yaml, HasSubstr("Targets missed: second. Out of reach: third."));
    EXPECT_THAT(yaml,
                HasSubstr("# identified; 90 % between 0.11 and 0.14 1/a; moves second, first"));
    EXPECT_THAT(yaml, HasSubstr("moves no target"));
    EXPECT_THAT(yaml, Not(HasSubstr("nobodys")));
    folder_.write("fit/parameters.yaml", yaml);
    const std::string scenario =
        folder_.write("base.yaml",
                      "extends: fit/parameters.yaml\nmodel: toy\n"
                      "time: {start: 2022Q3, end: 2025Q2}\nparameters: {toy.free_number: 2}\n");
    const LoadedScenario loaded =
        load_scenario(scenario, testing::toy_models(), {}, testing::make_toy_data(folder_));
    EXPECT_EQ(std::get<double>(loaded.scenario.parameters.at("toy.exit_rate")), 0.123456);
    EXPECT_EQ(std::get<double>(loaded.scenario.parameters.at("toy.free_number")), 2.0);
}

TEST_F(WriteCalibration, FrozenValuesAreFound) {
    EXPECT_TRUE(frozen_values(folder_.path()).empty());
    folder_.write("calibration/calibration.json", calibration_json(loaded_, result_));
    const auto frozen = frozen_values(folder_.path());
    ASSERT_EQ(frozen.size(), 2U);
    EXPECT_EQ(frozen.at("toy.exit_rate").value, 0.123456);
    EXPECT_EQ(frozen.at("toy.exit_rate").high, 0.14);
    EXPECT_EQ(frozen.at("toy.free_number").verdict, "not identified");
    folder_.write("calibration/calibration.json", "{}");
    EXPECT_THROW(frozen_values(folder_.path()), UserError);
}

TEST_F(WriteCalibration, ListsThePlausibleSet) {
    EXPECT_EQ(plausible_csv(loaded_, result_),
              "toy.exit_rate,toy.free_number,largest_implausibility\n"
              "0.12,0.3,1.5\n0.13,-0.3,2.25\n");
}

TEST_F(WriteCalibration, OrdersMovedTargetsByTolerances) {
    EXPECT_THAT(moved_targets(loaded_.calibration, result_, 0), ElementsAre("second", "first"));
}

}  // namespace
}  // namespace sim
