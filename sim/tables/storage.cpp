// SPDX-License-Identifier: Apache-2.0
#include "sim/tables/storage.hpp"

#include <cstdint>

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include "sim/core/contract.hpp"
#include "sim/core/error.hpp"

namespace sim {

namespace {

std::size_t page_size() {
    return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

Storage::~Storage() {
    if (data_ != nullptr) {
        ::munmap(data_, bytes_);
    }
}

void Storage::reserve(std::size_t bytes) {
    SIM_EXPECT(data_ == nullptr);
    if (bytes == 0) {
        return;
    }
    void* address = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (address == MAP_FAILED) {
        throw IoError(fmt::format("out of memory: {} bytes for one column refused", bytes));
    }
    data_ = address;
    bytes_ = bytes;
}

void Storage::release(std::size_t begin, std::size_t end) {
    const std::size_t page = page_size();
    const std::size_t first = (begin + page - 1) / page * page;
    const std::size_t last = end / page * page;
    if (data_ != nullptr && first < last) {
        ::madvise(static_cast<char*>(data_) + first, last - first, MADV_DONTNEED);
    }
}

void Storage::clear() {
    if (data_ != nullptr) {
        ::madvise(data_, bytes_, MADV_DONTNEED);
    }
}

}  // namespace sim
