// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/store/sweep_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "sim/checkpoint/checkpoints.hpp"
#include "sim/core/build_info.hpp"
#include "sim/hdf5/temporary_file.hpp"
#include "sim/scenario/data_files.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/sweep/result_header.hpp"
#include "sim/sweep/store/manifest.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

void write_whole(const std::string& path, const std::string& text) {
    TemporaryFile temporary(path);
    std::ofstream file(temporary.name(), std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) {
        throw IoError(path + ": cannot be written");
    }
    temporary.keep();
}

void make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error || !fs::is_directory(path)) {
        throw IoError(fmt::format("{}: the folder cannot be made ({})", path, error.message()));
    }
}

std::vector<std::string> files_in(const std::string& folder, const std::string& extension) {
    std::vector<std::string> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == extension && !name.starts_with('.')) {
            files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Quarter> recorded_quarters(const Scenario& scenario) {
    std::vector<Quarter> quarters;
    const Quarter first = scenario.output.spin_up ? scenario.first_quarter() : scenario.start;
    for (Quarter quarter = first; quarter <= scenario.end; quarter = quarter + 1) {
        quarters.push_back(quarter);
    }
    return quarters;
}

PointCoordinate coordinate_of(const SweepPlan& plan, std::size_t f) {
    const Factor& factor = plan.loaded().experiment.factors[f];
    PointCoordinate coordinate{factor.name, factor.unit, factor.doc, {}};
    std::vector<double> numbers;
    std::vector<std::int64_t> integers;
    std::vector<std::string> texts;
    for (const SweepPoint& point : plan.points()) {
        const ParamValue& value = point.values[f];
        if (const auto* number = std::get_if<double>(&value)) {
            numbers.push_back(*number);
        } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            integers.push_back(*integer);
        } else if (const auto* flag = std::get_if<bool>(&value)) {
            integers.push_back(*flag ? 1 : 0);
        } else {
            texts.push_back(std::get<std::string>(value));
        }
    }
    if (!numbers.empty()) {
        coordinate.values = std::move(numbers);
    } else if (!integers.empty()) {
        coordinate.values = std::move(integers);
    } else {
        coordinate.values = std::move(texts);
    }
    return coordinate;
}

}  // namespace

MeasureRule measure_rule(const LoadedExperiment& loaded) {
    const LoadedScenario& base = loaded.scenarios.front();
    return {loaded.experiment.measures, variables_of(base), base.model->dimensions(),
            recorded_quarters(base.scenario)};
}

MemberLayout layout_of_sweep(const LoadedExperiment& loaded) {
    MemberLayout layout = measure_rule(loaded).layout();
    std::string text = fmt::format("{} {}\n", program_version(), git_commit());
    for (const MeasureSpec& measure : loaded.experiment.measures) {
        text += measure.name + ' ' + measure.of.outcome;
        for (const auto& [dimension, labels] : measure.of.where) {
            text += fmt::format(" {}={}", dimension, fmt::join(labels, "|"));
        }
        for (const Quarter quarter : measure.of.quarters) {
            text += ' ' + quarter.text();
        }
        text += fmt::format(" by {}\n", fmt::join(measure.by, " "));
    }
    for (const Quarter quarter : recorded_quarters(loaded.scenarios.front().scenario)) {
        text += quarter.text() + ' ';
    }
    layout.identity = text_hash(text);
    return layout;
}

SweepFolder::SweepFolder(std::string path, const SweepPlan& plan, SweepOpening opening)
    : path_(std::move(path)), layout_(layout_of_sweep(plan.loaded())) {
    const std::string manifest = (fs::path(path_) / manifest_file).string();
    std::error_code error;
    if (fs::exists(manifest, error)) {
        if (opening == SweepOpening::fresh) {
            throw IoError(path_ +
                          ": holds a sweep already (--resume goes on with it, --force replaces it, "
                          "-o takes another name)");
        }
        if (opening == SweepOpening::replaced) {
            remove_there();
        } else {
            check_there(manifest);
        }
    }
    make_folder(shards_path());
    make_folder((fs::path(path_) / failed_folder).string());
    write_whole((fs::path(path_) / design_file).string(), design_csv(plan));
    write_whole(manifest, sweep_manifest_text(plan, layout_));
}

std::string SweepFolder::shards_path() const {
    return (fs::path(path_) / shards_folder).string();
}

std::string SweepFolder::checkpoint_prefix() const {
    return (fs::path(path_) / checkpoints_folder / "").string();
}

void SweepFolder::remove_checkpoints() const {
    Checkpoints(checkpoint_prefix(), {}).remove_all();
    std::error_code error;
    fs::remove(fs::path(path_) / checkpoints_folder, error);  // unless it holds other things
}

void SweepFolder::check_there(const std::string& manifest) const {
    const SweepManifest there = read_manifest_file(manifest);
    require(there.program_version == program_version() && there.git_commit == git_commit(),
            fmt::format(
                "{}: was begun by version {} ({}), this is {} ({}); members of two programs "
                "cannot be mixed (--force begins anew)",
                path_, there.program_version, there.git_commit, program_version(), git_commit()));
    require(there.identity == layout_.identity,
            path_ + ": holds a sweep with other measures (--force begins anew)");
}

// Only what a sweep leaves; a folder may hold other things.
void SweepFolder::remove_there() const {
    std::error_code error;
    for (const char* name : {manifest_file, design_file, collected_name}) {
        fs::remove(fs::path(path_) / name, error);
    }
    for (const std::string& shard : files_in(shards_path(), ".h5")) {
        fs::remove(shard, error);
    }
    for (const std::string& file : files_in((fs::path(path_) / failed_folder).string(), ".txt")) {
        fs::remove(file, error);
    }
    remove_checkpoints();
}

SweepFolder::Finished SweepFolder::finished() const {
    Finished finished;
    for (const std::string& path : files_in(shards_path(), ".h5")) {
        const ShardContents contents = read_shard(path);
        require(contents.identity == layout_.identity,
                path + ": holds members of another sweep (--force begins anew)");
        for (const ShardRow& row : contents.rows) {
            finished.rows.try_emplace(row.key, finished.shards.size(), row.row);
        }
        finished.shards.push_back(path);
    }
    return finished;
}

void SweepFolder::write_failure(const SweepPlan& plan, const SweepMember& member,
                                const std::string& error) const {
    const std::string name = plan.key(member).name();
    write_whole((fs::path(path_) / failed_folder / (name + ".txt")).string(),
                fmt::format("member: {}\npoint: {}\nreplicate: {}\n{}\nerror: {}\n", name,
                            member.point, member.replicate, plan.point_text(member.point), error));
}

void SweepFolder::forget_failure(const SweepPlan& plan, const SweepMember& member) const {
    std::error_code error;
    fs::remove(fs::path(path_) / failed_folder / (plan.key(member).name() + ".txt"), error);
}

std::size_t SweepFolder::failures() const {
    return files_in((fs::path(path_) / failed_folder).string(), ".txt").size();
}

std::size_t SweepFolder::collect(const SweepPlan& plan, const Finished& finished,
                                 Collect how) const {
    const Experiment& experiment = plan.loaded().experiment;
    CollectedHeader header;
    header.attributes = {{"title", experiment.title},
                         {"program_version", std::string(program_version())},
                         {"git_commit", std::string(git_commit())},
                         {"data_hash", plan.loaded().scenarios.front().data_hash},
                         {"design", std::string(enum_name(experiment.design.kind))},
                         {"manifest", sweep_manifest_text(plan, layout_)}};
    header.points = plan.points().size();
    header.replicates = plan.replicates();
    std::vector<std::string> labels;
    for (const SweepPoint& point : plan.points()) {
        labels.push_back(experiment.scenarios[point.scenario]);
    }
    header.coordinates.push_back({"scenario", "1", "Scenario of the point.", std::move(labels)});
    for (std::size_t f = 0; f < experiment.factors.size(); ++f) {
        header.coordinates.push_back(coordinate_of(plan, f));
    }
    header.layout = layout_;
    std::vector<CollectedCell> cells;
    for (std::size_t p = 0; p < header.points; ++p) {
        for (std::uint32_t r = 0; r < header.replicates; ++r) {
            const auto found = finished.rows.find(plan.key({p, r}));
            if (found != finished.rows.end()) {
                const auto [shard, row] = found->second;
                cells.push_back({p * header.replicates + r, shard, row});
            }
        }
    }
    write_collected((fs::path(path_) / collected_name).string(), header, finished.shards, cells,
                    how);
    return cells.size();
}

}  // namespace sim
