// SPDX-License-Identifier: Apache-2.0
// The axes of outcomes after replicate and time, written once: which exist, and the combinations
// that outputs use.
#pragma once

#include <string>
#include <vector>

#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/agents/index_part.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/schools/practice_centre.hpp"
#include "sim/output/dimension.hpp"

namespace vocational {

namespace dims {

inline std::vector<std::string> region() {
    return {"region"};
}
inline std::vector<std::string> region_track() {
    return {"region", "track"};
}
inline std::vector<std::string> city_track() {
    return {"city", "track"};
}
inline std::vector<std::string> region_level() {
    return {"region", "level"};
}
inline std::vector<std::string> region_job_level() {
    return {"region", "job_level"};
}
inline std::vector<std::string> region_years_track() {
    return {"region", "years", "track"};
}
inline std::vector<std::string> region_sector() {
    return {"region", "sector"};
}

}  // namespace dims

// Kinds of training contract, without `none`.
inline sim::Dimension contract_kind_dimension() {
    const auto& names = sim::enum_names<ContractKind>;
    return {"contract_kind",
            std::vector<std::string>(names.begin() + 1, names.end()),
            "Kind of training contract.",
            {}};
}

// Every axis that outcomes have; `provinces`, `cities` and `sectors` are labels from data.
inline std::vector<sim::Dimension> outcome_dimensions(
    const std::vector<std::string>& provinces, const std::vector<std::string>& cities,
    const std::vector<std::string>& sectors, const std::vector<std::string>& instruments = {}) {
    sim::Dimension track =
        sim::dimension_of<Track>("track", "Kind of school; a rung of the ladder.");
    for (const Track vocational : vocational_tracks) {
        track.headline.emplace_back(sim::enum_name(vocational));
    }
    std::vector<sim::Dimension> list{
        {"region", provinces, "Province.", {}},
        {"city", cities, "Synthetic city, numbered within its province.", {}},
        track,
        sim::dimension_of<Field>("field", "Major class of vocational education, and general."),
        {"sector", sectors, "Sector of the economy.", {}},
        sim::dimension_of<Sex>("sex", "Sex."),
        sim::dimension_of<Hukou>("hukou", "Household registration."),
        {"ses", {"1", "2", "3", "4", "5"}, "Fifth of family socio-economic status.", {}},
        sim::dimension_of<Level>("level", "Level of attainment."),
        sim::dimension_of<JobLevel>("job_level", "Level of a job."),
        contract_kind_dimension(),
        {"years", career_year_labels(), "Years since completion.", {}},
        {"age", age_band_labels(), "Age in completed years.", {}},
        sim::dimension_of<Entry>("route", "By which door people enter a track."),
        sim::dimension_of<CentreUser>("centre_user", "Who uses a practice centre."),
        {"instrument", instruments, "Instrument of policy.", {}}};
    for (const Index index : {Index::quality, Index::adaptability, Index::attractiveness}) {
        list.push_back({std::string(sim::enum_name(index)) + "_part",
                        part_names(index),
                        "Part of the headline index.",
                        {}});
    }
    return list;
}

}  // namespace vocational
