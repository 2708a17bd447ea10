// SPDX-License-Identifier: Apache-2.0
// What is written is read back to the same bits, in whatever order and wherever a run was cut off.
#include "sim/hdf5/result_file.hpp"

#include <cmath>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/core/contract.hpp"
#include "sim/core/error.hpp"
#include "sim/hdf5/h5_dataset.hpp"
#include "tests/unit/hdf5/made_up_result.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Less the time at which the file was made.
std::string lasting_bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const std::string created = sim::read_result(path).created;
    const std::size_t at = bytes.find(created);
    EXPECT_NE(at, std::string::npos);
    return bytes.replace(at, created.size(), created.size(), '*');
}

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "nothing was thrown";
}

TEST(ResultFile, ReadsBackHeader) {
    const made_up::Folder folder;
    made_up::write_run(folder.file("a.h5"), {0, 1, 2});
    const sim::ResultSummary summary = sim::read_result(folder.file("a.h5"));
    const sim::ResultHeader expected = made_up::header(3);
    EXPECT_EQ(summary.status, "complete");
    EXPECT_EQ(summary.format_version, "1.0");
    EXPECT_EQ(summary.created.size(), std::string("2025-01-01T00:00:00Z").size());
    EXPECT_EQ(summary.header.scenario_text, expected.scenario_text);
    EXPECT_EQ(summary.header.scenario_hash, "5cen");
    EXPECT_EQ(summary.header.data_hash, "da7a");
    EXPECT_EQ(summary.header.seed, expected.seed);
    EXPECT_EQ(summary.header.scale, 1000);
    EXPECT_EQ(summary.header.command, "run");
    EXPECT_EQ(summary.header.replicates, 3);
    EXPECT_EQ(summary.header.scenarios, expected.scenarios);
    EXPECT_EQ(summary.header.times, expected.times);
    EXPECT_EQ(summary.header.hash_times, expected.hash_times);
    ASSERT_EQ(summary.header.dimensions.size(), 2U);
    EXPECT_EQ(summary.header.dimensions[0].name, "region");
    EXPECT_EQ(summary.header.dimensions[0].labels, made_up::regions);
    EXPECT_EQ(summary.header.dimensions[0].doc, "Province.");
    EXPECT_EQ(summary.header.dimensions[1].labels, made_up::tracks);
    EXPECT_TRUE(summary.header.dimensions[0].headline.empty());
    EXPECT_EQ(summary.header.dimensions[1].headline, std::vector{made_up::tracks[1]});
}

TEST(ResultFile, ReadsBackVariablesAndParameters) {
    const made_up::Folder folder;
    made_up::write_run(folder.file("a.h5"), {0});
    const auto expected = made_up::header(1), header = sim::read_result(folder.file("a.h5")).header;
    ASSERT_EQ(header.variables.size(), expected.variables.size());
    for (std::size_t i = 0; i < header.variables.size(); ++i) {
        EXPECT_EQ(header.variables[i].name, expected.variables[i].name);
        EXPECT_EQ(header.variables[i].unit.symbol, expected.variables[i].unit.symbol);
        EXPECT_EQ(header.variables[i].dims, expected.variables[i].dims);
        EXPECT_EQ(header.variables[i].doc, expected.variables[i].doc);
        EXPECT_EQ(header.variables[i].is_count, expected.variables[i].is_count);
        EXPECT_EQ(header.variables[i].headline, expected.variables[i].headline);
        EXPECT_EQ(header.variables[i].base, expected.variables[i].base);
    }
    ASSERT_EQ(header.parameters.size(), 2U);
    EXPECT_EQ(header.parameters[0].name, "labour.separation_rate");
    EXPECT_EQ(header.parameters[0].value, "0.12");
    EXPECT_EQ(header.parameters[0].mark, 'A');
    EXPECT_EQ(header.parameters[1].value, "parallel");
    EXPECT_EQ(header.parameters[1].range, "parallel, serial");
    EXPECT_EQ(header.parameters[1].source, "rules");
    EXPECT_EQ(header.parameters[1].doc, "Mechanism.");
}

TEST(ResultFile, ReadsBackValuesAndHashes) {
    const made_up::Folder folder;
    made_up::write_run(folder.file("a.h5"), {2, 0, 1});
    const sim::ResultSummary summary = sim::read_result(folder.file("a.h5"));
    for (std::size_t variable = 0; variable < 4; ++variable) {
        const auto values =
            sim::read_outcome(folder.file("a.h5"), summary.header.variables[variable].name);
        const std::size_t slab = made_up::values(variable, 0, 0).size();
        ASSERT_EQ(values.size(), 3 * slab);
        for (std::size_t r = 0; r < 3; ++r) {
            made_up::expect_same(values, made_up::values(variable, 0, r), r * slab);
        }
    }
    for (std::size_t r = 0; r < 3; ++r) {
        EXPECT_EQ(summary.hashes[0][r], made_up::hashes(0, r));
    }
}

TEST(ResultFile, TablesAreSortedAndSmall) {
    const made_up::Folder folder;
    made_up::write_run(folder.file("a.h5"), {1, 0});
    const auto file = sim::h5::open_file(folder.file("a.h5"), sim::h5::Access::read);
    const auto column = [&](const char* name) {
        return sim::h5::open_dataset(file, std::string("panel/") + name);
    };
    const auto integers = [&](const char* name) {
        const auto dataset = column(name);
        return sim::h5::read_integers(dataset, sim::h5::whole(dataset));
    };
    EXPECT_THAT(integers("replicate"), ElementsAre(0, 0, 0, 1, 1, 1));
    EXPECT_THAT(integers("region"), ElementsAre(0, 1, 2, 0, 1, 2));
    EXPECT_THAT(integers("employer"), ElementsAre(300, -32768, 7, 301, -32768, 7));
    EXPECT_EQ(sim::h5::read_integer(column("employer"), "_FillValue"), -32768);
    EXPECT_EQ(integers("person")[4], 1'000'000'000'011);
    EXPECT_FALSE(sim::h5::has_attribute(column("person"), "_FillValue"));
    EXPECT_EQ(sim::h5::read_texts(column("region"), "flag_labels"), made_up::regions);
    EXPECT_EQ(sim::h5::read_text(column("region"), "flag_meanings"),
              "Beijing Inner_Mongolia Xi'an_–_西安");
    const auto wage = column("wage");
    made_up::expect_same(sim::h5::read_doubles(wage, sim::h5::whole(wage)),
                         {50'000.5, 61'000.25, std::nan(""), 50'000.5, 61'001.25, std::nan("")});
    const auto bytes = [&](const char* name) {
        const auto type = sim::h5::owned(H5Dget_type(column(name).id()), H5Tclose, "no type");
        return H5Tget_size(type.id());
    };
    EXPECT_EQ(bytes("region"), 1U);
    EXPECT_EQ(bytes("employer"), 2U);
    EXPECT_EQ(bytes("person"), 8U);
}

TEST(ResultFile, BytesDoNotDependOnTheOrderOfReplicates) {
    const made_up::Folder folder;
    made_up::write_run(folder.file("a.h5"), {0, 1, 2});
    made_up::write_run(folder.file("b.h5"), {2, 0, 1});
    EXPECT_TRUE(lasting_bytes_of(folder.file("a.h5")) == lasting_bytes_of(folder.file("b.h5")));
}

TEST(ResultFile, FurtherGroups) {
    const made_up::Folder folder;
    sim::ResultFile file(folder.file("a.h5"), made_up::header(1));
    file.write(0, made_up::record(0));
    file.write_group({"effects/people",
                      "Winners and losers.",
                      {{"ses", {"1", "2"}, "Fifth of families."}},
                      {{"gainers", "persons", "Better off.", {"ses"}, {10, 20}, true}}});
    file.finish();
    const auto opened = sim::h5::open_file(folder.file("a.h5"), sim::h5::Access::read);
    const auto gainers = sim::h5::open_dataset(opened, "effects/people/gainers");
    EXPECT_THAT(sim::h5::read_integers(gainers, sim::h5::whole(gainers)), ElementsAre(10, 20));
}

TEST(PartialFile, HasWhatWasWritten) {
    const made_up::Folder folder;
    const std::string path = folder.file("a.h5");
    {
        sim::ResultFile file(path, made_up::header(3));
        file.write(0, made_up::record(1));
    }
    const sim::ResultSummary summary = sim::read_result(path);
    EXPECT_EQ(summary.status, "partial");
    EXPECT_EQ(summary.complete[0], (std::vector<bool>{false, true, false}));
    EXPECT_EQ(summary.hashes[0][1], made_up::hashes(0, 1));
    const auto enrolment = sim::read_outcome(path, "enrolment");
    const std::size_t slab = enrolment.size() / 3;
    made_up::expect_same(enrolment, std::vector<double>(slab, std::nan("")));
    made_up::expect_same(enrolment, made_up::values(0, 0, 1), slab);
    EXPECT_THAT(folder.names(), ElementsAre("a.h5"));
}

TEST(PartialFile, SurvivesKill) {
    const made_up::Folder folder;
    const std::string path = folder.file("a.h5");
    int channel[2];
    ASSERT_EQ(pipe(channel), 0);
    const pid_t child = fork();
    if (child == 0) {
        sim::ResultFile file(path, made_up::header(4));
        file.write(0, made_up::record(3));
        file.write(0, made_up::record(0));
        const bool told = ::write(channel[1], "x", 1) == 1;
        while (told) {
            pause();
        }
        _exit(1);
    }
    close(channel[1]);
    char byte = 0;
    ASSERT_EQ(::read(channel[0], &byte, 1), 1);
    // Others may look while the run goes on.
    EXPECT_EQ(sim::read_result(path).complete[0], (std::vector<bool>{true, false, false, true}));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    const sim::ResultSummary summary = sim::read_result(path);
    EXPECT_EQ(summary.status, "partial");
    EXPECT_EQ(summary.complete[0], (std::vector<bool>{true, false, false, true}));
    EXPECT_EQ(summary.hashes[0][3], made_up::hashes(0, 3));
}

TEST(PartialFile, ResumedEqualsStraight) {
    const made_up::Folder folder;
    {
        sim::ResultHeader header = made_up::header(3);
        header.build = "program 1";
        sim::ResultFile file(folder.file("a.h5"), header);
        file.write(0, made_up::record(2));
    }
    EXPECT_EQ(sim::read_result(folder.file("a.h5")).header.build, "program 1");
    {
        sim::ResultFile file = sim::ResultFile::reopen(folder.file("a.h5"));
        EXPECT_TRUE(file.has(0, 2) && !file.has(0, 0));
        EXPECT_EQ(file.read(0, 2).hashes, made_up::record(2).hashes);
        made_up::expect_same(file.read(0, 2).values.front(), made_up::record(2).values.front());
        file.write(0, made_up::record(0));
        file.write(0, made_up::record(1));
        file.finish();
    }
    EXPECT_EQ(sim::read_result(folder.file("a.h5")).header.build, "");
    made_up::write_run(folder.file("b.h5"), {0, 1, 2});
    EXPECT_EQ(sim::read_result(folder.file("a.h5")).hashes,
              sim::read_result(folder.file("b.h5")).hashes);
    made_up::expect_same(sim::read_outcome(folder.file("a.h5"), "enrolment"),
                         sim::read_outcome(folder.file("b.h5"), "enrolment"));
    const auto persons = [&](const char* name) {
        const auto file = sim::h5::open_file(folder.file(name), sim::h5::Access::read);
        const auto dataset = sim::h5::open_dataset(file, "panel/person");
        return sim::h5::read_integers(dataset, sim::h5::whole(dataset));
    };
    EXPECT_EQ(persons("a.h5"), persons("b.h5"));
    EXPECT_THAT(message_of([&] { sim::ResultFile::reopen(folder.file("b.h5")); }),
                HasSubstr("b.h5: nothing to go on with"));
}

// A crash between the data and the mark leaves rows of a replicate that counts as missing.
TEST(PartialFile, TornRowsAreDropped) {
    const made_up::Folder folder;
    const std::string path = folder.file("a.h5");
    {
        sim::ResultFile file(path, made_up::header(2));
        file.write(0, made_up::record(0));
        file.write(0, made_up::record(1));
    }
    {
        const auto file = sim::h5::open_file(path, sim::h5::Access::write);
        const auto flags = sim::h5::open_dataset(file, "outcomes/replicate_complete");
        sim::h5::write_block(flags, sim::h5::slab(flags, {1}), std::vector<std::int64_t>{0});
        sim::h5::resize(sim::h5::open_dataset(file, "panel/event"), 3);
    }
    {
        sim::ResultFile file = sim::ResultFile::reopen(path);
        file.write(0, made_up::record(1));
        file.finish();
    }
    const auto file = sim::h5::open_file(path, sim::h5::Access::read);
    const auto replicate = sim::h5::open_dataset(file, "panel/replicate");
    EXPECT_THAT(sim::h5::read_integers(replicate, sim::h5::whole(replicate)),
                ElementsAre(0, 0, 0, 1, 1, 1));
}

TEST(PartialFile, FinishTrimsReplicatesThatWereNotNeeded) {
    const made_up::Folder folder;
    sim::ResultFile file(folder.file("a.h5"), made_up::header(10));
    file.write(0, made_up::record(1));
    file.write(0, made_up::record(0));
    file.finish();
    EXPECT_EQ(sim::read_result(folder.file("a.h5")).header.replicates, 2);
}

TEST(PartialFile, FinishWantsNoGaps) {
    const made_up::Folder folder;
    sim::ResultFile file(folder.file("a.h5"), made_up::header(3));
    file.write(0, made_up::record(0));
    file.write(0, made_up::record(2));
    EXPECT_THROW(file.finish(), sim::ContractError);
}

TEST(ReadResult, RefusesWhatIsNotOurs) {
    const made_up::Folder folder;
    std::ofstream(folder.file("junk.h5")) << "not HDF5 at all";
    std::ofstream(folder.file("empty.h5"));
    sim::h5::create_file(folder.file("other.h5")).close();
    EXPECT_THROW(sim::read_result(folder.file("junk.h5")), sim::UserError);
    EXPECT_THROW(sim::read_result(folder.file("empty.h5")), sim::UserError);
    EXPECT_THROW(sim::read_result(folder.file("other.h5")), sim::UserError);
    EXPECT_THROW(sim::read_result(folder.file("missing.h5")), sim::IoError);
    EXPECT_THROW(sim::read_result(folder.file(".")), sim::IoError);
    EXPECT_THAT(message_of([&] { sim::read_result(folder.file("other.h5")); }),
                HasSubstr("other.h5: not a result file (expected attribute filetype"));
    EXPECT_THAT(message_of([&] { sim::read_result(folder.file("missing.h5")); }),
                HasSubstr("missing.h5: cannot read the file (No such file or directory)"));
}

TEST(ReadResult, RefusesAnotherMajorVersion) {
    const made_up::Folder folder;
    const std::string path = folder.file("a.h5");
    made_up::write_run(path, {0});
    const auto set_version = [&](const char* version) {
        const auto file = sim::h5::open_file(path, sim::h5::Access::write);
        sim::h5::write_attribute(sim::h5::open_group(file, "/"), "format_version",
                                 std::string(version));
    };
    set_version("1.9");
    EXPECT_EQ(sim::read_result(path).format_version, "1.9");
    set_version("2.0");
    EXPECT_THROW(sim::read_outcome(path, "enrolment"), sim::UserError);
    EXPECT_THAT(message_of([&] { sim::read_result(path); }),
                HasSubstr("format version 2.0 cannot be read (this program reads version 1.x)"));
}

TEST(ReadResult, TruncatedFileIsAnIoError) {
    const made_up::Folder folder;
    const std::string path = folder.file("a.h5");
    made_up::write_run(path, {0, 1});
    const auto size = std::filesystem::file_size(path);
    for (const std::size_t part : {2U, 3U, 10U}) {
        std::filesystem::resize_file(path, size / part);
        EXPECT_THROW(sim::read_result(path), sim::IoError) << "1/" << part;
    }
}

TEST(ReadOutcome, SuggestsTheNearestName) {
    const made_up::Folder folder;
    made_up::write_run(folder.file("a.h5"), {0});
    EXPECT_THAT(message_of([&] { sim::read_outcome(folder.file("a.h5"), "enrollment"); }),
                HasSubstr("no outcome 'enrollment'. Did you mean 'enrolment'?"));
}

TEST(ResultFile, NamesThePathThatCannotBeWritten) {
    const made_up::Folder folder;
    const std::string path = folder.file("no/such/folder.h5");
    EXPECT_THROW(sim::ResultFile(path, made_up::header(1)), sim::IoError);
    EXPECT_THAT(message_of([&] { sim::ResultFile(path, made_up::header(1)); }),
                HasSubstr(path + ": cannot create the file (No such file or directory)"));
}

}  // namespace
