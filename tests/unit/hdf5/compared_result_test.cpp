// SPDX-License-Identifier: Apache-2.0
// Results of several scenarios: where values stand, effects, values read while the file is written.
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/hdf5/h5_dataset.hpp"
#include "sim/hdf5/result_file.hpp"
#include "tests/unit/hdf5/made_up_result.hpp"

namespace {

using testing::ElementsAre;

TEST(ResultFile, ComparePutsScenariosFirst) {
    const made_up::Folder folder;
    const std::string path = folder.file("a.h5");
    sim::ResultFile file(path, made_up::header(2, {"base", "reform"}));
    for (const std::size_t scenario : {std::size_t{1}, std::size_t{0}}) {
        file.write(scenario, made_up::record(1, scenario));
        file.write(scenario, made_up::record(0, scenario));
    }
    const std::size_t cells = made_up::values(0, 0, 0).size();
    std::vector<double> difference(cells, -2.5);
    difference[3] = std::numeric_limits<double>::quiet_NaN();
    const sim::ResultHeader header = made_up::header(2, {"base", "reform"});
    file.write_effects([&](std::size_t variable) {
        const std::size_t size = made_up::values(variable, 0, 0).size();
        const std::vector<double> ones(size, 1.0);
        return sim::EffectVariable{header.variables[variable].name,
                                   variable == 0 ? difference : ones, ones, ones, ones};
    });
    file.finish();
    const sim::ResultSummary summary = sim::read_result(path);
    EXPECT_THAT(summary.header.scenarios, ElementsAre("base", "reform"));
    EXPECT_EQ(summary.hashes[1][0], made_up::hashes(1, 0));
    const auto values = sim::read_outcome(path, "enrolment");
    made_up::expect_same(values, made_up::values(0, 0, 1), cells);
    made_up::expect_same(values, made_up::values(0, 1, 0), 2 * cells);

    const auto opened = sim::h5::open_file(path, sim::h5::Access::read);
    const auto effect = sim::h5::open_dataset(opened, "effects/difference/enrolment");
    EXPECT_EQ(sim::h5::dimension_name(effect, 0), "scenario");
    EXPECT_EQ(sim::h5::dimension_name(effect, 2), "region");
    made_up::expect_same(sim::h5::read_doubles(effect, sim::h5::whole(effect)), difference);
    const auto label = sim::h5::open_dataset(opened, "effects/difference/scenario");
    EXPECT_THAT(sim::h5::read_texts(label), ElementsAre("reform"));
    const auto seconds = sim::h5::open_dataset(opened, "timing/seconds");
    EXPECT_THAT(sim::h5::read_doubles(seconds, sim::h5::slab(seconds, {1, 1})),
                ElementsAre(0.75, 1.5));
    const auto scenario = sim::h5::open_dataset(opened, "panel/scenario");
    EXPECT_THAT(sim::h5::read_integers(scenario, sim::h5::whole(scenario)),
                ElementsAre(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1));
}

TEST(ResultFile, GivesBackSomeVariablesOfTheReplicatesThatAreThere) {
    const made_up::Folder folder;
    sim::ResultFile file(folder.file("a.h5"), made_up::header(3, {"base", "reform"}));
    file.write(1, made_up::record(0, 1));
    file.write(1, made_up::record(2, 1));
    const std::vector<std::size_t> asked{0, 2};
    const auto values = file.read(1, asked);
    ASSERT_EQ(values.size(), 2U);
    for (const std::size_t variable : asked) {
        made_up::expect_same(values[0][variable], made_up::values(variable, 1, 0));
        made_up::expect_same(values[1][variable], made_up::values(variable, 1, 2));
    }
    EXPECT_TRUE(values[0][1].empty());
    EXPECT_TRUE(file.read(0, asked).empty());
}

}  // namespace
