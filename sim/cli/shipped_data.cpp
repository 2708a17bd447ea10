// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/shipped_data.hpp"

#include <filesystem>
#include <system_error>

namespace sim {

namespace fs = std::filesystem;

std::string shipped_data_near(const std::string& folder) {
    const fs::path build_tree = fs::path(folder) / ".." / ".." / "scenarios" / "data";
    const fs::path installed = fs::path(folder) / ".." / "share" / "tandem" / "scenarios" / "data";
    std::error_code ignored;
    for (const fs::path& candidate : {build_tree, installed}) {
        if (fs::is_directory(candidate, ignored)) {
            return fs::weakly_canonical(candidate, ignored).string();
        }
    }
    return {};
}

std::string shipped_data_folder() {
    std::error_code error;
    const fs::path executable = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        if (std::string found = shipped_data_near(executable.parent_path().string());
            !found.empty()) {
            return found;
        }
    }
#ifdef SIM_SOURCE_DIR
    if (const fs::path sources = fs::path(SIM_SOURCE_DIR) / "scenarios" / "data";
        fs::is_directory(sources, error)) {
        return sources.string();
    }
#endif
    return {};
}

}  // namespace sim
