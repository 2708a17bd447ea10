// SPDX-License-Identifier: Apache-2.0
// Rules of the end of a quarter: each is broken by hand in a small world, and an error put into a
// run of the model stops it with the name of what is wrong and the quarter.
#include "models/vocational/invariants.hpp"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/vocational/model.hpp"
#include "sim/model/run.hpp"
#include "sim/scenario/load.hpp"
#include "tests/unit/vocational/outputs/small_world.hpp"

namespace {

using namespace vocational_test;
using ::testing::HasSubstr;

constexpr sim::Quarter now{2022, 3};

class Rules : public ::testing::Test {
  protected:
    Rules()
        : world_({{.state = State::enrolled, .birth = {2006, 1}, .programme = machining},
                  {.state = State::employed, .birth = {1990, 1}, .wage = 50'000},
                  {.state = State::unemployed, .birth = {1990, 1}}}) {
        firms_.reserve(1);
        firms_.append(1);
        firms_.headcount[0] = 1;
        auto& people = world_.table<PersonTable>();
        for (std::size_t row = 0; row < people.end_row(); ++row) {
            if (people.state[row] == State::employed) {
                people.link[row] = Link(FirmId(0));
                worker_ = row;
            }
        }
        programmes().enrolled_before[machining.row()] = 1;
    }
    ProgrammeTable& programmes() { return world_.table<ProgrammeTable>(); }
    std::string broken(sim::Quarter when = now) {
        return broken_rule(world_.setting(), world_.tick_of(when),
                           {world_.table<PersonTable>(), programmes(), firms_});
    }

    SmallWorld world_;
    FirmTable firms_;
    std::size_t worker_ = 0;
};

TEST_F(Rules, HoldInASoundWorld) {
    EXPECT_EQ(broken(), "");
}

TEST_F(Rules, CountsAreThoseOfPersons) {
    firms_.headcount[0] = 2;
    EXPECT_EQ(broken(), "firm 0 counts 2 persons, but 1 are linked to it");
    firms_.headcount[0] = 1;
    programmes().enrolled[machining.row()] = 2;
    EXPECT_EQ(broken(), "programme 1 counts 2 persons, but 1 are linked to it");
}

TEST_F(Rules, StudentsAreThoseOfBeforeAndWhoCameLessWhoLeft) {
    programmes().joined[machining.row()] = 3;
    EXPECT_THAT(broken(), HasSubstr("programme 1 has 1 students, but 1 + 3 who came - 0 who left"));
    programmes().left[machining.row()] = 3;
    EXPECT_EQ(broken(), "");
}

TEST_F(Rules, NoProgrammeAdmitsMoreThanItHasSeats) {
    programmes().seats[cooking.row()] = 2;
    programmes().admitted[cooking.row()] = 2;
    EXPECT_EQ(broken(), "");
    programmes().admitted[cooking.row()] = 3;
    EXPECT_EQ(broken(), "programme 2 admitted 3 persons to 2 seats");
}

TEST_F(Rules, WagesAndJobsGoTogether) {
    world_.table<PersonTable>().wage[worker_] = 0.0;
    EXPECT_THAT(broken(), HasSubstr("is employed at a wage of 0"));
}

TEST_F(Rules, PeopleAreOfWorkingAge) {
    EXPECT_THAT(broken({2050, 1}), HasSubstr("a person born in 1990Q1 is still or already there"));
    EXPECT_THAT(broken({2020, 4}), HasSubstr("a person born in 2006Q1 is still or already there"));
}

// Runs the baseline for some quarters, breaks its state after one of them, and tells what stops it.
std::string complaint_of_run(const std::function<void(const sim::World&)>& spoil) {
    sim::ModelCatalogue models;
    models.add(vocational::make_model);
    const std::string scenarios = std::string(SIM_SOURCE_DIR) + "/scenarios/";
    sim::Overrides overrides;
    overrides.scale = "1:50000";
    overrides.until = "2023Q1";
    overrides.set = {{"time.spin_up_years", "1"}};
    const sim::LoadedScenario loaded =
        sim::load_scenario(scenarios + "baseline.yaml", models, overrides, scenarios + "data");
    auto model = sim::make_model(loaded, models);
    const sim::World& world = model->world();
    sim::Run run(std::move(model), loaded.scenario, 0);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    sim::RunOptions options{executor.get()};
    int quarters = 0;
    options.on_quarter = [&] {
        if (++quarters == 4) {  // at the end of 2022Q2
            spoil(world);
        }
    };
    try {
        run.simulate(options);
    } catch (const sim::ContractError& error) {
        return error.what();
    }
    return {};
}

TEST(RunsOfTheModel, GoThroughWhenNothingIsSpoilt) {
    EXPECT_EQ(complaint_of_run([](const sim::World&) {}), "");
}

TEST(RunsOfTheModel, FindAYuan) {
    const std::string words = complaint_of_run(
        [](const sim::World& world) { ++world.table<GovernmentTable>().balance[1]; });
    EXPECT_THAT(words, HasSubstr("2022Q3"));
    EXPECT_THAT(words, HasSubstr("province"));
}

TEST(RunsOfTheModel, FindAYuanOfACentre) {
    const std::string words = complaint_of_run(
        [](const sim::World& world) { ++world.table<PracticeCentreTable>().balance[0]; });
    EXPECT_THAT(words, HasSubstr("2022Q3"));
    EXPECT_THAT(words, HasSubstr("centre"));
}

TEST(RunsOfTheModel, FindAWorkerWhoIsNotThere) {
    const std::string words = complaint_of_run([](const sim::World& world) {
        auto& firms = world.table<FirmTable>();
        ++firms.headcount[firms.end_row() - 1];
    });
    EXPECT_THAT(words, HasSubstr("2022Q3: firm "));
    EXPECT_THAT(words, HasSubstr("are linked to it"));
}

TEST(RunsOfTheModel, FindAStudentWhoCameFromNowhere) {
    const std::string words = complaint_of_run(
        [](const sim::World& world) { ++world.table<ProgrammeTable>().enrolled[0]; });
    EXPECT_THAT(words, HasSubstr("2022Q3: programme 0 counts"));
}

}  // namespace
