// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/vocational/labour/labour_world.hpp"

#include <gtest/gtest.h>

#include "models/vocational/agents/policy_levers.hpp"

namespace vocational::testing {

namespace {

using Cells = std::vector<std::vector<std::string>>;

// Rows of cells in the order of the table's columns.
void fill(sim::DataTable& table, const Cells& rows) {
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            EXPECT_TRUE(table.columns()[c]->append(row[c])) << table.file() << ": " << row[c];
        }
    }
    table.filled(rows.size());
}

void fill_sectors(Data& data) {
    fill(data.sectors, {{"agriculture", "agriculture", "1", "5", "0.95"},
                        {"manufacturing", "manufacturing", "1", "50", "0"},
                        {"services", "services", "1", "10", "0.5"}});
    fill(data.sector_jobs, {{"agriculture", "elementary", "0.97"},
                            {"agriculture", "skilled_worker", "0.03"},
                            {"manufacturing", "elementary", "0.4"},
                            {"manufacturing", "skilled_worker", "0.4"},
                            {"manufacturing", "technician", "0.1"},
                            {"manufacturing", "professional", "0.1"},
                            {"services", "elementary", "0.75"},
                            {"services", "skilled_worker", "0.25"}});
    fill(data.sector_fields, {{"agriculture", "agriculture", "1"},
                              {"manufacturing", "equipment_manufacturing", "0.8"},
                              {"manufacturing", "finance_commerce", "0.2"},
                              {"services", "finance_commerce", "1"}});
    Cells local;
    for (const std::string province : {"North", "South"}) {
        local.push_back({province, "agriculture", "3000", "40000"});
        local.push_back({province, "manufacturing", "2000", "100000"});
        local.push_back({province, "services", "2000", "60000"});
    }
    fill(data.province_sectors, local);
    fill(data.employment_years, {{"2019", "agriculture", "8000", "40000"},
                                 {"2020", "agriculture", "6000", "40000"},
                                 {"2020", "manufacturing", "4000", "100000"},
                                 {"2020", "services", "4000", "60000"}});
}

Records make_records(double rate) {
    Data data;
    fill(data.provinces, {{"North", "5000", "100000", "0.5"}, {"South", "5000", "50000", "0.5"}});
    fill_sectors(data);
    Cells rates;
    for (const std::string sex : {"female", "male"}) {
        for (const std::string hukou : {"rural", "urban"}) {
            rates.push_back({"15", "59", sex, hukou, std::to_string(rate)});
        }
    }
    fill(data.participation, rates);
    fill(data.origins, {{"farm_income_2022", "24000"},
                        {"own_account_income_share", "0.8"},
                        {"unemployment_rate_for_participation", "0.05"}});
    sim::Problems problems;
    Records records(data, 0.5, problems);
    problems.throw_if_any();
    return records;
}

}  // namespace

LabourWorld::LabourWorld(std::uint32_t people_per_cell, const std::vector<FirmSpec>& list,
                         double rate)
    : records(make_records(rate)),
      provinces(world.add<ProvinceTable>()),
      cities(world.add<CityTable>()),
      persons(world.add<PersonTable>()),
      firms(world.add<FirmTable>()),
      cells(world.add<JobCellTable>()),
      wages(params.wage, params.structures, world),
      executor(sim::make_executor(sim::Backend::serial, 1)) {
    setting.scale = 10.0;
    setting.base_year = 2020;
    setting.seed = 7;
    setting.province_of = {ProvinceId(0), ProvinceId(0), ProvinceId(1)};
    setting.cities_of = {{0, 2}, {2, 3}};
    // Who leaves a city goes to the next one.
    setting.pull = {0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0};
    constexpr int births = 240 - 60;  // everybody aged 15 to 59
    setting.cohorts =
        CohortIndex(now - 239, testing::cities,
                    std::vector<std::uint32_t>(births * testing::cities, people_per_cell));
    provinces.reserve(2);
    provinces.append(2);
    cities.reserve(testing::cities);
    cities.append(testing::cities);
    for (std::size_t city = 0; city < testing::cities; ++city) {
        cities.province[city] = setting.province_of[city];
        cities.share[city] = city == 2 ? 1.0 : 0.5;
        setting.firms_in.push_back({});
    }
    persons.reserve(setting.cohorts.rows());
    persons.append(setting.cohorts.rows());
    for (std::size_t row = 0; row < persons.end_row(); ++row) {
        persons.state[row] = State::inactive;
        persons.origin[row] = Origin(Sex::male, Hukou::rural);
        persons.attained[row] = Attained::lower_secondary;
        persons.present_city[row] = setting.cohorts.segment_of(row).home;
    }
    firms.reserve(list.size());
    firms.append(list.size());
    for (std::size_t f = 0; f < list.size(); ++f) {
        firms.city[f] = CityId(list[f].city);
        firms.sector[f] = list[f].sector;
        firms.is_pool[f] = list[f].is_pool ? 1 : 0;
        firms.size_share[f] = list[f].size_share;
        firms.wanted[f] = list[f].wanted;
        RowRange& range = setting.firms_in[list[f].city];
        range.begin = range.size() == 0 ? static_cast<std::uint32_t>(f) : range.begin;
        range.end = static_cast<std::uint32_t>(f + 1);
    }
    add_firm_tables(world);
    add_career_tables(world);
    fill_career_tables(world, 2);
    auto& nation = world.add<NationTable>();
    nation.reserve(1);
    nation.append(1);
    fill_firm_tables(world,
                     {2, testing::cities, records.sectors(), list.size(), testing::programmes});
    cells.reserve(testing::cities * occupations);
    cells.append(testing::cities * occupations);
    auto& market_cells = world.add<MarketCellTable>();
    market_cells.reserve(testing::cities * occupations);
    market_cells.append(testing::cities * occupations);
    add_market_tables(world);
    fill_market_tables(world, 2, testing::cities);
    add_lever_tables(world);
    fill_lever_tables(world, {2, 3, records.sectors(), 0, 0});
    wages.prepare(setting, records);
}

void LabourWorld::employ(std::size_t row, std::size_t firm, Occupation occupation, double wage) {
    start_job({persons.state.data(), persons.link.data(), persons.duration.data(),
               persons.occupation.data(), persons.wage.data(), persons.specific_skill.data(),
               persons.firm_bound.data(), firms.headcount.data()},
              row, FirmId(firm), occupation, wage);
}

std::size_t LabourWorld::count(State state) const {
    std::size_t people = 0;
    for (std::size_t row = persons.first_row(); row < persons.end_row(); ++row) {
        people += persons.state[row] == state ? 1U : 0U;
    }
    return people;
}

std::size_t LabourWorld::wrong_headcounts() const {
    std::vector<std::int32_t> linked(firms.end_row(), 0);
    for (std::size_t row = persons.first_row(); row < persons.end_row(); ++row) {
        if (persons.state[row] == State::employed) {
            ++linked[persons.link[row].firm().row()];
        }
    }
    std::size_t wrong = 0;
    for (std::size_t f = 0; f < linked.size(); ++f) {
        wrong += linked[f] != firms.headcount[f] ? 1U : 0U;
    }
    return wrong;
}

void LabourWorld::use_threads(int threads) {
    executor = threads == 0 ? sim::make_executor(sim::Backend::serial, 1)
                            : sim::make_executor(sim::Backend::tbb, threads);
}

}  // namespace vocational::testing
