// SPDX-License-Identifier: Apache-2.0
// Memory of one column: address space reserved once, pages touched as rows come and given back as
// rows go. Addresses never move, so handles stay valid for the whole run.
#pragma once

#include <cstddef>

namespace sim {

class Storage {
  public:
    Storage() = default;
    Storage(const Storage&) = delete;
    Storage& operator=(const Storage&) = delete;
    ~Storage();

    // Reserves `bytes` of zeroed address space; once. Throws IoError if the system refuses.
    void reserve(std::size_t bytes);
    // Gives the whole pages inside [begin, end) back to the system; they read as zero afterwards.
    void release(std::size_t begin, std::size_t end);

    // Gives everything back; all of it reads as zero afterwards.
    void clear();

    void* data() const { return data_; }

  private:
    void* data_ = nullptr;
    std::size_t bytes_ = 0;
};

}  // namespace sim
