// SPDX-License-Identifier: Apache-2.0
// States kept in a folder for later runs, named by the key of their origin. Any number of processes
// may use one folder: files appear whole and are never changed, and whoever finds one missing or
// unusable computes the state anew. All members may be called from several threads.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "sim/checkpoint/state_file.hpp"

namespace sim {

struct StateCacheLimits {
    // All files together; those that were not used for the longest time go first.
    std::uint64_t most_bytes = std::uint64_t{4} << 30U;
    // A state of fewer bytes is computed sooner than a file is written safely.
    std::uint64_t least_bytes = std::uint64_t{1} << 18U;
};

class StateCache {
  public:
    // The folder is made when the first state is kept.
    explicit StateCache(std::string folder, StateCacheLimits limits = {});

    // The state of that origin, verified and known to fit into `world`; none if there is none.
    std::optional<StateFile> find(const StateOrigin& origin, const World& world,
                                  const Executor& executor);
    // Keeps a state and returns it; none if it is too small or cannot be kept.
    std::optional<StateFile> keep(StateFile::About about, const World& world,
                                  const Executor& executor);

    std::size_t states_found() const;
    std::size_t states_kept() const;
    // Why files were not used or not made, in the order met.
    std::vector<std::string> troubles() const;

  private:
    std::string path_of(const StateOrigin& origin) const;
    void remove_oldest(const std::string& newest) const;
    void add_trouble(std::string trouble);

    std::string folder_;
    StateCacheLimits limits_;
    mutable std::mutex mutex_;  // guards what follows
    std::size_t found_ = 0;
    std::size_t kept_ = 0;
    std::vector<std::string> troubles_;
};

}  // namespace sim
