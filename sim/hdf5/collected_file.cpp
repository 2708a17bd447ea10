// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/collected_file.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/hdf5/grid.hpp"
#include "sim/hdf5/temporary_file.hpp"
#include "sim/hdf5/virtual_dataset.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

// A library of this age looks up thousands of pieces slowly.
constexpr std::size_t most_pieces = 20'000;

// Cells from `first_cell` on that lie in rows from `first_row` on.
struct Stretch {
    std::size_t shard, first_row, first_cell, length;
};

std::vector<Stretch> stretches_of(std::vector<CollectedCell> cells) {
    std::sort(cells.begin(), cells.end(),
              [](const CollectedCell& a, const CollectedCell& b) { return a.cell < b.cell; });
    std::vector<Stretch> stretches;
    for (const CollectedCell& cell : cells) {
        if (!stretches.empty()) {
            Stretch& last = stretches.back();
            if (cell.shard == last.shard && cell.row == last.first_row + last.length &&
                cell.cell == last.first_cell + last.length) {
                ++last.length;
                continue;
            }
        }
        stretches.push_back({cell.shard, cell.row, cell.cell, 1});
    }
    return stretches;
}

// A stretch as rectangles of whole points, with a piece of a point before and behind.
void append_rectangles(const Stretch& stretch, std::size_t replicates, const std::string& file,
                       std::vector<h5::VirtualPart>& parts) {
    std::size_t done = 0;
    while (done < stretch.length) {
        const std::size_t cell = stretch.first_cell + done;
        const std::size_t left = stretch.length - done;
        const std::size_t at = cell % replicates;
        const bool whole = at == 0 && left >= replicates;
        const std::size_t points = whole ? left / replicates : 1;
        const std::size_t width = whole ? replicates : std::min(left, replicates - at);
        parts.push_back(
            {file, stretch.first_row + done, points * width, cell / replicates, points, at, width});
        done += points * width;
    }
}

class CollectedWriter {
  public:
    CollectedWriter(const std::string& path, const CollectedHeader& header,
                    const std::vector<std::string>& shards, const std::vector<CollectedCell>& cells)
        : path_(path), header_(header), shards_(shards), cells_(cells) {}

    void write(const std::string& name, Collect how) {
        h5::Handle file = h5::create_file(name);
        h5::write_attribute(file, "filetype", std::string("tandem sweep"));
        for (const auto& [key, text] : header_.attributes) {
            h5::write_attribute(file, key, text);
        }
        h5::Grid grid(file, "/", {});
        grid.add_count("point", header_.points, "Number of the point of the design, from 0.");
        grid.add_count("replicate", header_.replicates, "Number of the replicate, from 0.");
        for (const Dimension& dimension : header_.layout.dimensions) {
            grid.add_labels(dimension);
        }
        if (!header_.layout.times.empty()) {
            grid.add_times(header_.layout.times);
        }
        for (const PointCoordinate& coordinate : header_.coordinates) {
            write_coordinate(grid, coordinate);
        }
        write_present(grid);
        for (const MemberVariable& variable : header_.layout.variables) {
            write_variable(grid, variable, how);
        }
        write_variable(grid,
                       {shard_seconds, "s", "Time that the member took, on the machine it ran on."},
                       how);
        file.close();
    }

  private:
    static void write_coordinate(h5::Grid& grid, const PointCoordinate& coordinate) {
        const auto* texts = std::get_if<std::vector<std::string>>(&coordinate.values);
        const auto* integers = std::get_if<std::vector<std::int64_t>>(&coordinate.values);
        h5::GridVariable variable{.name = coordinate.name,
                                  .dims = {"point"},
                                  .unit = coordinate.unit,
                                  .description = coordinate.doc};
        if (texts != nullptr) {
            variable.type = h5::Type::text;
        } else if (integers != nullptr) {
            variable.type = h5::Type::int64;
        }
        const h5::Handle dataset = grid.add_variable(variable);
        if (texts != nullptr) {
            h5::write_texts(dataset, *texts);
        } else if (integers != nullptr) {
            h5::write_block(dataset, h5::whole(dataset), *integers);
        } else {
            h5::write_block(dataset, h5::whole(dataset),
                            std::get<std::vector<double>>(coordinate.values));
        }
    }

    void write_present(h5::Grid& grid) const {
        std::vector<std::int64_t> present(header_.points * header_.replicates, 0);
        for (const CollectedCell& cell : cells_) {
            present[cell.cell] = 1;
        }
        const h5::Handle dataset =
            grid.add_variable({.name = "present",
                               .type = h5::Type::uint8,
                               .dims = {"point", "replicate"},
                               .description = "1 where the member is finished."});
        h5::write_block(dataset, h5::whole(dataset), present);
    }

    std::string coordinate_names() const {
        std::string names;
        for (const PointCoordinate& coordinate : header_.coordinates) {
            names += (names.empty() ? "" : " ") + coordinate.name;
        }
        return names;
    }

    void write_variable(h5::Grid& grid, const MemberVariable& variable, Collect how) {
        h5::GridVariable made{.name = variable.name,
                              .dims = {"point", "replicate"},
                              .unit = variable.unit,
                              .description = variable.doc,
                              .split = variable.cells > 1 ? 1U : 0U,
                              .fill = h5::Fill::missing};
        made.dims.insert(made.dims.end(), variable.dims.begin(), variable.dims.end());
        const h5::Handle dataset =
            how == Collect::by_copy
                ? grid.add_variable(made)
                : grid.add_existing(made, [&](const std::vector<hsize_t>& shape) {
                      return refer(grid.group(), variable, shape);
                  });
        h5::write_attribute(dataset, "coordinates", coordinate_names());
        if (how == Collect::by_copy) {
            h5::write_block(dataset, h5::whole(dataset), gathered(variable));
        }
    }

    h5::Handle refer(const h5::Handle& group, const MemberVariable& variable,
                     const std::vector<hsize_t>& shape) const {
        std::vector<h5::VirtualPart> parts;
        std::vector<hsize_t> rows;
        const std::vector<hsize_t> shard_rows = rows_of_shards();
        for (const Stretch& stretch : stretches_of(cells_)) {
            const std::string file = fs::path(shards_[stretch.shard])
                                         .lexically_relative(fs::path(path_).parent_path())
                                         .generic_string();
            append_rectangles(stretch, header_.replicates, file, parts);
            rows.resize(parts.size(), shard_rows[stretch.shard]);
        }
        if (parts.size() > most_pieces) {
            throw h5::Failure(
                fmt::format("the sweep lies in {} pieces, too many to look up; --pack "
                            "copies them",
                            parts.size()));
        }
        return h5::create_virtual(group, variable.name, shape, parts, rows);
    }

    std::vector<hsize_t> rows_of_shards() const {
        std::vector<hsize_t> rows;
        for (const std::string& shard : shards_) {
            const h5::Handle file = h5::open_file(shard, h5::Access::read);
            rows.push_back(h5::shape_of(h5::open_dataset(file, "done")).front());
        }
        return rows;
    }

    std::vector<double> gathered(const MemberVariable& variable) const {
        std::vector<std::size_t> used(shards_.size(), 0);
        for (const CollectedCell& cell : cells_) {
            used[cell.shard] = std::max(used[cell.shard], cell.row + 1);
        }
        std::vector<std::vector<double>> values;
        for (std::size_t s = 0; s < shards_.size(); ++s) {
            values.push_back(read_shard_variable(shards_[s], variable.name, used[s]));
        }
        std::vector<double> all(header_.points * header_.replicates * variable.cells,
                                std::numeric_limits<double>::quiet_NaN());
        for (const CollectedCell& cell : cells_) {
            const auto from =
                values[cell.shard].begin() + static_cast<std::ptrdiff_t>(cell.row * variable.cells);
            std::copy_n(from, variable.cells,
                        all.begin() + static_cast<std::ptrdiff_t>(cell.cell * variable.cells));
        }
        return all;
    }

    const std::string& path_;
    const CollectedHeader& header_;
    const std::vector<std::string>& shards_;
    const std::vector<CollectedCell>& cells_;
};

}  // namespace

void write_collected(const std::string& path, const CollectedHeader& header,
                     const std::vector<std::string>& shards,
                     const std::vector<CollectedCell>& cells, Collect how) {
    SIM_EXPECT(header.points > 0 && header.replicates > 0);
    TemporaryFile temporary(path);
    h5::with_path(
        path, [&] { CollectedWriter(path, header, shards, cells).write(temporary.name(), how); });
    temporary.keep();
}

}  // namespace sim
