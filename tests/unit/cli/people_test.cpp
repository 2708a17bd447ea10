// SPDX-License-Identifier: Apache-2.0
// compare counts winners and losers, on walkers of whom everybody's gain is known: straight, on any
// number of threads, and after a stop that left halves of pairs in the file.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sim/checkpoint/checkpoints.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/hdf5/h5_dataset.hpp"
#include "sim/hdf5/result_file.hpp"
#include "sim/sweep/checkpoint_origin.hpp"
#include "sim/sweep/result_header.hpp"
#include "sim/sweep/run_local.hpp"
#include "tests/support/toy_model.hpp"
#include "tests/unit/sweep/walk_model.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;
using Counts = std::vector<std::int64_t>;

constexpr std::int64_t walkers = 10'000;
constexpr int replicates = 2;
const std::vector<std::string> kinds{"gainers", "losers", "unchanged", "not_compared"};

class People : public ::testing::Test {
  protected:
    People() {
        scenario("base", "");
        scenario("none", "parameters: {walk.favour: 0}\n");
        scenario("favour", "parameters: {walk.favour: 1}\n");     // 8 quarters: 8 km
        scenario("little", "parameters: {walk.favour: 0.06}\n");  // 0.48 km: within tolerance
    }

    void scenario(const std::string& name, const std::string& more) {
        files_.push_back(folder_.write(
            name + ".yaml",
            "model: walk\ntime: {start: 2022Q3, end: 2024Q2, spin_up_years: 0}\nseed: 7\n"
            "scale: 1:10\nreplicates: 2\n" +
                more));
        labels_.push_back(name);
    }

    std::string tandem(std::vector<std::string> words) const {
        std::vector<const char*> argv{"tandem"};
        for (const std::string& word : words) {
            argv.push_back(word.c_str());
        }
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        const int code = run_command_line(static_cast<int>(argv.size()), argv.data(), models_);
        std::string out = ::testing::internal::GetCapturedStdout();
        const std::string err = ::testing::internal::GetCapturedStderr();
        EXPECT_EQ(code, 0) << err;
        return out;
    }

    std::string compare(const std::string& name, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"compare"};
        words.insert(words.end(), files_.begin(), files_.end());
        words.insert(words.end(),
                     {"-o", path(name), "--force", "-q", "--json", "--state-cache", "off"});
        words.insert(words.end(), more.begin(), more.end());
        return tandem(words);
    }
    std::string path(const std::string& name) const { return folder_.path() + '/' + name; }

    // [kind] over scenario, replicate, outcome, parity, quarter.
    std::vector<Counts> counts(const std::string& name) const {
        const h5::Handle file = h5::open_file(path(name), h5::Access::read);
        std::vector<Counts> found;
        for (const std::string& kind : kinds) {
            const h5::Handle data = h5::open_dataset(file, "effects/people/" + kind);
            EXPECT_EQ(h5::shape_of(data), (std::vector<hsize_t>{3, replicates, 1, 2, 4}));
            found.push_back(h5::read_integers(data, h5::whole(data)));
        }
        return found;
    }

    // A stopped comparison in which these replicates of scenarios are there.
    void leave(const std::string& name,
               const std::vector<std::pair<std::size_t, std::uint32_t>>& there) const {
        std::vector<LoadedScenario> loaded;
        for (const std::string& file : files_) {
            loaded.push_back(load_scenario(file, models_, {}, ""));
        }
        std::vector<const LoadedScenario*> pointers;
        for (const LoadedScenario& one : loaded) {
            pointers.push_back(&one);
        }
        ResultFile file(path(name), result_header("compare", pointers, labels_));
        run_local(pointers, models_, {}, [&](std::size_t s, Record&& record) {
            if (std::count(there.begin(), there.end(), std::pair{s, record.replicate}) != 0) {
                file.write(s, record);
            }
        });
    }

    TemporaryFolder folder_;
    ModelCatalogue models_ = walk_models();
    std::vector<std::string> files_;
    std::vector<std::string> labels_;
};

TEST_F(People, EverybodyIsCountedWhereTheyAre) {
    compare("out.h5");
    const std::vector<Counts> found = counts("out.h5");
    const std::int64_t each = 10 * walkers / 8;  // people of a parity and quarter
    for (std::size_t cell = 0; cell < found[0].size(); ++cell) {
        const bool is_favoured = cell / 16 == 1;
        const bool is_even = cell % 8 < 4;
        EXPECT_EQ(found[0][cell], is_favoured && is_even ? each : 0) << cell;
        EXPECT_EQ(found[1][cell], is_favoured && !is_even ? each : 0) << cell;
        EXPECT_EQ(found[2][cell], is_favoured ? 0 : each) << cell;
        EXPECT_EQ(found[3][cell], 0) << cell;
    }
}

TEST_F(People, ThreadsAndBackendsDoNotMatter) {
    const std::string straight = compare("one.h5", {"-j", "1"});
    const std::vector<Counts> found = counts("one.h5");
    for (const char* threads : {"2", "3", "8"}) {
        EXPECT_EQ(compare("more.h5", {"-j", threads}), straight);
        EXPECT_EQ(counts("more.h5"), found) << threads;
    }
}

TEST_F(People, HalvesOfPairsInAStoppedFileAreCompleted) {
    compare("straight.h5");
    const std::vector<Counts> straight = counts("straight.h5");
    using There = std::vector<std::pair<std::size_t, std::uint32_t>>;
    const std::vector<There> stops{{},
                                   {{0, 0}},                  // the base alone
                                   {{2, 0}, {2, 1}},          // an alternative alone
                                   {{0, 0}, {3, 1}, {1, 1}},  // halves of both replicates
                                   {{0, 1}, {2, 1}},          // both, on two sides of a stop
                                   {{1, 0}, {2, 0}, {3, 0}}};
    for (const There& there : stops) {
        leave("half.h5", there);
        tandem({"resume", path("half.h5"), "-v", "-j", "2", "--state-cache", "off"});
        EXPECT_EQ(counts("half.h5"), straight);
    }
}

// A portrait that lies beside a stopped comparison is used, so that its run is not repeated: one
// that says something else than the run would is believed.
TEST_F(People, PortraitsKeptBesideAStoppedFileAreUsed) {
    compare("straight.h5");
    const std::vector<Counts> straight = counts("straight.h5");
    const LoadedScenario favoured = load_scenario(files_[2], models_, {}, "");
    Portrait portrait;
    LocalOptions options;
    options.on_made = [](sim::Run& run, std::size_t) { run.portray(); };
    run_local({&favoured}, models_, options, [&](std::size_t, Record&& record) {
        portrait = record.replicate == 0 ? record.portrait : portrait;
    });
    const LoadedScenario base = load_scenario(files_[0], models_, {}, "");
    StateOrigin origin = checkpoint_origin(base.scenario, *base.model, base.data_hash, 0);
    origin.quarter = base.scenario.end;
    const std::string prefix = path("half.checkpoint.");
    const Checkpoints checkpoints(prefix, [](const std::string& words) { FAIL() << words; });
    const auto serial = make_executor(Backend::serial, 1);
    const auto resume = [&] {
        tandem({"resume", path("half.h5"), "-q", "-j", "2", "--state-cache", "off"});
        EXPECT_FALSE(std::filesystem::exists(prefix + "0-0.portrait"));
        return counts("half.h5");
    };

    leave("half.h5", {{0, 0}});
    checkpoints.keep_portrait("0-0", origin, portrait, *serial);
    EXPECT_EQ(checkpoints.in_place(), 0U);
    const std::vector<Counts> believed = resume();
    const std::size_t replicate = straight[0].size() / 6;  // of three alternatives, two each
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        for (std::size_t i = 0; i < replicate; ++i) {
            // Replicate 0 of "none" is worse off now by what "favour" gained, and better off.
            const Counts& other = kind < 2 ? straight[1 - kind] : straight[kind];
            EXPECT_EQ(believed[kind][i], other[2 * replicate + i]) << kind << ' ' << i;
            EXPECT_EQ(believed[kind][replicate + i], straight[kind][replicate + i]);
        }
    }

    leave("half.h5", {{0, 0}});
    checkpoints.keep_portrait("0-0", origin, portrait, *serial);
    std::filesystem::resize_file(prefix + "0-0.portrait", 5000);
    EXPECT_EQ(resume(), straight);

    leave("half.h5", {{0, 0}});
    origin.data_hash = "other data";
    checkpoints.keep_portrait("0-0", origin, portrait, *serial);
    EXPECT_EQ(resume(), straight);
}

TEST_F(People, SharesStandInTheTableAndInTheFile) {
    const Json json = Json::parse(compare("out.h5"));
    const Json& favour = json["people"][1];
    EXPECT_EQ(favour["scenario"], "favour");
    EXPECT_EQ(favour["gainers"]["mean"], 0.5);
    EXPECT_EQ(favour["net"]["mean"], 0.0);
    EXPECT_EQ(favour["by"]["parity"]["even"]["net"]["mean"], 1.0);
    EXPECT_EQ(favour["by"]["parity"]["odd"]["net"]["high"], -1.0);
    EXPECT_EQ(favour["by"]["quarter"]["3"]["losers"]["mean"], 0.5);
    EXPECT_EQ(favour["compared"]["mean"], 10 * walkers);
    const h5::Handle file = h5::open_file(path("out.h5"), h5::Access::read);
    const h5::Handle net =
        h5::open_dataset(file, "effects/people/shares/net_gainer_share_by_parity");
    EXPECT_EQ(h5::read_doubles(net, h5::whole(net)),
              (std::vector<double>{0.0, 0.0, 1.0, -1.0, 0.0, 0.0}));
    std::vector<std::string> words{"compare"};
    words.insert(words.end(), files_.begin(), files_.end());
    words.insert(words.end(), {"-o", path("out.h5"), "--force"});
    const std::string table = tandem(words);
    EXPECT_THAT(table, HasSubstr("Who gains and who loses"));
    EXPECT_THAT(table, HasSubstr("even ones"));
    EXPECT_THAT(table, HasSubstr("100.0 / 0.0"));
}

TEST_F(People, ARunComparesNobody) {
    tandem({"run", files_[0], "-o", path("run.h5"), "-q", "--state-cache", "off"});
    const h5::Handle file = h5::open_file(path("run.h5"), h5::Access::read);
    EXPECT_FALSE(h5::has_link(file, "effects"));
}

// What is counted survives another stop.
TEST_F(People, ReopenedFilesKeepCounts) {
    leave("kept.h5", {{0, 1}});
    const Counts mine(8, 70);
    PeopleCounts counted;
    counted.of.fill(mine);
    {
        ResultFile file = ResultFile::reopen(path("kept.h5"));
        file.write_people(2, 1, counted);
        const LoadedScenario loaded = load_scenario(files_[2], models_, {}, "");
        run_local({&loaded}, models_, {}, [&](std::size_t, Record&& record) {
            if (record.replicate == 1) {
                file.write(2, record);
            }
        });
    }
    EXPECT_EQ(ResultFile::reopen(path("kept.h5")).read_people(2, 1), counted);
}

}  // namespace
}  // namespace sim::testing
