// SPDX-License-Identifier: Apache-2.0
// A small economy for tests of the labour side: two provinces with two and one cities, three
// sectors, as many people of each birth quarter and city as asked for, firms as listed. Everybody
// starts inactive, male, rural, with lower secondary schooling.
#pragma once

#include <memory>
#include <vector>

#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/market_cell.hpp"
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/firms/firm_tables.hpp"
#include "models/vocational/phases/end_job.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational::testing {

inline constexpr std::uint8_t agriculture = 0;
inline constexpr std::uint8_t manufacturing = 1;  // wages 100,000 in all provinces, no pools
inline constexpr std::uint8_t services = 2;       // half its jobs are pooled
inline constexpr std::size_t cities = 3;          // 0 and 1 in province 0, 2 in province 1
inline constexpr std::size_t programmes = 4;      // with room in tables of partners, else unused

struct FirmSpec {
    std::size_t city;
    std::uint8_t sector;
    bool is_pool;
    std::int32_t wanted;
    float size_share = 1.0F;
};

class LabourWorld {
  public:
    // Firms in order of city and sector. Participation is `rate` at all ages.
    LabourWorld(std::uint32_t people_per_cell, const std::vector<FirmSpec>& firms,
                double rate = 1.0);

    sim::Tick tick(sim::Quarter when) const { return {when, when, setting.seed, 0, *executor}; }

    // Binds the phase and runs it for one quarter.
    void run(sim::Phase& phase, sim::Quarter when) {
        phase.bind(world);
        phase.run(tick(when));
    }

    void employ(std::size_t row, std::size_t firm, Occupation occupation, double wage = 50'000.0);
    std::size_t count(State state) const;
    // Firms whose head count is not the number of persons linked to them.
    std::size_t wrong_headcounts() const;
    void use_threads(int threads);

    static constexpr sim::Quarter now{2020, 1};

    Params params;
    Records records;
    Setting setting;
    sim::World world;
    ProvinceTable& provinces;
    CityTable& cities;
    PersonTable& persons;
    FirmTable& firms;
    JobCellTable& cells;
    WageEquation wages;
    std::unique_ptr<sim::Executor> executor;
};

}  // namespace vocational::testing
