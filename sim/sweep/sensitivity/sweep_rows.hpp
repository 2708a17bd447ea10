// SPDX-License-Identifier: Apache-2.0
// The finished members of a sweep folder, by key, whatever shard holds them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/hdf5/member_shard.hpp"

namespace sim {

class SweepRows {
  public:
    // Throws UserError if a shard belongs to a sweep of another identity.
    SweepRows(const std::string& folder, const std::string& identity);

    bool empty() const { return rows_.empty(); }
    // [point][replicate] of a measure that is one number; NaN where a member is missing. `inputs`
    // are the hashes of the points' inputs.
    std::vector<double> outcomes(const std::string& measure, const std::vector<std::string>& inputs,
                                 std::size_t replicates) const;

  private:
    std::vector<ShardContents> shards_;
    std::map<MemberKey, std::pair<std::size_t, std::size_t>> rows_;
};

}  // namespace sim
