// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/output_path.hpp"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "sim/core/error.hpp"

namespace sim {

namespace fs = std::filesystem;

namespace {

fs::path folder_of(const std::string& path) {
    const fs::path parent = fs::path(path).parent_path();
    return parent.empty() ? fs::path(".") : parent;
}

}  // namespace

std::string stem_of(const std::string& file) {
    return fs::path(file).stem().string();
}

std::string default_output(const std::vector<std::string>& labels) {
    constexpr std::size_t most_named = 4;
    std::string name = labels.front();
    if (labels.size() > most_named) {
        name += fmt::format("_vs_{}_scenarios", labels.size() - 1);
    } else {
        for (std::size_t i = 1; i < labels.size(); ++i) {
            name += "_vs_" + labels[i];
        }
    }
    return (fs::path("results") / (name + ".h5")).string();
}

std::string checkpoint_prefix(const std::string& out) {
    const fs::path path(out);
    const std::string name = path.extension() == ".h5" ? path.stem() : path.filename();
    return (folder_of(out) / (name + ".checkpoint.")).string();
}

std::string default_state_cache(const std::string& out) {
    return (folder_of(out) / ".tandem-cache").string();
}

void check_state_cache(const std::string& named) {
    std::error_code error;
    if (fs::exists(named, error) && !fs::is_directory(named, error)) {
        throw IoError(fmt::format("--state-cache: {} is not a folder", named));
    }
}

void check_output(const std::string& path, Replace replace) {
    std::error_code error;
    if (fs::is_directory(path, error) || !fs::path(path).has_filename()) {
        throw IoError(path + ": is a folder (expected the name of a file)");
    }
    if (fs::exists(path, error)) {
        if (replace == Replace::never) {
            throw IoError(path + ": exists already (--force replaces it, -o takes another name)");
        }
        if (!fs::is_regular_file(path, error)) {
            throw IoError(path + ": is not a regular file");
        }
    }
    fs::path folder = fs::absolute(folder_of(path));
    while (!fs::exists(folder, error) && folder.has_relative_path()) {
        folder = folder.parent_path();
    }
    if (!fs::is_directory(folder, error)) {
        throw IoError(fmt::format("{}: cannot be made, {} is not a folder", path, folder.string()));
    }
    if (access(folder.c_str(), W_OK | X_OK) != 0) {
        throw IoError(
            fmt::format("{}: cannot be made, folder {} is not writable", path, folder.string()));
    }
}

void make_output_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(folder_of(path), error);
    if (error) {
        throw IoError(fmt::format("{}: its folder cannot be made ({})", path, error.message()));
    }
}

}  // namespace sim
