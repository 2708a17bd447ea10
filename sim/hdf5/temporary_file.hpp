// SPDX-License-Identifier: Apache-2.0
// A file under a temporary name beside its final one; removed unless it is kept.
#pragma once

#include <string>

namespace sim {

class TemporaryFile {
  public:
    // Creates the file, empty; throws IoError.
    explicit TemporaryFile(const std::string& path);
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    const std::string& name() const { return name_; }
    // Brings the finished file to disk and gives it its final name, so that no crash shows half of
    // it; throws IoError.
    void keep();
    // The same, unless there is a file of that name; whoever asks first wins. False if it was late.
    bool keep_if_new();

  private:
    std::string path_;
    std::string folder_;
    std::string name_;
};

}  // namespace sim
