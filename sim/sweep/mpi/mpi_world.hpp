// SPDX-License-Identifier: Apache-2.0
// The processes of an MPI job, as far as a sweep needs them. Only the thread that made the object
// talks to the others. Programs built without MPI have it too, and say so when it is made.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace sim {

class MpiWorld {
  public:
    // Throws UsageError if the program was built without MPI.
    MpiWorld();
    MpiWorld(const MpiWorld&) = delete;
    MpiWorld& operator=(const MpiWorld&) = delete;
    ~MpiWorld();

    int rank() const;
    int size() const;
    // Every rank gets what rank 0 has.
    void broadcast(std::vector<std::uint64_t>& numbers) const;
    // The sum over ranks, on every rank.
    std::uint64_t sum(std::uint64_t number) const;

    // Gives each of 0 … count − 1 to one rank, the next to whichever asks first, and calls `work`
    // with it there, until that returns false or nothing is left. Rank 0 works too, on a thread
    // beside the one that answers. Returns when every rank has left off; what `work` throws on rank
    // 0 is thrown here.
    void hand_out(std::uint64_t count, const std::function<bool(std::uint64_t)>& work) const;

    // Ends all processes at once: for errors that the others cannot know of.
    [[noreturn]] void abort(int code) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sim
