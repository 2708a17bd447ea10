// SPDX-License-Identifier: Apache-2.0
// SCENARIO LOADING: YAML files, `extends`, --set and options, layered and checked against what the
// model declares. Every error of every layer is collected before anything is thrown.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/core/error.hpp"
#include "sim/model/model.hpp"
#include "sim/model/scenario.hpp"

namespace sim {

// What the command line lays over a scenario.
struct Overrides {
    // --set path=value, in order; paths as in the contract ("parameters.labour.separation_rate",
    // "policies.delta_centres.stations_per_1000_students", "seed").
    std::vector<std::pair<std::string, std::string>> set{};
    std::optional<std::uint64_t> seed{};
    std::optional<int> replicates{};
    std::optional<std::string> scale{};             // "1:1000"
    std::optional<std::string> until{};             // "2035Q2"
    std::optional<std::string> panel{};             // a share
    std::optional<std::string> checkpoint_every{};  // "1y", "2q"
};

struct DataTexts;

// A checked scenario together with a model whose data tables are filled.
struct LoadedScenario {
    Scenario scenario;
    std::string resolved;  // YAML text: complete, loads to the same scenario; no paths of a machine
    std::string scenario_hash;  // of what determines the result: the resolved text less title
    std::string data_hash;      // of the bytes of all data files read
    std::string file;           // as the user named it
    std::vector<std::string> data_files;
    std::unique_ptr<Model> model;  // data filled, parameters assigned
    // The data files' contents, from which further models are filled.
    std::shared_ptr<const DataTexts> data_texts{};
};

// Loads and checks; throws UserError with all problems, or IoError.
// `shipped_data` is the folder that holds the shipped data sets (scenarios/data).
LoadedScenario load_scenario(const std::string& file, const ModelCatalogue& models,
                             const Overrides& overrides, const std::string& shipped_data);
// The same from a text (the resolved scenario inside a result file); `name` stands in messages.
LoadedScenario load_scenario_text(std::string_view text, const std::string& name,
                                  const ModelCatalogue& models, const Overrides& overrides,
                                  const std::string& shipped_data);

// Another model object for the same scenario with its data filled (one per replicate); reads no
// file twice within `loaded`.
std::unique_ptr<Model> make_model(const LoadedScenario& loaded, const ModelCatalogue& models);

}  // namespace sim
