// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/temporary_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "sim/core/error.hpp"

namespace sim {

namespace {

[[noreturn]] void throw_system_error(const std::string& path, const char* what) {
    throw IoError(fmt::format("{}: {} ({})", path, what, std::strerror(errno)));
}

void sync_to_disk(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        throw_system_error(path, "cannot open");
    }
    const bool synced = ::fsync(file) == 0 || errno == EINVAL;  // some file systems cannot
    ::close(file);
    if (!synced) {
        throw_system_error(path, "cannot be brought to disk");
    }
}

}  // namespace

TemporaryFile::TemporaryFile(const std::string& path) : path_(path) {
    const std::filesystem::path final_path(path);
    folder_ = final_path.has_parent_path() ? final_path.parent_path().string() : ".";
    name_ = folder_ + fmt::format("/.{}.tmp.{}", final_path.filename().string(), ::getpid());
    // HDF5 says little about why a file cannot be made; the system does.
    const int file = ::open(name_.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0666);
    if (file < 0) {
        throw_system_error(path, "cannot create the file");
    }
    ::close(file);
}

TemporaryFile::~TemporaryFile() {
    if (!name_.empty()) {
        std::remove(name_.c_str());
    }
}

void TemporaryFile::keep() {
    sync_to_disk(name_);
    if (std::rename(name_.c_str(), path_.c_str()) != 0) {
        throw_system_error(path_, "cannot rename the finished file to this name");
    }
    name_.clear();
    sync_to_disk(folder_);
}

bool TemporaryFile::keep_if_new() {
    sync_to_disk(name_);
    if (::link(name_.c_str(), path_.c_str()) != 0) {
        if (errno == EEXIST) {
            return false;
        }
        throw_system_error(path_, "cannot give the finished file this name");
    }
    sync_to_disk(folder_);
    return true;
}

}  // namespace sim
