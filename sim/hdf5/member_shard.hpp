// SPDX-License-Identifier: Apache-2.0
// SWEEP SHARDS: the finished members of one worker, one row each, as laid down in
// docs/reference/sweep-folder.md. All room is made when a shard is created and nothing but rows is
// written afterwards, a row's mark last: a kill at any moment leaves a readable file with every
// marked row whole. Writers exclude each other; readers need no leave. Not thread-safe.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/quarter.hpp"
#include "sim/output/dimension.hpp"

namespace sim {

// A number or an array of every member.
struct MemberVariable {
    std::string name;
    std::string unit;
    std::string doc;
    std::vector<std::string> dims{};  // "time" and names of dimensions, in the order of the values
    std::size_t cells = 1;
    bool operator==(const MemberVariable&) const = default;
};

struct MemberLayout {
    std::string identity{};  // shards of one identity can be read together
    std::vector<MemberVariable> variables{};
    std::vector<Dimension> dimensions{};  // that variables have
    std::vector<Quarter> times{};
};

// Which run it is: 128 bits over everything that determines its numbers, and the replicate.
struct MemberKey {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint32_t replicate = 0;

    // From 32 hexadecimal digits.
    static MemberKey of(const std::string& inputs, std::uint32_t replicate);
    // "0123…ef-0003".
    std::string name() const;
    auto operator<=>(const MemberKey&) const = default;
};

class ShardWriter {
  public:
    // Goes on with the shard `folder`/`label`.h5 if it is free and has room for `members` more, or
    // with the next ("LABEL-2.h5"), or begins one. Throws IoError, and UserError where a shard of
    // that label is of another identity.
    static ShardWriter open(const std::string& folder, const std::string& label,
                            const MemberLayout& layout, std::size_t members);
    ShardWriter(ShardWriter&&) noexcept;
    ShardWriter& operator=(ShardWriter&&) noexcept;
    ~ShardWriter();

    const std::string& path() const;
    // The row of the next member; rows in the order in which members begin make for few pieces when
    // they are collected.
    std::size_t reserve();
    // Writes a finished member and marks it; on return it survives a kill. It is on the device when
    // a member ends a second later or more, or when this object goes.
    void write(std::size_t row, const MemberKey& key,
               const std::vector<std::vector<double>>& values, double seconds);

  private:
    struct Impl;
    explicit ShardWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

struct ShardRow {
    MemberKey key;
    std::size_t row;
};

struct ShardContents {
    std::string path;
    std::string identity;
    std::vector<ShardRow> rows{};  // finished ones, by row
};

// Throws IoError if it cannot be read, or is no shard.
ShardContents read_shard(const std::string& path);
// Rows [0, count) of one variable, [row × cells], and the seconds that each member took.
std::vector<double> read_shard_variable(const std::string& path, const std::string& name,
                                        std::size_t count);

inline constexpr const char* shard_seconds = "seconds";

}  // namespace sim
