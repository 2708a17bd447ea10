// SPDX-License-Identifier: Apache-2.0
#include "sim/checkpoint/checkpoints.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "sim/checkpoint/portrait_arrays.hpp"
#include "sim/core/error.hpp"

namespace sim {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view portrait_ending = ".portrait";

struct Found {
    fs::path path;
    bool is_unfinished;
    bool is_portrait;
};

// Files whose names a job with that prefix gives; others that begin alike are not its own.
std::vector<Found> files_of(const std::string& prefix) {
    const fs::path path(prefix);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const std::string begin = path.filename().string();
    std::vector<Found> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string file = at->path().filename().string();
        if (!file.starts_with(begin)) {
            continue;
        }
        const std::string rest = file.substr(begin.size());
        const std::size_t name = std::min(rest.find_first_not_of("0123456789abcdef-"), rest.size());
        std::string_view ending = std::string_view(rest).substr(name);
        const bool is_portrait = ending.starts_with(portrait_ending);
        ending.remove_prefix(is_portrait ? portrait_ending.size() : 0);
        const bool is_unfinished = ending.starts_with(StateFile::unfinished_ending);
        if (name > 0 && (ending.empty() || is_unfinished)) {
            files.push_back({at->path(), is_unfinished, is_portrait});
        }
    }
    return files;
}

}  // namespace

std::unique_ptr<RunCheckpoint> Checkpoints::of(const std::string& name, int interval,
                                               std::function<StateOrigin()> origin) {
    return std::make_unique<RunCheckpoint>(
        prefix_ + name, interval, std::move(origin),
        RunCheckpoint::Listener{[this] { ++found_; }, [this] { ++written_; }, trouble_});
}

void Checkpoints::keep_portrait(const std::string& name, StateOrigin origin,
                                const Portrait& portrait, const Executor& executor) const {
    const std::string path = prefix_ + name + std::string(portrait_ending);
    try {
        const World nothing;
        const PortraitArrays arrays(portrait);
        StateFile::write(path, {std::move(origin), {}, arrays.list()}, nothing, executor);
    } catch (const IoError& failed) {
        trouble_(fmt::format("portrait {}; its run will be repeated", failed.what()));
    }
}

std::optional<Portrait> Checkpoints::kept_portrait(const std::string& name,
                                                   const StateOrigin& origin,
                                                   const Executor& executor) const {
    const std::string path = prefix_ + name + std::string(portrait_ending);
    std::error_code error;
    if (!fs::exists(path, error)) {
        return std::nullopt;
    }
    try {
        const StateFile file(Descriptor::open_for_reading(path));
        if (const std::string problem = origin.difference(file.manifest().origin);
            !problem.empty()) {
            throw IoError(fmt::format("{}: is of another run: {}", path, problem));
        }
        file.verify(executor);
        return portrait_in(file);
    } catch (const IoError& refused) {
        trouble_(fmt::format("portrait {}; not used, its run is repeated", refused.what()));
        return std::nullopt;
    }
}

std::size_t Checkpoints::in_place() const {
    const std::vector<Found> files = files_of(prefix_);
    return static_cast<std::size_t>(
        std::count_if(files.begin(), files.end(),
                      [](const Found& file) { return !file.is_unfinished && !file.is_portrait; }));
}

void Checkpoints::remove_all() const {
    for (const Found& file : files_of(prefix_)) {
        std::error_code error;
        fs::remove(file.path, error);
    }
}

void Checkpoints::remove_leavings(std::chrono::seconds age) const {
    const auto now = fs::file_time_type::clock::now();
    for (const Found& file : files_of(prefix_)) {
        std::error_code error;
        if (file.is_unfinished && now - fs::last_write_time(file.path, error) >= age && !error) {
            fs::remove(file.path, error);
        }
    }
}

}  // namespace sim
