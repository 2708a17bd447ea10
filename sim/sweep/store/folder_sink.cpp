// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/store/folder_sink.hpp"

#include <fmt/format.h>

namespace sim {

FolderSink::FolderSink(const SweepPlan& plan, const SweepFolder& folder, const std::string& label,
                       std::size_t members, Listener listener)
    : plan_(plan),
      folder_(folder),
      listener_(std::move(listener)),
      had_failures_(folder.failures() > 0),
      shard_(ShardWriter::open(folder.shards_path(), label, folder.layout(), members)) {}

std::size_t FolderSink::begin(const SweepMember&) {
    return shard_.reserve();
}

void FolderSink::done(const SweepMember& member, std::size_t number,
                      const std::vector<std::vector<double>>& values, double seconds) {
    shard_.write(number, plan_.key(member), values, seconds);
    if (had_failures_) {
        folder_.forget_failure(plan_, member);
    }
    ++done_;
    if (listener_.on_done) {
        listener_.on_done();
    }
}

void FolderSink::failed(const SweepMember& member, const std::string& error) {
    folder_.write_failure(plan_, member, error);
    ++failed_;
    if (listener_.on_failed) {
        listener_.on_failed(fmt::format("failed: replicate {} of point {} ({}): {}",
                                        member.replicate, member.point,
                                        plan_.point_text(member.point), error));
    }
}

}  // namespace sim
