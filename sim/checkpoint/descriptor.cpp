// SPDX-License-Identifier: Apache-2.0
#include "sim/checkpoint/descriptor.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/core/error.hpp"

namespace sim {

namespace {

[[noreturn]] void refuse(const std::string& name, const char* what) {
    throw IoError(fmt::format("{}: {} ({})", name, what, std::generic_category().message(errno)));
}

// A new name lasts once its folder is on the device; not every file system can promise that, and
// where one cannot, nothing is lost but the new file.
void sync_folder_of(const std::string& path) {
    const std::filesystem::path parent = std::filesystem::path(path).parent_path();
    const int folder =
        ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

}  // namespace

Descriptor Descriptor::open_for_reading(const std::string& path) {
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0) {
        refuse(path, "cannot be opened");
    }
    return {number, path};
}

Descriptor Descriptor::create_beside(const std::string& path) {
    std::string name = path + "XXXXXX";
    const int number = ::mkostemp(name.data(), O_CLOEXEC);
    if (number < 0) {
        refuse(path, "cannot be made");
    }
    constexpr mode_t readable_by_all = 0644;  // as results are; mkostemp is for secrets
    ::fchmod(number, readable_by_all);
    return {number, std::move(name)};
}

Descriptor Descriptor::create_in_memory(const std::string& name) {
    const int number = ::memfd_create(name.c_str(), MFD_CLOEXEC);
    if (number < 0) {
        refuse(name, "no memory file can be made");
    }
    return {number, name};
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : number_(std::exchange(other.number_, -1)), name_(std::move(other.name_)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    std::swap(name_, other.name_);
    return *this;
}

Descriptor::~Descriptor() {
    if (number_ >= 0) {
        ::close(number_);
    }
}

void Descriptor::fail(const char* what) const {
    refuse(name_, what);
}

std::uint64_t Descriptor::size() const {
    struct stat status {};
    if (::fstat(number_, &status) != 0) {
        fail("cannot be read");
    }
    return static_cast<std::uint64_t>(status.st_size);
}

void Descriptor::read_at(std::uint64_t offset, std::span<std::byte> bytes) const {
    while (!bytes.empty()) {
        const ssize_t got =
            ::pread(number_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (got < 0 && errno != EINTR) {
            fail("cannot be read");
        }
        if (got == 0) {
            throw IoError(name_ + ": ends too early");
        }
        if (got > 0) {
            offset += static_cast<std::uint64_t>(got);
            bytes = bytes.subspan(static_cast<std::size_t>(got));
        }
    }
}

void Descriptor::write_at(std::uint64_t offset, std::span<const std::byte> bytes) const {
    while (!bytes.empty()) {
        const ssize_t put =
            ::pwrite(number_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (put < 0 && errno != EINTR) {
            fail("cannot be written");
        }
        if (put > 0) {
            offset += static_cast<std::uint64_t>(put);
            bytes = bytes.subspan(static_cast<std::size_t>(put));
        }
    }
}

void Descriptor::sync() const {
    if (::fsync(number_) != 0) {
        fail("cannot be written");
    }
}

void Descriptor::rename(const std::string& path) {
    if (std::rename(name_.c_str(), path.c_str()) != 0) {
        fail("cannot be renamed");
    }
    name_ = path;
    sync_folder_of(path);
}

void Descriptor::touch() const {
    ::futimens(number_, nullptr);  // a file that cannot be marked only counts as older
}

}  // namespace sim
