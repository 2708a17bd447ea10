// SPDX-License-Identifier: Apache-2.0
// /effects/people: who gains and who loses in each replicate of each alternative. Part of the fixed
// layout, so that a run that goes on keeps what was counted.
#pragma once

#include "sim/hdf5/layout.hpp"
#include "sim/output/portrait.hpp"

namespace sim {

inline constexpr const char* people_group = "effects/people";

// Nothing if the header compares nobody.
void create_people(const h5::Handle& file, const ResultHeader& header, Status status);
// `alternative` counts scenarios, of which the base is number 0.
void write_people(const h5::Handle& file, std::size_t alternative, std::size_t replicate,
                  const PeopleCounts& counts);
// Empty if they have not been written, or not to the end.
PeopleCounts read_people(const h5::Handle& file, std::size_t alternative, std::size_t replicate);
// ResultHeader::people.
std::vector<Dimension> read_people_axes(const h5::Handle& file);

}  // namespace sim
