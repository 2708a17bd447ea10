// SPDX-License-Identifier: Apache-2.0
#include "sim/checkpoint/run_checkpoint.hpp"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "sim/checkpoint/record_arrays.hpp"
#include "sim/core/error.hpp"

namespace sim {

namespace fs = std::filesystem;

RunCheckpoint::RunCheckpoint(std::string path, int interval, std::function<StateOrigin()> origin,
                             Listener listener)
    : path_(std::move(path)),
      interval_(interval),
      origin_(std::move(origin)),
      listener_(std::move(listener)) {}

void RunCheckpoint::find(const Executor& executor) {
    std::error_code error;
    is_there_ = fs::exists(path_, error);
    if (!is_there_) {
        return;
    }
    try {
        StateFile file(Descriptor::open_for_reading(path_));
        StateOrigin origin = origin_();
        origin.quarter = file.manifest().origin.quarter;
        if (const std::string problem = origin.difference(file.manifest().origin);
            !problem.empty()) {
            throw IoError(fmt::format("{}: is of another run: {}", path_, problem));
        }
        file.verify(executor);
        left_ = std::move(file);
        listener_.on_found();
    } catch (const IoError& refused) {
        listener_.on_trouble(fmt::format("checkpoint {}; not used, replicate {} begins anew",
                                         refused.what(), origin_().replicate));
    }
}

void RunCheckpoint::remove() {
    left_.reset();
    if (is_there_) {
        std::error_code error;
        fs::remove(path_, error);
        is_there_ = false;
    }
}

std::optional<Quarter> RunCheckpoint::reached() const {
    return left_ ? std::optional(left_->manifest().origin.quarter) : std::nullopt;
}

Record RunCheckpoint::restore(World& world, const Executor& executor) {
    SIM_EXPECT(left_);
    left_->restore(world, executor);
    Record so_far = record_in(*left_);
    left_.reset();
    return so_far;
}

void RunCheckpoint::save(Quarter quarter, const World& world, const Record& so_far,
                         const Executor& executor) {
    try {
        const fs::path folder = fs::path(path_).parent_path();
        std::error_code error;
        if (!folder.empty() && !fs::create_directories(folder, error) && error) {
            throw IoError(fmt::format("{}: cannot be made ({})", folder.string(), error.message()));
        }
        const RecordArrays arrays(so_far);
        StateOrigin origin = origin_();
        origin.quarter = quarter;
        StateFile::write(path_, {std::move(origin), so_far.hashes, arrays.list()}, world, executor);
        is_there_ = true;
        listener_.on_written();
    } catch (const IoError& failed) {
        listener_.on_trouble(fmt::format("checkpoint {}; goes on without it", failed.what()));
    }
}

}  // namespace sim
