// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/grid.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "sim/core/contract.hpp"

namespace sim::h5 {

namespace {

constexpr hsize_t rows_per_chunk = 16384;

// netCDF's mark of a dimension that has no coordinate variable.
std::string bare_scale_name(hsize_t size) {
    return fmt::format("This is a netCDF dimension but not a netCDF variable.{:>10}", size);
}

}  // namespace

std::string long_name(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

void describe(const Handle& dataset, const std::string& name, const std::string& unit,
              const std::string& description) {
    write_attribute(dataset, "units", unit);
    write_attribute(dataset, "long_name", long_name(name));
    if (!description.empty()) {
        write_attribute(dataset, "description", description);
    }
}

Grid::Grid(const Handle& file, const std::string& group, const std::string& description)
    : group_(group == "/" ? open_group(file, group) : create_group(file, group)) {
    if (!description.empty()) {
        write_attribute(group_, "description", description);
    }
}

const Grid::Axis& Grid::axis(const std::string& name) const {
    const auto found = std::find_if(axes_.begin(), axes_.end(),
                                    [&](const Axis& axis) { return axis.name == name; });
    if (found == axes_.end()) {
        throw ContractError(fmt::format("no axis '{}' in this group", name));
    }
    return *found;
}

void Grid::add_axis(const std::string& name, hsize_t size, Handle scale, bool growing) {
    make_scale(scale, growing ? bare_scale_name(size) : name);
    axes_.push_back({name, size, std::move(scale), growing});
}

void Grid::add_labels(const Dimension& dimension) {
    const hsize_t size = dimension.labels.size();
    Handle scale = create_dataset(group_, dimension.name, {.type = Type::text, .shape = {size}});
    write_texts(scale, dimension.labels);
    write_attribute(scale, "long_name", long_name(dimension.name));
    if (!dimension.doc.empty()) {
        write_attribute(scale, "description", dimension.doc);
    }
    if (!dimension.headline.empty()) {
        write_attribute(scale, headline_labels, dimension.headline);
    }
    add_axis(dimension.name, size, std::move(scale));
}

void Grid::add_integers(const std::string& name, const std::string& unit,
                        const std::string& description, const std::string& dim,
                        const std::vector<std::int64_t>& values) {
    const Handle dataset = add_variable({.name = name,
                                         .type = Type::int32,
                                         .dims = {dim},
                                         .unit = unit,
                                         .description = description});
    write_block(dataset, whole(dataset), values);
}

void Grid::add_times(const std::vector<Quarter>& times) {
    std::vector<double> numbers;
    std::vector<std::int64_t> years;
    std::vector<std::int64_t> quarters;
    for (const Quarter& time : times) {
        numbers.push_back(time.number());
        years.push_back(time.year());
        quarters.push_back(time.quarter());
    }
    const hsize_t size = times.size();
    Handle scale = create_dataset(group_, "time", {.type = Type::float64, .shape = {size}});
    describe(scale, "time", "a", "Quarter q of year y as y + (q - 1) / 4: 2024.75 is 2024Q4.");
    write_block(scale, whole(scale), numbers);
    add_axis("time", size, std::move(scale));
    add_integers("year", "a", "Calendar year.", "time", years);
    add_integers("quarter", "1", "Quarter of the calendar year, 1 to 4.", "time", quarters);
}

void Grid::add_replicates(int count) {
    add_count("replicate", static_cast<std::size_t>(count), "Number of the replicate, from 0.");
}

void Grid::add_count(const std::string& name, std::size_t count, const std::string& description) {
    std::vector<std::int64_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    Handle scale = create_dataset(group_, name, {.type = Type::int32, .shape = {count}});
    describe(scale, name, "1", description);
    write_block(scale, whole(scale), numbers);
    add_axis(name, count, std::move(scale));
}

void Grid::add_rows(const std::string& name, hsize_t size) {
    // Only its length counts; nothing is ever written to it.
    Handle scale = create_dataset(
        group_, name,
        {.type = Type::float32, .shape = {size}, .chunk = {rows_per_chunk}, .growing = true});
    add_axis(name, size, std::move(scale), true);
}

Handle Grid::add_variable(const GridVariable& variable) {
    Storage storage{.type = variable.type, .fill = variable.fill, .filter = variable.filter};
    for (const std::string& dim : variable.dims) {
        const Axis& along = axis(dim);
        storage.shape.push_back(along.size);
        storage.growing = storage.growing || along.growing;
    }
    SIM_EXPECT(!storage.growing || variable.dims.size() == 1);
    if (storage.growing) {
        storage.chunk = {rows_per_chunk};
    } else if (variable.split > 0) {
        storage.chunk = storage.shape;
        std::fill_n(storage.chunk.begin(), variable.split, 1);
    }
    return add_existing(variable, [&](const std::vector<hsize_t>&) {
        return create_dataset(group_, variable.name, storage);
    });
}

Handle Grid::add_existing(const GridVariable& variable,
                          const std::function<Handle(const std::vector<hsize_t>&)>& create) {
    std::vector<hsize_t> shape;
    for (const std::string& dim : variable.dims) {
        shape.push_back(axis(dim).size);
    }
    Handle dataset = create(shape);
    for (std::size_t i = 0; i < variable.dims.size(); ++i) {
        attach_scale(dataset, i, axis(variable.dims[i]).scale);
    }
    describe(dataset, variable.name, variable.unit, variable.description);
    return dataset;
}

}  // namespace sim::h5
