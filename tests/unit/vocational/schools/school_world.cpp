// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/vocational/schools/school_world.hpp"

#include <gtest/gtest.h>

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/phases/quarter_ledger.hpp"
#include "models/vocational/population/school_resources.hpp"

namespace vocational::testing {

namespace {

using Cells = std::vector<std::vector<std::string>>;

constexpr double people_per_agent = 100.0;
constexpr std::size_t cities = 3;

void fill(sim::DataTable& table, const Cells& rows) {
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            EXPECT_TRUE(table.columns()[c]->append(row[c])) << table.file() << ": " << row[c];
        }
    }
    table.filled(rows.size());
}

// Every track: 40,000 students and 2,000 teachers in 10 schools, half of them in each province.
struct Recorded {
    Recorded() {
        fill(data.provinces,
             {{"North", "5000", "100000", "0.5"}, {"South", "5000", "50000", "0.5"}});
        Cells years;
        Cells local;
        Cells counts;
        Cells money;
        for (const std::string track :
             {"general_high", "secondary_vocational", "technical_school", "higher_vocational",
              "vocational_bachelor", "regular_bachelor"}) {
            years.push_back({"2022", track, "15000", "40000", "10000", "0", "0"});
            counts.push_back({track, "2022", "10", "2000"});
            money.push_back({track, "2022", "20000", "15000"});
            for (const std::string province : {"North", "South"}) {
                local.push_back({"2022", province, track, "7500", "20000"});
            }
        }
        fill(data.track_years, years);
        fill(data.province_tracks, local);
        fill(data.school_counts, counts);
        fill(data.finance, money);
        fill(data.province_finance, {{"North", "2"}, {"South", "1"}});
    }

    Data data;
};

template <class T>
T& rows(sim::World& world, std::size_t count) {
    T& table = world.add<T>();
    table.reserve(count);
    table.append(count);
    return table;
}

}  // namespace

SchoolWorld::SchoolWorld(const std::vector<SchoolSpec>& list)
    : schools(rows<SchoolTable>(world, list.size())),
      programmes(rows<ProgrammeTable>(world, 2 * list.size())),
      states(rows<SchoolStateTable>(world, list.size())),
      teaching(rows<TeachingTable>(world, 2 * list.size())),
      executor(sim::make_executor(sim::Backend::serial, 1)) {
    setting.scale = people_per_agent;
    setting.base_year = 2022;
    setting.seed = 5;
    setting.province_of = {ProvinceId(0), ProvinceId(0), ProvinceId(1)};
    setting.cities_of = {{0, 2}, {2, 3}};
    setting.ledger = {3, accounts, 1};
    setting.schools_in.assign(cities * tracks, {});
    setting.programmes_in.assign(2 * tracks, {});
    for (std::size_t s = 0; s < list.size(); ++s) {
        schools.city[s] = CityId(list[s].city);
        schools.track[s] = list[s].track;
        schools.weight[s] = list[s].weight;
        schools.seat_share[s] = 0.2F;  // of the 20,000 students of the province
        schools.first_programme[s] = static_cast<std::uint32_t>(2 * s);
        schools.programmes[s] = 2;
        RowRange& range = setting.schools_in[list[s].city * tracks + sim::index_of(list[s].track)];
        range.begin = range.size() == 0 ? static_cast<std::uint32_t>(s) : range.begin;
        range.end = static_cast<std::uint32_t>(s + 1);
        for (std::size_t i = 0; i < 2; ++i) {
            const std::size_t row = 2 * s + i;
            programmes.school[row] = SchoolId(s);
            programmes.field[row] =
                i == 0 ? Field::equipment_manufacturing : Field::finance_commerce;
            programmes.seat_share[row] = 0.5F;
            programmes.enrolled[row] = list[s].students;
            setting
                .programmes_in[setting.province_of[list[s].city].row() * tracks +
                               sim::index_of(list[s].track)]
                .push_back(static_cast<std::uint32_t>(row));
        }
    }
    auto& places = rows<CityTable>(world, cities);
    places.x[1] = 30.0;
    places.x[2] = 1000.0;
    rows<PersonTable>(world, 0);
    rows<TrackCellTable>(world, 2 * tracks);
    rows<LabourCellTable>(world, 2 * levels);
    rows<JobCellTable>(world, cities * occupations);
    rows<FirmStateTable>(world, 0);
    rows<GovernmentTable>(world, 3 + cities);
    rows<SchoolMoneyTable>(world, list.size());
    rows<FamilyCostTable>(world, 2 * tracks);
    rows<sim::FlowTable>(world, setting.ledger.cells());
    rows<sim::AccountTable>(world, accounts);
    const Recorded recorded;
    sim::Problems problems;
    records = Records(recorded.data, 0.5, problems);
    problems.throw_if_any();
    norms.prepare(recorded.data.finance, recorded.data.province_finance, records,
                  params.school_budget, 2022);
    add_wage_tables(world);
    fill_wage_tables(world, 2, 1);
    add_pathway_tables(world);
    fill_pathway_tables(world, 2, cities, list.size());
    add_school_tables(world);
    fill_school_tables(setting, params, records, norms, 2022, world);
    for (std::size_t s = 0; s < list.size(); ++s) {
        states.ownership[s] = Ownership::public_school;
    }
    std::fill_n(teaching.quality.data(), teaching.end_row(), 1.0F);
}

void SchoolWorld::populate() {
    std::vector<std::uint32_t> counts(cities, 0);
    for (std::size_t row = 0; row < programmes.end_row(); ++row) {
        const std::size_t city = schools.city[programmes.school[row].row()].row();
        counts[city] += static_cast<std::uint32_t>(programmes.enrolled[row]);
    }
    setting.cohorts = CohortIndex(sim::Quarter(2006, 1), cities, counts);
    auto& persons = world.table<PersonTable>();
    persons.reserve(setting.cohorts.rows());
    persons.append(setting.cohorts.rows());
    std::size_t person = 0;  // schools stand in order of city, and so do persons
    for (std::size_t row = 0; row < programmes.end_row(); ++row) {
        for (std::int32_t i = 0; i < programmes.enrolled[row]; ++i, ++person) {
            persons.state[person] = State::enrolled;
            persons.link[person] = Link(ProgrammeId(row));
        }
    }
}

namespace {

// A quarter's money of schools in proportion to students and the province's funding.
class Endowment final : public sim::Phase {
  public:
    explicit Endowment(SchoolWorld& world)
        : Phase("endowment", "Schools receive a quarter's money."),
          world_(world),
          desk_(*this, world.setting.ledger) {}

    void run(const sim::Tick&) override {
        for (std::size_t s = 0; s < world_.schools.end_row(); ++s) {
            const ProvinceId province = world_.setting.province_of[world_.schools.city[s].row()];
            std::int64_t agents = 0;
            for (std::uint32_t i = 0; i < world_.schools.programmes[s]; ++i) {
                agents += world_.programmes.enrolled[world_.schools.first_programme[s] + i];
            }
            const Track track = world_.schools.track[s];
            const std::int64_t yuan =
                std::llround(world_.norms.spending(track, 2022) *
                             world_.norms.relative_funding(province.row(), track) *
                             people_per_agent * static_cast<double>(agents) / 4.0);
            desk_.pay(flow(province, Account::household, Account::school), nullptr,
                      &balance_[SchoolId(s)], yuan);
            world_.states.income[s] = yuan;
        }
    }

  private:
    SchoolWorld& world_;
    sim::LedgerDesk desk_;
    sim::Scatter<&SchoolStateTable::balance> balance_{*this};
};

}  // namespace

void SchoolWorld::receive_money() {
    Endowment phase(*this);
    run(phase, later);
}

void SchoolWorld::open_ledger() {
    OpenLedger phase(setting);
    run(phase, later);
}

std::string SchoolWorld::close_ledger() {
    CloseLedger phase(setting);
    run(phase, later);
    return broken_account(setting,
                          {world.table<sim::AccountTable>(), world.table<GovernmentTable>(), states,
                           world.table<FirmStateTable>(), world.table<PracticeCentreTable>()});
}

}  // namespace vocational::testing
