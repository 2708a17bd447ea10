// SPDX-License-Identifier: Apache-2.0
// Puts finished members into a shard of a sweep folder and failures beside it.
#pragma once

#include <functional>
#include <string>

#include "sim/sweep/run_sweep.hpp"
#include "sim/sweep/store/sweep_folder.hpp"

namespace sim {

class FolderSink final : public MemberSink {
  public:
    struct Listener {
        std::function<void()> on_done{};
        std::function<void(const std::string& words)> on_failed{};
    };

    // Plan and folder must outlive it. `members` is how many it may get.
    FolderSink(const SweepPlan& plan, const SweepFolder& folder, const std::string& label,
               std::size_t members, Listener listener);

    std::size_t begin(const SweepMember& member) override;
    void done(const SweepMember& member, std::size_t number,
              const std::vector<std::vector<double>>& values, double seconds) override;
    void failed(const SweepMember& member, const std::string& error) override;

    std::size_t members_done() const { return done_; }
    std::size_t members_failed() const { return failed_; }

  private:
    const SweepPlan& plan_;
    const SweepFolder& folder_;
    Listener listener_;
    bool had_failures_;
    ShardWriter shard_;
    std::size_t done_ = 0;
    std::size_t failed_ = 0;
};

}  // namespace sim
