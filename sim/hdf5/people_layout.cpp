// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/people_layout.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/hdf5/grid.hpp"

namespace sim {

namespace {

constexpr std::size_t leading = 2;  // scenario and replicate

const char* meaning(People kind) {
    switch (kind) {
        case People::gainers:
            return "People who are better off than the same person under the base.";
        case People::losers:
            return "People who are worse off than the same person under the base.";
        case People::unchanged:
            return "People who are as well off as the same person under the base, within the "
                   "outcome's tolerance.";
        case People::not_compared:
            return "People who do not have the outcome under both.";
    }
    return "";
}

h5::Handle dataset_of(const h5::Handle& file, std::size_t kind) {
    return h5::open_dataset(
        file, std::string(people_group) + '/' + std::string(enum_names<People>[kind]));
}

h5::Block place(const h5::Handle& dataset, std::size_t alternative, std::size_t replicate) {
    SIM_EXPECT(alternative > 0);
    return h5::slab(dataset, {alternative - 1, replicate});
}

}  // namespace

void create_people(const h5::Handle& file, const ResultHeader& header, Status status) {
    if (header.people.empty()) {
        return;
    }
    SIM_EXPECT(has_scenario_axis(header));
    h5::Grid grid(file, people_group,
                  "Winners and losers: each person against the same person under the base in the "
                  "same replicate, at the end of the run.");
    grid.add_labels({"scenario",
                     std::vector<std::string>(header.scenarios.begin() + 1, header.scenarios.end()),
                     "Alternatives, each compared with " + header.scenarios.front() + '.',
                     {}});
    grid.add_replicates(header.replicates);
    std::vector<std::string> dims{"scenario", "replicate"};
    for (const Dimension& dimension : header.people) {
        grid.add_labels(dimension);
        dims.push_back(dimension.name);
    }
    const bool has_gaps = status == Status::partial;
    for (std::size_t kind = 0; kind < enum_size<People>; ++kind) {
        const h5::Handle dataset =
            grid.add_variable({.name = std::string(enum_names<People>[kind]),
                               .type = h5::Type::int64,
                               .dims = dims,
                               .unit = std::string(unit::persons.symbol),
                               .description = meaning(static_cast<People>(kind)),
                               .split = leading,
                               .fill = has_gaps ? h5::Fill::missing : h5::Fill::zero});
        if (has_gaps) {
            h5::write_attribute(dataset, "_FillValue", h5::stored_type(h5::Type::int64),
                                {h5::least_value(h5::Type::int64)});
        }
    }
}

void write_people(const h5::Handle& file, std::size_t alternative, std::size_t replicate,
                  const PeopleCounts& counts) {
    for (std::size_t kind = 0; kind < enum_size<People>; ++kind) {
        const h5::Handle dataset = dataset_of(file, kind);
        h5::write_block(dataset, place(dataset, alternative, replicate), counts.of[kind]);
    }
}

PeopleCounts read_people(const h5::Handle& file, std::size_t alternative, std::size_t replicate) {
    PeopleCounts counts;
    for (std::size_t kind = 0; kind < enum_size<People>; ++kind) {
        const h5::Handle dataset = dataset_of(file, kind);
        counts.of[kind] = h5::read_integers(dataset, place(dataset, alternative, replicate));
        const auto missing = h5::least_value(h5::Type::int64);
        if (std::find(counts.of[kind].begin(), counts.of[kind].end(), missing) !=
            counts.of[kind].end()) {
            return {};
        }
    }
    return counts;
}

std::vector<Dimension> read_people_axes(const h5::Handle& file) {
    if (!h5::has_link(file, people_group)) {
        return {};
    }
    const h5::Handle first = dataset_of(file, 0);
    std::vector<Dimension> axes;
    for (std::size_t axis = leading; axis < h5::shape_of(first).size(); ++axis) {
        const std::string name = h5::dimension_name(first, axis);
        const h5::Handle scale = h5::open_dataset(file, std::string(people_group) + '/' + name);
        axes.push_back({name, h5::read_texts(scale), h5::read_text(scale, "description"), {}});
    }
    return axes;
}

}  // namespace sim
