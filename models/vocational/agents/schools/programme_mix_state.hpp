// SPDX-License-Identifier: Apache-2.0
// What the mix of fields is built on: demand by province, job level and field, and the places that
// the reference year's demand went with.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

using FieldDemandId = sim::Id<struct FieldDemandTag, std::uint32_t>;

// Province × job level × field.
struct FieldDemandTable final : sim::Table {
    SIM_TABLE(FieldDemandTable, FieldDemandId, "field_demand",
              "Province × job level × field: vacancies, averaged over years.");
    SIM_COLUMN(double, vacancies, sim::unit::jobs, "Moving mean of vacancies before matching.");
    SIM_COLUMN(double, reference, sim::unit::share,
               "Field's share of the vacancies of its level in the reference year.");
};

constexpr FieldDemandId field_demand(ProvinceId province, JobLevel level, Field field) {
    return FieldDemandId((province.row() * job_levels + sim::index_of(level)) * fields +
                         sim::index_of(field));
}

// The jobs that a track trains for.
constexpr JobLevel job_level_of(Track track) {
    switch (level_of(track)) {
        case Level::associate:
            return JobLevel::technician;
        case Level::bachelor:
            return JobLevel::professional;
        default:
            return JobLevel::skilled_worker;
    }
}

struct ProgrammeMixTable final : sim::Table {
    SIM_TABLE(ProgrammeMixTable, ProgrammeId, "programme_mix",
              "Programme: places in the reference year.");
    SIM_COLUMN(float, reference_share, sim::unit::share,
               "Share of the school's seats in the reference year.");
};

}  // namespace vocational
