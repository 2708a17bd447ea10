// SPDX-License-Identifier: Apache-2.0
// SWEEP FOLDER: manifest.json, design.csv, shards/, failed/ and collected.h5, as laid down in
// docs/reference/sweep-folder.md. Any number of processes may work in one folder: files appear
// whole, and what is in them follows from the experiment alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/hdf5/collected_file.hpp"
#include "sim/sweep/experiment/measure.hpp"
#include "sim/sweep/experiment/plan.hpp"

namespace sim {

inline constexpr const char* manifest_file = "manifest.json";
inline constexpr const char* design_file = "design.csv";
inline constexpr const char* shards_folder = "shards";
inline constexpr const char* failed_folder = "failed";
inline constexpr const char* checkpoints_folder = "checkpoints";
inline constexpr const char* collected_name = "collected.h5";

// fresh: the folder must not hold a sweep. resumed: it may hold one that this one extends.
// replaced: what it holds of a sweep is removed.
enum class SweepOpening { fresh, resumed, replaced };

class SweepFolder {
  public:
    // Writes manifest and design. Throws IoError if there is a sweep and the opening is fresh, and
    // UserError if the sweep there cannot be gone on with.
    SweepFolder(std::string path, const SweepPlan& plan, SweepOpening opening);

    const std::string& path() const { return path_; }
    const MemberLayout& layout() const { return layout_; }
    std::string shards_path() const;
    // How the names of members' checkpoints begin; their keys follow.
    std::string checkpoint_prefix() const;
    // Removes all checkpoints and their folder.
    void remove_checkpoints() const;

    // The finished members of all shards, whoever wrote them.
    struct Finished {
        std::vector<std::string> shards{};
        std::map<MemberKey, std::pair<std::size_t, std::size_t>> rows{};  // shard, row
    };
    Finished finished() const;

    // Keeps the error of a member that failed, and forgets it when the member was done after all.
    void write_failure(const SweepPlan& plan, const SweepMember& member,
                       const std::string& error) const;
    void forget_failure(const SweepPlan& plan, const SweepMember& member) const;
    std::size_t failures() const;

    // Writes collected.h5 with what is finished; how many members there are.
    std::size_t collect(const SweepPlan& plan, const Finished& finished, Collect how) const;

  private:
    void check_there(const std::string& manifest) const;
    void remove_there() const;

    std::string path_;
    MemberLayout layout_;
};

// The layout of the shards of a sweep.
MemberLayout layout_of_sweep(const LoadedExperiment& loaded);
// The rule by which a member's record becomes its row.
MeasureRule measure_rule(const LoadedExperiment& loaded);

}  // namespace sim
