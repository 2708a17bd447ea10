// SPDX-License-Identifier: Apache-2.0
// Reads result files back. Whatever a damaged or foreign file holds ends in an exception that names
// the file, never in a crash.
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <limits>

#include <fmt/format.h>
#include <sys/stat.h>

#include "sim/core/error.hpp"
#include "sim/core/text.hpp"
#include "sim/hdf5/grid.hpp"
#include "sim/hdf5/h5_dataset.hpp"
#include "sim/hdf5/layout.hpp"
#include "sim/hdf5/layout_version.hpp"
#include "sim/hdf5/people_layout.hpp"

namespace sim {

namespace {

constexpr double quarters_per_year = 4.0;

void require_same_major(const std::string& path, const std::string& version) {
    const auto major = parse_integer(version.substr(0, version.find('.')));
    require(major.has_value(), fmt::format("{}: unreadable format version '{}'", path, version));
    require(*major == result_format_major,
            fmt::format("{}: format version {} cannot be read (this program reads version {}.x)",
                        path, version, result_format_major));
}

// Opens a file that is ours and of our major version.
h5::Handle open_result(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        throw IoError(fmt::format("{}: cannot read the file ({})", path, std::strerror(errno)));
    }
    if (S_ISDIR(status.st_mode)) {
        throw IoError(path + ": cannot read the file (it is a folder)");
    }
    if (H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0 && H5Fis_hdf5(path.c_str()) == 0) {
        throw UserError(path + ": not a result file (expected HDF5)");
    }
    h5::Handle file = h5::open_file(path, h5::Access::read);
    const h5::Handle root = h5::open_group(file, "/");
    const bool is_ours =
        h5::has_attribute(root, "filetype") && h5::read_text(root, "filetype") == result_filetype;
    require(is_ours, fmt::format("{}: not a result file (expected attribute filetype '{}')", path,
                                 result_filetype));
    require_same_major(path, h5::read_text(root, "format_version"));
    return file;
}

std::vector<Quarter> read_times(const h5::Handle& file, const std::string& path) {
    const h5::Handle dataset = h5::open_dataset(file, path);
    std::vector<Quarter> times;
    for (const double number : h5::read_doubles(dataset, h5::whole(dataset))) {
        times.push_back(
            Quarter::from_index(static_cast<int>(std::lround(number * quarters_per_year))));
    }
    return times;
}

std::string text_or_nothing(const h5::Handle& object, const std::string& name) {
    return h5::has_attribute(object, name) ? h5::read_text(object, name) : std::string();
}

std::vector<std::string> dims_of(const h5::Handle& dataset) {
    std::vector<std::string> dims;
    for (std::size_t axis = 0; axis < h5::shape_of(dataset).size(); ++axis) {
        dims.push_back(h5::dimension_name(dataset, axis));
    }
    return dims;
}

// Fills dimensions and variables; the symbols of units go to `symbols`, in the same order.
void read_outcomes(const h5::Handle& file, ResultHeader& header,
                   std::vector<std::string>& symbols) {
    const h5::Handle group = h5::open_group(file, "outcomes");
    for (const std::string& name : h5::dataset_names(group)) {
        const h5::Handle dataset = h5::open_dataset(group, name);
        if (h5::is_scale(dataset)) {
            if (name == "scenario") {
                header.scenarios = h5::read_texts(dataset);
            } else if (name == "replicate") {
                header.replicates = static_cast<int>(h5::shape_of(dataset).front());
            } else if (name != "time") {
                header.dimensions.push_back({name, h5::read_texts(dataset),
                                             text_or_nothing(dataset, "description"),
                                             h5::has_attribute(dataset, h5::headline_labels)
                                                 ? h5::read_texts(dataset, h5::headline_labels)
                                                 : std::vector<std::string>{}});
            }
            continue;
        }
        std::vector<std::string> dims = dims_of(dataset);
        const auto time = std::find(dims.begin(), dims.end(), "time");
        if (time == dims.begin() || time == dims.end()) {
            continue;  // a companion of an axis
        }
        header.variables.push_back({name,
                                    unit::none,
                                    {time + 1, dims.end()},
                                    text_or_nothing(dataset, "description"),
                                    h5::is_integer(dataset),
                                    h5::has_attribute(dataset, "headline"),
                                    text_or_nothing(dataset, "base")});
        symbols.push_back(h5::read_text(dataset, "units"));
    }
}

std::vector<ParameterRow> read_parameters(const h5::Handle& file) {
    if (!h5::has_link(file, "parameters")) {
        return {};
    }
    const h5::Handle group = h5::open_group(file, "parameters");
    const auto texts = [&](const char* name) {
        return h5::read_texts(h5::open_dataset(group, name));
    };
    const auto names = texts("parameter");
    const auto values = texts("value");
    const auto units = texts("unit");
    const auto ranges = texts("range");
    const auto marks = texts("mark");
    const auto sources = texts("source");
    const auto docs = texts("description");
    std::vector<ParameterRow> rows;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char mark = marks.at(i).empty() ? ' ' : marks[i].front();
        rows.push_back(
            {names[i], values.at(i), units.at(i), ranges.at(i), mark, sources.at(i), docs.at(i)});
    }
    return rows;
}

ResultHeader read_header(const h5::Handle& file, const h5::Handle& root) {
    ResultHeader header;
    header.scenario_text = h5::read_text(root, "scenario");
    header.scenario_hash = h5::read_text(root, "scenario_hash");
    header.data_hash = h5::read_text(root, "data_hash");
    header.seed = h5::read_unsigned(root, "seed");
    header.scale = h5::read_integer(root, "scale");
    header.build = text_or_nothing(root, build_attribute);
    header.command = h5::read_text(root, "command");
    header.analysis = text_or_nothing(root, "analysis");
    if (h5::has_attribute(root, "scenario_label")) {
        header.scenarios = {h5::read_text(root, "scenario_label")};
    }
    header.times = read_times(file, "outcomes/time");
    header.hash_times = read_times(file, "state_hash/time");
    auto symbols = std::make_shared<std::vector<std::string>>();
    read_outcomes(file, header, *symbols);
    for (std::size_t i = 0; i < symbols->size(); ++i) {
        header.variables[i].unit = Unit{(*symbols)[i]};
    }
    header.unit_symbols = std::move(symbols);
    if (h5::has_link(file, "accounts")) {
        header.accounts = h5::read_texts(h5::open_dataset(file, "accounts/account"));
    }
    header.people = read_people_axes(file);
    header.parameters = read_parameters(file);
    return header;
}

void read_replicates(const h5::Handle& file, ResultSummary& summary) {
    const std::size_t scenarios = std::max<std::size_t>(summary.header.scenarios.size(), 1);
    const h5::Handle flags = h5::open_dataset(file, "outcomes/replicate_complete");
    const h5::Handle hash = h5::open_dataset(file, "state_hash/hash");
    for (std::size_t s = 0; s < scenarios; ++s) {
        std::vector<bool> there;
        std::vector<std::vector<std::uint64_t>> hashes;
        for (int r = 0; r < summary.header.replicates; ++r) {
            const auto at = leading_index(summary.header, s, static_cast<std::size_t>(r));
            there.push_back(h5::read_integers(flags, h5::slab(flags, at)).front() != 0);
            hashes.push_back(h5::read_unsigneds(hash, h5::slab(hash, at)));
        }
        summary.complete.push_back(std::move(there));
        summary.hashes.push_back(std::move(hashes));
    }
}

// The values of a data set of /outcomes. Replicates that are not there are not touched: a crash may
// have left them half written.
std::vector<double> read_complete(const h5::Handle& file, const h5::Handle& dataset) {
    const h5::Handle flags = h5::open_dataset(file, "outcomes/replicate_complete");
    const std::vector<hsize_t> runs = h5::shape_of(flags);
    const std::vector<hsize_t> shape = h5::shape_of(dataset);
    const bool is_by_replicate = shape.size() > runs.size() &&
                                 std::equal(runs.begin(), runs.end(), shape.begin()) &&
                                 h5::dimension_name(dataset, runs.size() - 1) == "replicate";
    if (!is_by_replicate) {
        return h5::read_doubles(dataset, h5::whole(dataset));
    }
    const std::vector<std::int64_t> there = h5::read_integers(flags, h5::whole(flags));
    std::vector<double> values;
    for (std::size_t run = 0; run < there.size(); ++run) {
        const hsize_t replicates = runs.back();
        const auto at = runs.size() > 1 ? std::vector<hsize_t>{run / replicates, run % replicates}
                                        : std::vector<hsize_t>{run};
        const h5::Block block = h5::slab(dataset, at);
        if (there[run] != 0) {
            const std::vector<double> slab = h5::read_doubles(dataset, block);
            values.insert(values.end(), slab.begin(), slab.end());
        } else {
            values.resize(values.size() + h5::size_of(block),
                          std::numeric_limits<double>::quiet_NaN());
        }
    }
    return values;
}

}  // namespace

ResultSummary read_result(const std::string& path) {
    return h5::with_path(path, [&] {
        const h5::Handle file = open_result(path);
        const h5::Handle root = h5::open_group(file, "/");
        const Provenance provenance = read_provenance(file);
        ResultSummary summary;
        summary.program_version = provenance.program_version;
        summary.git_commit = provenance.git_commit;
        summary.dirty = provenance.dirty != 0;
        summary.format_version = h5::read_text(root, "format_version");
        summary.status = h5::read_text(root, "status");
        summary.created = provenance.created;
        summary.machine = provenance.machine;
        summary.header = read_header(file, root);
        read_replicates(file, summary);
        return summary;
    });
}

std::vector<double> read_outcome(const std::string& path, const std::string& name) {
    return h5::with_path(path, [&] {
        const h5::Handle file = open_result(path);
        const h5::Handle group = h5::open_group(file, "outcomes");
        const std::vector<std::string> names = h5::dataset_names(group);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            throw UserError(Problem{
                {path, 0, 0}, fmt::format("no outcome '{}'", name), {}, nearest_name(name, names)});
        }
        return read_complete(file, h5::open_dataset(group, name));
    });
}

}  // namespace sim
