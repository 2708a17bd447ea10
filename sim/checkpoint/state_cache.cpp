// SPDX-License-Identifier: Apache-2.0
#include "sim/checkpoint/state_cache.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "sim/core/error.hpp"

namespace sim {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".state";
// A temporary file this old was left by a process that ended before its time.
constexpr auto longest_writing = std::chrono::hours(1);

struct Kept {
    fs::path path;
    std::uint64_t bytes;
    fs::file_time_type used;
};

// Files may vanish at any time: another process removes them too.
std::vector<Kept> files_in(const std::string& folder) {
    std::vector<Kept> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        const auto bytes = at->file_size(gone);
        const auto used = at->last_write_time(gone);
        if (!gone && at->path().filename().string().find(ending) != std::string::npos) {
            files.push_back({at->path(), bytes, used});
        }
    }
    std::sort(files.begin(), files.end(), [](const Kept& a, const Kept& b) {
        return a.used != b.used ? a.used < b.used : a.path < b.path;
    });
    return files;
}

std::uint64_t bytes_of(const World& world) {
    std::uint64_t bytes = 0;
    for (const Table* table : world.tables()) {
        bytes += table->size() * table->bytes_per_row();
    }
    return bytes;
}

}  // namespace

StateCache::StateCache(std::string folder, StateCacheLimits limits)
    : folder_(std::move(folder)), limits_(limits) {}

std::string StateCache::path_of(const StateOrigin& origin) const {
    return (fs::path(folder_) / (origin.key() + std::string(ending))).string();
}

std::optional<StateFile> StateCache::find(const StateOrigin& origin, const World& world,
                                          const Executor& executor) {
    const std::string path = path_of(origin);
    std::error_code error;
    if (!fs::exists(path, error)) {
        return std::nullopt;
    }
    try {
        StateFile state(Descriptor::open_for_reading(path));
        std::string problem = origin.difference(state.manifest().origin);
        if (problem.empty()) {
            problem = misfit(state.manifest().tables, world);
        }
        if (!problem.empty()) {
            throw IoError(fmt::format("{}: is of another run: {}", path, problem));
        }
        state.verify(executor);
        state.file().touch();
        const std::lock_guard lock(mutex_);
        ++found_;
        return state;
    } catch (const IoError& refused) {
        if (fs::exists(path, error)) {  // else another process removed it in between
            add_trouble(refused.what());
        }
        return std::nullopt;
    }
}

std::optional<StateFile> StateCache::keep(StateFile::About about, const World& world,
                                          const Executor& executor) {
    const std::uint64_t bytes = bytes_of(world);
    if (bytes < limits_.least_bytes) {
        return std::nullopt;
    }
    if (bytes > limits_.most_bytes) {
        add_trouble(fmt::format("{}: a state of {} bytes is larger than the whole cache may be",
                                folder_, bytes));
        return std::nullopt;
    }
    try {
        std::error_code error;
        fs::create_directories(folder_, error);
        if (error) {
            throw IoError(fmt::format("{}: cannot be made ({})", folder_, error.message()));
        }
        const std::string path = path_of(about.origin);
        StateFile state = StateFile::write(path, std::move(about), world, executor);
        remove_oldest(path);
        const std::lock_guard lock(mutex_);
        ++kept_;
        return state;
    } catch (const IoError& failed) {
        add_trouble(failed.what());
        return std::nullopt;
    }
}

void StateCache::remove_oldest(const std::string& newest) const {
    std::uint64_t total = 0;
    std::vector<Kept> states;
    std::error_code error;
    const auto now = fs::file_time_type::clock::now();
    for (Kept& file : files_in(folder_)) {
        if (file.path.extension() == ending) {
            total += file.bytes;
            states.push_back(std::move(file));
        } else if (now - file.used > longest_writing) {
            fs::remove(file.path, error);
        }
    }
    for (const Kept& file : states) {
        if (total > limits_.most_bytes && file.path != newest) {
            fs::remove(file.path, error);
            total -= file.bytes;
        }
    }
}

void StateCache::add_trouble(std::string trouble) {
    const std::lock_guard lock(mutex_);
    troubles_.push_back(std::move(trouble));
}

std::size_t StateCache::states_found() const {
    const std::lock_guard lock(mutex_);
    return found_;
}

std::size_t StateCache::states_kept() const {
    const std::lock_guard lock(mutex_);
    return kept_;
}

std::vector<std::string> StateCache::troubles() const {
    const std::lock_guard lock(mutex_);
    return troubles_;
}

}  // namespace sim
