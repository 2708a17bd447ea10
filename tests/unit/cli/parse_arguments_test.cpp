// SPDX-License-Identifier: Apache-2.0
// What command lines mean, and what is said about those that mean nothing.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/cli/verbs.hpp"
#include "sim/core/error.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;

ParsedArguments parsed(const std::vector<std::string>& words) {
    std::vector<const char*> argv{"tandem"};
    for (const std::string& word : words) {
        argv.push_back(word.c_str());
    }
    return parse_arguments(static_cast<int>(argv.size()), argv.data());
}

std::string complaint(const std::vector<std::string>& words) {
    try {
        parsed(words);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "no complaint";
}

TEST(ParseArguments, ReadsARunInAnyOrder) {
    const Arguments a = parsed({"run",
                                "-j",
                                "3",
                                "--set",
                                "parameters.x=1",
                                "base.yaml",
                                "--set",
                                "seed=a=b",
                                "-o",
                                "out.h5",
                                "--scale",
                                "1:1000",
                                "--until=2035Q2",
                                "-n4",
                                "--seed",
                                "18446744073709551615",
                                "--panel",
                                "0.01",
                                "--backend",
                                "serial",
                                "--force",
                                "-q"})
                            .arguments;
    EXPECT_EQ(a.verb->name, "run");
    EXPECT_EQ(a.operands, std::vector<std::string>{"base.yaml"});
    EXPECT_EQ(a.threads, 3);
    EXPECT_EQ(a.out, "out.h5");
    EXPECT_EQ(a.backend, Backend::serial);
    EXPECT_EQ(a.overrides.scale, "1:1000");
    EXPECT_EQ(a.overrides.until, "2035Q2");
    EXPECT_EQ(a.overrides.replicates, 4);
    EXPECT_EQ(a.overrides.seed, 18446744073709551615ULL);
    EXPECT_EQ(a.overrides.panel, "0.01");
    ASSERT_EQ(a.overrides.set.size(), 2U);
    EXPECT_EQ(a.overrides.set[0], (std::pair<std::string, std::string>("parameters.x", "1")));
    EXPECT_EQ(a.overrides.set[1], (std::pair<std::string, std::string>("seed", "a=b")));
    EXPECT_TRUE(a.force && a.quiet && !a.json && !a.verbose && !a.dry_run && !a.print_config);
}

TEST(ParseArguments, LeavesOutWhatIsNotGiven) {
    const Arguments a = parsed({"compare", "a.yaml", "b.yaml", "c.yaml"}).arguments;
    EXPECT_EQ(a.operands.size(), 3U);
    EXPECT_GE(a.threads, 1);
    EXPECT_EQ(a.backend, Backend::tbb);
    EXPECT_TRUE(a.overrides.set.empty());
    EXPECT_FALSE(a.overrides.seed || a.overrides.replicates || a.overrides.scale ||
                 a.overrides.until || a.overrides.panel);
}

TEST(ParseArguments, SuggestsVerbsAndOptions) {
    EXPECT_THAT(complaint({"rum", "x.yaml"}), HasSubstr("unknown verb 'rum'"));
    EXPECT_THAT(complaint({"rum", "x.yaml"}), HasSubstr("Did you mean 'run'?"));
    EXPECT_THAT(complaint({"run", "x.yaml", "--replicate", "3"}),
                HasSubstr("Did you mean '--replicates'?"));
    EXPECT_THAT(complaint({"play", "x.yaml"}), HasSubstr("unknown verb 'play'"));
    EXPECT_THAT(complaint({}), HasSubstr("a verb is missing"));
}

TEST(ParseArguments, ReadsWhatSweepsNeed) {
    const char* const words[] = {"tandem", "sweep",        "x.yaml",  "--shard",
                                 "2/3",    "--time-limit", "1:30:00", "--pack"};
    const Arguments a = parse_arguments(8, words).arguments;
    ASSERT_TRUE(a.shard.has_value());
    EXPECT_EQ(a.shard->index, 2);
    EXPECT_EQ(a.shard->count, 3);
    EXPECT_EQ(a.time_limit, 5400.0);
    EXPECT_TRUE(a.pack);
    EXPECT_EQ(a.executor, "local");
    EXPECT_THAT(complaint({"sweep", "x.yaml", "--shard", "0/3"}), HasSubstr("k/n"));
    EXPECT_THAT(complaint({"sweep", "x.yaml", "--shard", "1/3", "--executor", "slurm"}),
                HasSubstr("only the local executor"));
    EXPECT_THAT(complaint({"sweep", "x.yaml", "--force", "--resume"}), HasSubstr("choose one"));
    EXPECT_THAT(complaint({"sweep", "x.yaml", "--executor", "cloud"}),
                HasSubstr("local, mpi or slurm"));
}

TEST(ParseArguments, CountsOperands) {
    EXPECT_THAT(complaint({"run"}), HasSubstr("run needs"));
    EXPECT_THAT(complaint({"run", "a.yaml", "b.yaml"}), HasSubstr("'b.yaml' is one too many"));
    EXPECT_THAT(complaint({"compare", "a.yaml"}), HasSubstr("at least two"));
}

TEST(ParseArguments, ChecksFormsAtOnce) {
    EXPECT_THAT(complaint({"run", "x.yaml", "-j", "0"}), HasSubstr("--threads: '0'"));
    EXPECT_NE(complaint({"run", "x.yaml", "-j", "-2"}), "no complaint");
    EXPECT_THAT(complaint({"run", "x.yaml", "-n", "2.5"}), HasSubstr("--replicates: '2.5'"));
    EXPECT_THAT(complaint({"run", "x.yaml", "-s", "1e3"}), HasSubstr("--seed: '1e3'"));
    EXPECT_THAT(complaint({"run", "x.yaml", "--scale", "1000"}), HasSubstr("expected 1:N"));
    EXPECT_THAT(complaint({"run", "x.yaml", "--scale", "1:0"}), HasSubstr("expected 1:N"));
    EXPECT_THAT(complaint({"run", "x.yaml", "--until", "2035"}), HasSubstr("2035Q2"));
    EXPECT_THAT(complaint({"run", "x.yaml", "--panel", "1.5"}), HasSubstr("0 to 1"));
    EXPECT_THAT(complaint({"run", "x.yaml", "--set", "seed"}), HasSubstr("path=value"));
    EXPECT_THAT(complaint({"run", "x.yaml", "--backend", "gpu"}), HasSubstr("tbb or serial"));
    EXPECT_NE(complaint({"run", "x.yaml", "-o"}), "no complaint");
}

TEST(ParseArguments, GivesAVerbOnlyItsOptions) {
    EXPECT_THAT(complaint({"schema", "scenario", "--json"}), HasSubstr("unknown option '--json'"));
    EXPECT_THAT(complaint({"inspect", "x.h5", "-o", "y"}), HasSubstr("unknown option '-o'"));
}

TEST(ParseArguments, KnowsWhereStatesAreKept) {
    EXPECT_EQ(parsed({"run", "x.yaml"}).arguments.state_cache, "");
    EXPECT_EQ(parsed({"compare", "x.yaml", "y.yaml", "--state-cache", "off"}).arguments.state_cache,
              "off");
    EXPECT_EQ(parsed({"resume", "x.h5", "--state-cache", "d"}).arguments.state_cache, "d");
    EXPECT_THAT(complaint({"reproduce", "x.h5", "--state-cache", "d"}),
                HasSubstr("unknown option '--state-cache'"));
    EXPECT_THAT(parsed({"run", "-h"}).text, HasSubstr("--state-cache"));
}

TEST(ParseArguments, HelpNamesEveryVerbAndOption) {
    const std::string general = parsed({"--help"}).text;
    for (const Verb& verb : verbs()) {
        EXPECT_THAT(general, HasSubstr(std::string(verb.name)));
        const std::string help = parsed({std::string(verb.name), "--help"}).text;
        EXPECT_THAT(help, HasSubstr(std::string(verb.operand)));
        EXPECT_THAT(help, HasSubstr("--quiet"));
    }
    EXPECT_THAT(parsed({"run", "-h"}).text, HasSubstr("--replicates"));
    EXPECT_THAT(parsed({"--version"}).text, HasSubstr("tandem "));
}

}  // namespace
}  // namespace sim::testing
