// SPDX-License-Identifier: Apache-2.0
// Headers and records with made-up numbers that can be computed again from their indices, and a
// folder that is removed after the test.
#pragma once

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sim/hdf5/result_file.hpp"

namespace made_up {

inline const std::vector<std::string> regions{"Beijing", "Inner Mongolia", "Xi'an – 西安"};
inline const std::vector<std::string> tracks{"general_high", "secondary_vocational"};
inline constexpr int quarters = 6;
inline constexpr int spin_up = 4;

inline std::vector<sim::Quarter> times(int first, int count) {
    std::vector<sim::Quarter> list;
    for (int i = 0; i < count; ++i) {
        list.push_back(sim::Quarter(2022, 3) + (first + i));
    }
    return list;
}

inline sim::ResultHeader header(int replicates, std::vector<std::string> scenarios = {"base"}) {
    sim::ResultHeader header;
    header.scenario_text = "model: made_up\ntitle: Länder – 省\n";
    header.scenario_hash = "5cen";
    header.data_hash = "da7a";
    header.seed = 0xFEDCBA9876543210U;
    header.scale = 1000;
    header.command = scenarios.size() > 1 ? "compare" : "run";
    header.scenarios = std::move(scenarios);
    header.replicates = replicates;
    header.times = times(0, quarters);
    header.hash_times = times(-spin_up, quarters + spin_up);
    header.dimensions = {{"region", regions, "Province."},
                         {"track", tracks, "Track.", {tracks[1]}}};
    header.variables = {
        {"enrolment", sim::unit::persons, {"region", "track"}, "People enrolled.", true, true, ""},
        {"placement_rate",
         sim::unit::share,
         {"track"},
         "Placed.",
         false,
         false,
         "placement_rate_base"},
        {"placement_rate_base", sim::unit::persons, {"track"}, "Leavers.", false, false, ""},
        {"wage_gini", sim::unit::ratio, {}, "Gini of wages.", false, false, ""}};
    header.parameters = {
        {"labour.separation_rate", "0.12", "1/a", "0 to 1", 'A', "no estimate", "Jobs that end."},
        {"admission.mechanism", "parallel", "1", "parallel, serial", 'D', "rules", "Mechanism."}};
    return header;
}

inline double number(std::size_t variable, std::size_t scenario, std::size_t replicate,
                     std::size_t index) {
    return static_cast<double>(variable * 100'000 + scenario * 10'000 + replicate * 1000 + index);
}

// Values of a variable in one replicate; the ratio is missing in every other quarter.
inline std::vector<double> values(std::size_t variable, std::size_t scenario,
                                  std::size_t replicate) {
    const std::size_t cells =
        variable == 0 ? regions.size() * tracks.size() : (variable == 3 ? 1 : tracks.size());
    std::vector<double> list(quarters * cells);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const bool is_missing = variable == 1 && (i / cells) % 2 == 1;
        const double value = number(variable, scenario, replicate, i);
        list[i] = is_missing ? std::numeric_limits<double>::quiet_NaN()
                             : (variable == 0 ? value : value / 7.0);
    }
    return list;
}

inline std::vector<std::uint64_t> hashes(std::size_t scenario, std::size_t replicate) {
    std::vector<std::uint64_t> list(quarters + spin_up);
    for (std::size_t i = 0; i < list.size(); ++i) {
        list[i] = 0x9E3779B97F4A7C15U * (1 + i + 100 * replicate + 10'000 * scenario);
    }
    return list;
}

// Three rows a replicate; the second has no employer, the third no wage.
inline sim::EventTable panel(std::uint32_t replicate) {
    const double missing = std::numeric_limits<double>::quiet_NaN();
    const double r = replicate;
    return {"panel",
            "event",
            "Yearly records.",
            {{"replicate", sim::unit::none, "Replicate.", true, {}},
             {"region", sim::unit::none, "Home.", true, regions},
             {"employer", sim::unit::none, "Employer.", true, {}},
             {"person", sim::unit::none, "Identity.", true, {}},
             {"wage", sim::unit::yuan_per_year, "Wage.", false, {}}},
            {{r, r, r},
             {0, 1, 2},
             {300 + r, missing, 7},
             {1e12 + r, 1e12 + 10 + r, 1e12 + 20 + r},
             {50'000.5, 61'000.25 + r, missing}}};
}

inline sim::Record record(std::uint32_t replicate, std::size_t scenario = 0) {
    sim::Record record;
    record.replicate = replicate;
    record.times = times(0, quarters);
    for (std::size_t variable = 0; variable < 4; ++variable) {
        record.values.push_back(values(variable, scenario, replicate));
    }
    record.hash_times = times(-spin_up, quarters + spin_up);
    record.hashes = hashes(scenario, replicate);
    record.timing = {{"ageing", 0.5}, {"separation", 1.5}, {"ageing", 0.25}};
    record.tables = {panel(replicate)};
    record.complete = true;
    return record;
}

// A complete run whose replicates ended in that order.
inline void write_run(const std::string& path, const std::vector<std::uint32_t>& order) {
    sim::ResultFile file(path, header(static_cast<int>(order.size())));
    for (const std::uint32_t replicate : order) {
        file.write(0, record(replicate));
    }
    file.finish();
}

class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "sim-hdf5-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no temporary folder");
        }
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    std::string file(const std::string& name) const { return (path_ / name).string(); }
    std::vector<std::string> names() const {
        std::vector<std::string> list;
        for (const auto& entry : std::filesystem::directory_iterator(path_)) {
            list.push_back(entry.path().filename().string());
        }
        return list;
    }

  private:
    std::filesystem::path path_;
};

// Equal with NaN equal to NaN.
inline void expect_same(const std::vector<double>& got, const std::vector<double>& expected,
                        std::size_t offset = 0) {
    ASSERT_GE(got.size(), offset + expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double value = got[offset + i];
        if (std::isnan(expected[i])) {
            EXPECT_TRUE(std::isnan(value)) << "at " << i << ": " << value;
        } else {
            EXPECT_EQ(value, expected[i]) << "at " << i;
        }
    }
}

}  // namespace made_up
