// SPDX-License-Identifier: Apache-2.0
// An open file: read and written at places, from several threads at once. Errors are IoErrors that
// begin with the name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace sim {

class Descriptor {
  public:
    // Throw IoError.
    static Descriptor open_for_reading(const std::string& path);
    // A new file with a name of its own: `path` with six letters behind.
    static Descriptor create_beside(const std::string& path);
    // In memory, gone with the object; `name` stands in messages.
    static Descriptor create_in_memory(const std::string& name);

    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    const std::string& name() const { return name_; }
    std::uint64_t size() const;
    // All of the bytes, or IoError.
    void read_at(std::uint64_t offset, std::span<std::byte> bytes) const;
    void write_at(std::uint64_t offset, std::span<const std::byte> bytes) const;
    // Returns when the contents are on the device.
    void sync() const;
    // Takes another name in place of what has it, and makes that lasting.
    void rename(const std::string& path);
    // Marks the file as used now.
    void touch() const;

  private:
    Descriptor(int number, std::string name) : number_(number), name_(std::move(name)) {}
    [[noreturn]] void fail(const char* what) const;

    int number_ = -1;
    std::string name_;
};

}  // namespace sim
