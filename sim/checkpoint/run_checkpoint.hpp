// SPDX-License-Identifier: Apache-2.0
// The checkpoint of one run in one file: the last one is kept until the next one is on the device
// and has taken its name. What cannot be used or written is said and does no harm: the run begins
// anew, or goes on without.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sim/checkpoint/state_file.hpp"
#include "sim/model/checkpoint_store.hpp"

namespace sim {

class RunCheckpoint final : public CheckpointStore {
  public:
    struct Listener {
        std::function<void()> on_found{};
        std::function<void()> on_written{};
        std::function<void(const std::string& words)> on_trouble{};
    };

    // `origin` gives where the run comes from: all of its inputs, without a quarter.
    RunCheckpoint(std::string path, int interval, std::function<StateOrigin()> origin,
                  Listener listener);

    // Looks for what an earlier run left, and checks all of it.
    void find(const Executor& executor);
    // The run has ended: forgets what is kept.
    void remove();

    std::optional<Quarter> reached() const override;
    Record restore(World& world, const Executor& executor) override;
    void save(Quarter quarter, const World& world, const Record& so_far,
              const Executor& executor) override;
    int interval() const override { return interval_; }

  private:
    std::string path_;
    int interval_;
    std::function<StateOrigin()> origin_;
    Listener listener_;
    std::optional<StateFile> left_;  // by an earlier run
    bool is_there_ = false;
};

}  // namespace sim
