// SPDX-License-Identifier: Apache-2.0
// What holds for each classic model: found by name, and the same bits on any number of threads.
#include "models/classic/classic.hpp"

#include <ostream>

#include <gtest/gtest.h>

#include "tests/statistical/classic_runs.hpp"

namespace {

TEST(RegisterClassic, OffersAllModelsByName) {
    sim::ModelCatalogue models;
    classic::register_classic(models);
    EXPECT_EQ(models.names(), (std::vector<std::string>{"boltzmann_wealth", "ishigami",
                                                        "occupational_mobility", "schelling"}));
    for (const std::string& name : models.names()) {
        const auto model = models.make(name);
        ASSERT_NE(model, nullptr);
        EXPECT_EQ(model->name(), name);
        EXPECT_TRUE(model->default_data().empty());
        EXPECT_FALSE(model->outputs().names().empty());
    }
}

struct Case {
    std::string model;
    classic_test::Parameters parameters;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.model;
}

class ClassicDeterminism : public testing::TestWithParam<Case> {
  protected:
    sim::Record run(sim::Backend backend, int threads, std::uint32_t replicate = 0) const {
        sim::ModelCatalogue models;
        classic::register_classic(models);
        const auto executor = sim::make_executor(backend, threads);
        const sim::Scenario scenario = classic_test::scenario_of(GetParam().parameters, 4, 11);
        return sim::Run(models.make(GetParam().model), scenario, replicate)
            .simulate({.executor = executor.get()});
    }
};

TEST_P(ClassicDeterminism, ThreadsChangeNothing) {
    const sim::Record serial = run(sim::Backend::serial, 1);
    ASSERT_EQ(serial.hashes.size(), 4U);
    EXPECT_NE(serial.hashes.front(), serial.hashes.back());
    for (const int threads : {1, 2, 7}) {
        const sim::Record parallel = run(sim::Backend::tbb, threads);
        EXPECT_EQ(parallel.hashes, serial.hashes) << threads << " threads";
        EXPECT_EQ(parallel.values, serial.values) << threads << " threads";
    }
}

TEST_P(ClassicDeterminism, ReplicatesDiffer) {
    EXPECT_NE(run(sim::Backend::serial, 1, 0).hashes, run(sim::Backend::serial, 1, 1).hashes);
}

INSTANTIATE_TEST_SUITE_P(Models, ClassicDeterminism,
                         testing::Values(Case{"boltzmann_wealth",
                                              {{"exchange.traders", std::int64_t{50'001}},
                                               {"exchange.saving_propensity", 0.3},
                                               {"exchange.rounds_per_quarter", std::int64_t{3}}}},
                                         Case{"occupational_mobility",
                                              {{"market.workers", std::int64_t{50'001}},
                                               {"market.occupations", std::int64_t{7}},
                                               {"mobility.neighbour_weight", 0.2},
                                               {"demand.shift", 0.1}}},
                                         Case{"schelling", {{"city.side", std::int64_t{150}}}}));

}  // namespace
