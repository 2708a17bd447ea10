// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/sensitivity/sweep_rows.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>

#include "sim/core/error.hpp"
#include "sim/sweep/store/sweep_folder.hpp"

namespace sim {

namespace fs = std::filesystem;

SweepRows::SweepRows(const std::string& folder, const std::string& identity) {
    std::error_code error;
    std::vector<std::string> paths;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(fs::path(folder) / shards_folder, error)) {
        if (entry.path().extension() == ".h5") {
            paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) {
        ShardContents shard = read_shard(path);
        if (shard.identity != identity) {
            throw UserError(path + ": holds members of another sweep");
        }
        for (const ShardRow& row : shard.rows) {
            rows_.try_emplace(row.key, shards_.size(), row.row);
        }
        shards_.push_back(std::move(shard));
    }
}

std::vector<double> SweepRows::outcomes(const std::string& measure,
                                        const std::vector<std::string>& inputs,
                                        std::size_t replicates) const {
    std::vector<std::vector<double>> values;
    for (const ShardContents& shard : shards_) {
        const std::size_t used = shard.rows.empty() ? 0 : shard.rows.back().row + 1;
        values.push_back(read_shard_variable(shard.path, measure, used));
    }
    std::vector<double> all;
    all.reserve(inputs.size() * replicates);
    for (const std::string& hash : inputs) {
        for (std::uint32_t r = 0; r < replicates; ++r) {
            const auto found = rows_.find(MemberKey::of(hash, r));
            all.push_back(found == rows_.end() ? std::numeric_limits<double>::quiet_NaN()
                                               : values[found->second.first][found->second.second]);
        }
    }
    return all;
}

}  // namespace sim
