// SPDX-License-Identifier: Apache-2.0
// What a sweep folder says about itself, so that it can be read without the files it was made from.
#pragma once

#include <string>
#include <vector>

#include "sim/sweep/experiment/plan.hpp"

namespace sim {

// JSON that follows from the plan and the program alone: processes that share a folder write the
// same bytes.
std::string sweep_manifest_text(const SweepPlan& plan, const MemberLayout& layout);
// One line per point: point, scenario, factors, inputs.
std::string design_csv(const SweepPlan& plan);

// What is read back.
struct SweepManifest {
    std::string program_version;
    std::string git_commit;
    std::string identity;  // of the layout
    std::string title;
    DesignSpec design{};
    std::size_t replicates = 0;
    std::size_t points = 0;
    std::vector<std::string> scenarios{};
    struct FactorEntry {
        std::string name;
        std::string path;
        std::string unit;
        std::size_t levels = 0;  // 0: a range
    };
    std::vector<FactorEntry> factors{};
    std::vector<MemberVariable> measures{};
};

// Throws IoError if it cannot be read, UserError if it is no manifest or of another format version.
SweepManifest read_manifest_file(const std::string& path);
// The hash of each point's inputs, from design.csv.
std::vector<std::string> read_design_inputs(const std::string& path);

}  // namespace sim
