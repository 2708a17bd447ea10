// SPDX-License-Identifier: Apache-2.0
// The checkpoints of a job: one file for each run under way, named PREFIX + NAME, there from the
// first checkpoint until the run has ended. Portraits of runs that have ended lie beside them,
// named PREFIX + NAME + ".portrait". All members may be called from several threads.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sim/checkpoint/run_checkpoint.hpp"
#include "sim/output/portrait.hpp"

namespace sim {

class Checkpoints {
  public:
    // `prefix` may name a folder, which is made when it is needed; `trouble` takes what went wrong
    // with a file, in words.
    Checkpoints(std::string prefix, std::function<void(const std::string& words)> trouble)
        : prefix_(std::move(prefix)), trouble_(std::move(trouble)) {}

    // That of one run; `name` of hexadecimal digits and '-'. `origin` is asked only where a file is
    // read or written. This object must outlive it.
    std::unique_ptr<RunCheckpoint> of(const std::string& name, int interval,
                                      std::function<StateOrigin()> origin);

    // Keeps what one run made of each person until remove_all(); `origin` is of its last quarter.
    void keep_portrait(const std::string& name, StateOrigin origin, const Portrait& portrait,
                       const Executor& executor) const;
    // None if none was kept, or if it cannot be used, which is said.
    std::optional<Portrait> kept_portrait(const std::string& name, const StateOrigin& origin,
                                          const Executor& executor) const;

    // Removes all files of the prefix that this class may have made, finished or not.
    void remove_all() const;
    // Removes what processes that ended while they wrote left behind, longer ago than `age`: a
    // younger file may be of a process that is writing it.
    void remove_leavings(std::chrono::seconds age = std::chrono::hours(1)) const;

    // How many checkpoints there are, of whatever job had this prefix last.
    std::size_t in_place() const;

    // Runs that went on from a checkpoint, and checkpoints written, by objects made here.
    std::size_t found() const { return found_; }
    std::size_t written() const { return written_; }

  private:
    std::string prefix_;
    std::function<void(const std::string&)> trouble_;
    std::atomic<std::size_t> found_{0};
    std::atomic<std::size_t> written_{0};
};

}  // namespace sim
