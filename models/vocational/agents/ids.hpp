// SPDX-License-Identifier: Apache-2.0
// Row numbers of the model's tables, each a type of its own in the smallest representation that
// holds China at 1:1.
#pragma once

#include <cstdint>

#include "sim/core/id.hpp"

namespace vocational {

using PersonId = sim::Id<struct PersonTag, std::uint32_t>;
using SchoolId = sim::Id<struct SchoolTag, std::uint32_t>;
using ProgrammeId = sim::Id<struct ProgrammeTag, std::uint32_t>;
using FirmId = sim::Id<struct FirmTag, std::uint32_t>;
using CityId = sim::Id<struct CityTag, std::uint8_t>;
using ProvinceId = sim::Id<struct ProvinceTag, std::uint8_t>;
// Rows of tables over a product of categories: province × track and the like.
using TrackCellId = sim::Id<struct TrackCellTag, std::uint32_t>;
using LabourCellId = sim::Id<struct LabourCellTag, std::uint32_t>;
using JobCellId = sim::Id<struct JobCellTag, std::uint32_t>;

}  // namespace vocational
