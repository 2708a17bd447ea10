// SPDX-License-Identifier: Apache-2.0
// What a run has recorded so far as arrays of a checkpoint, and back. Columns of event tables come
// back without their descriptions, which the run that goes on makes itself.
#pragma once

#include "sim/checkpoint/state_file.hpp"
#include "sim/output/record.hpp"

namespace sim {

class RecordArrays {
  public:
    // Refers to the record, which must outlive it.
    explicit RecordArrays(const Record& record);

    const std::vector<StateArray>& list() const { return list_; }

  private:
    std::vector<std::int64_t> times_;
    std::vector<double> seconds_;
    std::vector<StateArray> list_;
};

// Throws IoError where arrays are not those of a record. Hashes and their times are not in it: the
// manifest has them.
Record record_in(const StateFile& file);

}  // namespace sim
