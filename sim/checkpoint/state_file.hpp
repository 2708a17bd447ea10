// SPDX-License-Identifier: Apache-2.0
// CHECKPOINT: one state of a world in one file, as laid down in docs/reference/saved-state.md, and
// beside it any arrays that belong to it. Columns are written from where they lie and read to where
// they belong, so no second copy of the state is ever in memory (unless the file itself is to be
// there). Everything throws IoError with the reason; const members may be called from several
// threads.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/checkpoint/descriptor.hpp"
#include "sim/checkpoint/manifest.hpp"

namespace sim {

// An array to be kept beside the state.
struct StateArray {
    std::string name;
    std::string type;
    std::uint64_t element_bytes;
    std::span<const std::byte> bytes;
};

class StateFile {
  public:
    // Follows the name of a file that is being written, and is followed by six letters.
    static constexpr std::string_view unfinished_ending = ".partial-";

    // What a state is called besides its contents.
    struct About {
        StateOrigin origin;
        std::vector<std::uint64_t> hashes;
        std::vector<StateArray> record{};
    };

    // Refuses what is no saved state, or cut off, or of another layout; columns are not read yet.
    explicit StateFile(Descriptor file);
    // Writes to a temporary name, syncs, and takes the place of `path`.
    static StateFile write(const std::string& path, About about, const World& world,
                           const Executor& executor);
    // The same without a name, in memory.
    static StateFile write_in_memory(About about, const World& world, const Executor& executor);

    const StateManifest& manifest() const { return manifest_; }
    const Descriptor& file() const { return file_; }

    // Reads every column and array and compares its digest.
    void verify(const Executor& executor) const;
    // Replaces all rows of all tables. The world must have the tables of the file, with room;
    // whether it has is known before anything is touched, damage only afterwards: verify first.
    void restore(World& world, const Executor& executor) const;

  private:
    StateFile(Descriptor file, StateManifest manifest)
        : file_(std::move(file)), manifest_(std::move(manifest)) {}
    static StateManifest write_to(const Descriptor& file, About about, const World& world,
                                  const Executor& executor);

    Descriptor file_;
    StateManifest manifest_;
};

}  // namespace sim
