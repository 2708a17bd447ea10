// SPDX-License-Identifier: Apache-2.0
// A model for tests of everything around models: a few parameters of every kind, one structure, two
// instruments, one output and one data table. Persons only age, and a subsidy adds to their money.
#pragma once

#include <string>

#include "sim/core/error.hpp"
#include "sim/model/model.hpp"

namespace sim::testing {

// The table that the toy model reads, and its contents.
inline constexpr const char* toy_data_file = "regions.csv";
inline constexpr const char* toy_data_text = "province,persons\nShanghai,25\nJiangsu,85\nNo,3\n";

// Holds "toy" and "other", a second model without parameters, data or instruments.
ModelCatalogue toy_models();

// A new folder under the system's folder for temporary files, removed at the end.
class TemporaryFolder {
  public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    const std::string& path() const { return path_; }
    // Writes a file and returns its path.
    std::string write(const std::string& name, std::string_view text) const;

  private:
    std::string path_;
};

// A folder laid out like the shipped data, with the toy model's set "toy_data" in it.
std::string make_toy_data(const TemporaryFolder& folder);

}  // namespace sim::testing
