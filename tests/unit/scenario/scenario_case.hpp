// SPDX-License-Identifier: Apache-2.0
// What the tests of scenario loading share: a folder with the toy model's data, and errors as text.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/scenario/load.hpp"
#include "tests/support/toy_model.hpp"

namespace sim::testing {

class ScenarioCase : public ::testing::Test {
  protected:
    // The shortest valid scenario.
    static constexpr const char* minimal = "model: toy\ntime: {start: 2022Q3, end: 2025Q2}\n";

    LoadedScenario load(const std::string& text, const Overrides& overrides = {}) const {
        return load_scenario(folder_.write("a.yaml", text), models_, overrides, data_);
    }
    Scenario scenario(const std::string& text, const Overrides& overrides = {}) const {
        return load(text, overrides).scenario;
    }
    static Overrides set(std::vector<std::pair<std::string, std::string>> pairs) {
        Overrides overrides;
        overrides.set = std::move(pairs);
        return overrides;
    }
    // Every error of a text, one per entry, without the folder's path; empty if it loads.
    std::vector<std::string> errors(const std::string& text,
                                    const Overrides& overrides = {}) const {
        try {
            load(text, overrides);
        } catch (const UserError& error) {
            return without_folder(error);
        }
        return {};
    }
    std::vector<std::string> without_folder(const UserError& error) const {
        std::vector<std::string> lines;
        for (const Problem& problem : error.problems()) {
            std::string line = problem.text();
            const std::string prefix = folder_.path() + "/";
            for (std::size_t at = line.find(prefix); at != std::string::npos;
                 at = line.find(prefix)) {
                line.erase(at, prefix.size());
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }

    TemporaryFolder folder_;
    std::string data_ = make_toy_data(folder_);
    ModelCatalogue models_ = toy_models();
};

}  // namespace sim::testing
