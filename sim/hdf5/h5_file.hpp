// SPDX-License-Identifier: Apache-2.0
// HDF5 files, groups and attributes behind handles that close themselves. Failures are h5::Failure
// without a path; with_path() turns them into IoError at the door of the folder. HDF5 itself prints
// nothing. Not thread-safe.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <hdf5.h>

#include "sim/core/error.hpp"

namespace sim::h5 {

// What HDF5 could not do, with its innermost reason.
class Failure : public std::runtime_error {
  public:
    explicit Failure(std::string_view what);
};

class Handle {
  public:
    using Closer = herr_t (*)(hid_t);

    Handle() = default;
    Handle(hid_t id, Closer closer) : id_(id), closer_(closer) {}
    Handle(Handle&& other) noexcept
        : id_(std::exchange(other.id_, H5I_INVALID_HID)), closer_(other.closer_) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(closer_, other.closer_);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle();

    hid_t id() const { return id_; }
    explicit operator bool() const { return id_ >= 0; }
    // Closes now; throws Failure if what was written cannot be brought to the file.
    void close();

  private:
    hid_t id_ = H5I_INVALID_HID;
    Closer closer_ = nullptr;
};

// Takes over an identifier; throws Failure("cannot WHAT") if it is not valid.
Handle owned(hid_t id, Handle::Closer closer, std::string_view what);
void require_ok(herr_t status, std::string_view what);

// unlocked: writing where the caller keeps other writers away, and readers need no leave.
enum class Access { read, write, unlocked };
// A new file in the format of the oldest readers, without time stamps, links in order of creation.
// The index of a data set of up to `chunks` chunks never has to be rebuilt.
Handle create_file(const std::string& path, std::size_t chunks = 64);
// Readers take no lock, so that a file can be looked at while its run is going on.
Handle open_file(const std::string& path, Access access);
// Brings everything written so far to the file: what follows a crash is this state.
void flush(const Handle& file);

// Missing groups on the way are created.
Handle create_group(const Handle& parent, const std::string& path);
Handle open_group(const Handle& parent, const std::string& path);
bool has_link(const Handle& parent, const std::string& path);
// Names of the data sets or groups in a group, in order of creation.
std::vector<std::string> dataset_names(const Handle& group);
std::vector<std::string> group_names(const Handle& group);

bool has_attribute(const Handle& object, const std::string& name);
// Replaces an attribute of that name.
void write_attribute(const Handle& object, const std::string& name, const std::string& text);
void write_attribute(const Handle& object, const std::string& name,
                     const std::vector<std::string>& texts);
void write_attribute(const Handle& object, const std::string& name, std::int64_t number);
void write_attribute(const Handle& object, const std::string& name, std::uint64_t number);
// `type` is the file's type of a number that need not be the machine's.
void write_attribute(const Handle& object, const std::string& name, hid_t type,
                     const std::vector<std::int64_t>& numbers);
std::string read_text(const Handle& object, const std::string& name);
std::vector<std::string> read_texts(const Handle& object, const std::string& name);
std::int64_t read_integer(const Handle& object, const std::string& name);
std::uint64_t read_unsigned(const Handle& object, const std::string& name);

// Variable-length UTF-8, the only kind of text that every reader gets right.
Handle text_type();
// A property list of `kind` for objects without time stamps, attributes in order of creation.
Handle creation_properties(hid_t kind);

// Runs `body` and names the file in what goes wrong.
template <class Body>
auto with_path(const std::string& path, Body&& body) {
    try {
        return std::forward<Body>(body)();
    } catch (const Failure& failure) {
        throw IoError(path + ": " + failure.what());
    }
}

}  // namespace sim::h5
