// SPDX-License-Identifier: Apache-2.0
// The data files of a scenario: read once, hashed, and kept, so that each replicate's model is
// filled without touching the disk again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.hpp"
#include "sim/model/model.hpp"

namespace sim {

struct DataTexts {
    struct File {
        std::string name;  // inside the folder
        std::string path;
        std::string text;
    };
    std::vector<File> files{};  // in the order in which the model declares them
};

// A folder as a scenario names it, from the working folder where it lies inside, so that results
// hold no path of a machine.
std::string data_folder(const std::string& scenario_folder, const std::string& named);

// Reads the files that the model's tables need. Throws IoError if one cannot be read; one that is
// too large is added to the problems and left out.
DataTexts read_data(const Model& model, const std::string& folder, Problems& problems);

// Fills all tables of the model.
void fill_tables(Model& model, const DataTexts& texts, Problems& problems);

// 128 bits over names and bytes, as 32 hexadecimal digits.
std::string data_hash(const DataTexts& texts);
std::string text_hash(std::string_view text);

}  // namespace sim
