// SPDX-License-Identifier: Apache-2.0
// The fixed part of a result file: root attributes, /outcomes, /state_hash and /parameters, and the
// replicates in the first two. Event tables and effects have files of their own.
#pragma once

#include "sim/hdf5/h5_file.hpp"
#include "sim/hdf5/result_file.hpp"

namespace sim {

// Where a file comes from; kept when it is written anew.
struct Provenance {
    std::string program_version;
    std::string git_commit;
    std::int64_t dirty = 0;
    std::string created;
    std::string machine;
};
Provenance this_program();
Provenance read_provenance(const h5::Handle& file);

// Attribute of a partial file: ResultHeader::build.
inline constexpr const char* build_attribute = "build";

// In a partial file counts of replicates that are not there are marked as missing.
enum class Status { partial, complete };

// Creates everything that is known before the run.
void create_layout(const h5::Handle& file, const ResultHeader& header, const Provenance& provenance,
                   Status status);

// {"scenario", "replicate"} or {"replicate"}.
std::vector<std::string> leading_dims(const ResultHeader& header);
// Index along the leading dimensions.
std::vector<hsize_t> leading_index(const ResultHeader& header, std::size_t scenario,
                                   std::size_t replicate);
bool has_scenario_axis(const ResultHeader& header);

// The values and hashes of a replicate, still not marked as there.
void write_replicate(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                     const Record& record);
// What ResultFile::read gives.
Record read_replicate(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                      std::size_t replicate);
// What ResultFile::read of some variables gives.
std::vector<std::vector<double>> read_values(const h5::Handle& file, const ResultHeader& header,
                                             std::size_t scenario, std::size_t replicate,
                                             std::span<const std::size_t> variables);
void mark_complete(const h5::Handle& file, const ResultHeader& header, std::size_t scenario,
                   std::size_t replicate);
// Both, from a file of the same header (which may announce more replicates).
void copy_replicate(const h5::Handle& from, const h5::Handle& to, const ResultHeader& header,
                    std::size_t scenario, std::size_t replicate);

}  // namespace sim
