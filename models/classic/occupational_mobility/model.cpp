// SPDX-License-Identifier: Apache-2.0
#include "models/classic/occupational_mobility/model.hpp"

#include <cmath>

#include <fmt/format.h>

#include "models/classic/classic.hpp"
#include "models/classic/occupational_mobility/labour.hpp"
#include "models/classic/occupational_mobility/market.hpp"
#include "models/classic/occupational_mobility/outputs.hpp"

namespace classic {

OccupationalMobility::OccupationalMobility()
    : Model("occupational_mobility",
            "Workers move between occupations: unemployment where demand and skills part ways.") {
    declare(params_.market);
    declare(params_.mobility);
    declare(params_.demand);
    world().add<WorkerTable>();
    world().add<OccupationTable>();
    schedule().add<Market>(params_, world());
    add_labour_market_outputs(output_list(), params_.market, world());
}

std::vector<sim::Dimension> OccupationalMobility::dimensions() const {
    sim::Dimension occupation{"occupation", {}, "Occupation of the present or last job.", {}};
    for (int number = 1; number <= params_.market.occupations; ++number) {
        occupation.labels.push_back(std::to_string(number));
    }
    return {occupation};
}

void OccupationalMobility::check(const sim::Scenario& scenario, sim::Problems& problems) const {
    if (scenario.scale != 1) {
        problems.add({{},
                      fmt::format("scale: 1:{} does not fit occupational_mobility", scenario.scale),
                      "1:1, because its workers stand for nobody else"});
    }
}

void OccupationalMobility::prepare(const sim::InitialContext&) {
    world().table<WorkerTable>().reserve(static_cast<std::size_t>(params_.market.workers()));
    world().table<OccupationTable>().reserve(
        static_cast<std::size_t>(params_.market.occupations()));
}

// Occupation i holds the workers from row i × workers ÷ occupations on; the first of them are the
// unemployed.
void OccupationalMobility::initialise(const sim::InitialContext&) {
    WorkerTable& workers = world().table<WorkerTable>();
    OccupationTable& occupations = world().table<OccupationTable>();
    const auto rows = static_cast<std::size_t>(params_.market.workers());
    const auto count = static_cast<std::size_t>(params_.market.occupations());
    workers.append(rows);
    occupations.append(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = i * rows / count;
        const std::size_t end = (i + 1) * rows / count;
        const auto size = static_cast<double>(end - begin);
        const auto jobless =
            static_cast<std::size_t>(std::llround(size * params_.market.initial_unemployment));
        for (std::size_t row = begin; row < end; ++row) {
            workers.occupation[row] = OccupationId(i);
            workers.spell[row] = row < begin + jobless ? 1 : 0;
        }
        occupations.unemployed[i] = static_cast<std::int64_t>(jobless);
        occupations.employed[i] = static_cast<std::int64_t>(end - begin - jobless);
        occupations.vacancies[i] = std::llround(size * params_.market.initial_vacancies);
    }
}

std::string OccupationalMobility::broken_invariant(const sim::Tick&) const {
    const WorkerTable& workers = world().table<WorkerTable>();
    const OccupationTable& occupations = world().table<OccupationTable>();
    std::vector<std::int64_t> employed(occupations.size(), 0);
    std::vector<std::int64_t> unemployed(occupations.size(), 0);
    for (std::size_t row = 0; row < workers.size(); ++row) {
        auto& counts = workers.spell[row] == 0 ? employed : unemployed;
        ++counts[workers.occupation[row].row()];
    }
    for (std::size_t i = 0; i < occupations.size(); ++i) {
        if (employed[i] != occupations.employed[i] || unemployed[i] != occupations.unemployed[i]) {
            return fmt::format(
                "occupation {} counts {} employed and {} unemployed but has {} and {}", i + 1,
                occupations.employed[i], occupations.unemployed[i], employed[i], unemployed[i]);
        }
        if (occupations.vacancies[i] < 0) {
            return fmt::format("occupation {} has {} vacancies", i + 1, occupations.vacancies[i]);
        }
    }
    return {};
}

std::unique_ptr<sim::Model> make_occupational_mobility() {
    return std::make_unique<OccupationalMobility>();
}

}  // namespace classic
