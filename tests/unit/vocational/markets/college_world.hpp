// SPDX-License-Identifier: Apache-2.0
// Two provinces of one city each that differ in nothing but what a test gives them: a school of
// every kind in each, of one programme (general kinds) or two, and people of one age, 15 in 2019
// and through upper secondary in 2022. One agent is one person; everybody who may wants to go on.
#pragma once

#include <memory>
#include <stdexcept>

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/graduate_record.hpp"
#include "models/vocational/agents/schools/school_count.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/firms/firm_tables.hpp"
#include "models/vocational/invariants.hpp"
#include "models/vocational/population/seat_rules.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational::testing {

class CollegeWorld {
  public:
    static constexpr std::size_t cities = 2;
    static constexpr int entry_year = 2019;
    static constexpr int year = 2022;
    static constexpr sim::Quarter autumn{year, 3};
    // Recorded of every year and province: places at 15 and transfers of five-year students.
    static constexpr std::int32_t vocational_places = 100;
    static constexpr std::int32_t recorded_transfers = 20;

    explicit CollegeWorld(std::uint32_t people_a_city) : people_in_city(people_a_city) {
        for (sim::Param<double>* constant :
             {&params.choice.general_route, &params.choice.vocational_route,
              &params.choice.upgrading_route}) {
            constant->assign(20.0);
        }
        params.choice.secondary_vocational.assign(0.0);
        params.choice.no_school.assign(-12.0);
        setting.scale = 1.0;
        setting.seed = 17;
        setting.base_year = year;
        setting.first_year = entry_year;
        setting.province_of = {ProvinceId(0), ProvinceId(1)};
        setting.cities_of = {{0, 1}, {1, 2}};
        setting.college_appeal.assign(cities * cities, 0.0);
        std::vector<std::uint32_t> counts(4 * cities, 0);
        counts[0] = counts[1] = people_a_city;
        setting.cohorts = CohortIndex({entry_year - 16, 4}, cities, counts);
        build_schools();
        build_tables();
    }

    void run(sim::Phase& phase, sim::Quarter now = autumn) {
        phase.bind(world);
        phase.run(tick(now));
    }
    sim::Tick tick(sim::Quarter now) const {
        return {now, {setting.base_year, 3}, setting.seed, 0, *executor};
    }
    template <class Phase, class... Arguments>
    void run_new(sim::Quarter now, const Arguments&... arguments) {
        Phase phase(arguments...);
        run(phase, now);
    }
    // Ordinary seats of a city's school of that kind, half in each programme.
    void open(std::size_t city, Track track, std::int32_t seats) {
        const std::size_t cell = track_cell(ProvinceId(city), track).row();
        cells().seats[cell] = seats;
        cells().open_seats[cell] = seats;
        const std::size_t first = 2 * school(city, track);
        const bool has_two = schools().programmes[school(city, track)] == 2;
        programmes().seats[first] = has_two ? seats - seats / 2 : seats;
        programmes().seats[first + 1] = has_two ? seats / 2 : 0;
    }
    // The person has completed the track and seeks work.
    void complete(std::size_t row, Track track, int in = year) {
        persons().state[row] = State::unemployed;
        persons().attained[row] = attained_by(track);
        persons().completed[row] = static_cast<std::uint8_t>(sim::Quarter(in, 2).index());
        persons().path[row].start(track);
    }
    void enrol(std::size_t row, Track track, std::uint8_t quarters) {
        const ProgrammeId programme(2 * school(city_of(row), track));
        persons().state[row] = State::enrolled;
        persons().link[row] = Link(programme);
        persons().duration[row] = quarters;
        persons().path[row].start(track);
        ++programmes().enrolled[programme.row()];
        ++programmes().enrolled_before[programme.row()];
    }
    void employ(std::size_t row, JobLevel level = JobLevel::elementary) {
        persons().state[row] = State::employed;
        persons().link[row] = Link(FirmId(city_of(row)));
        persons().occupation[row] = Occupation::of(level, Field::general);
        persons().wage[row] = 50'000.0;
        ++firms().headcount[city_of(row)];
    }
    std::size_t city_of(std::size_t row) const {
        return setting.cohorts.segment_of(row).home.row();
    }
    std::size_t everybody() const { return cities * people_in_city; }
    static std::size_t school(std::size_t city, Track track) {
        return city * tracks + sim::index_of(track);
    }
    bool is_in(std::size_t row, Track track) {
        return persons().state[row] == State::enrolled &&
               schools().track[persons().link[row].programme().row() / 2] == track;
    }
    // Students of a kind of school in the nation; those of one home.
    std::int32_t students(Track track) {
        std::int32_t sum = 0;
        for (std::size_t city = 0; city < cities; ++city) {
            sum += programmes().enrolled[2 * school(city, track)] +
                   programmes().enrolled[2 * school(city, track) + 1];
        }
        return sum;
    }
    std::int32_t students_from(std::size_t city, Track track) {
        std::int32_t sum = 0;
        for (std::size_t row = 0; row < everybody(); ++row) {
            sum += city_of(row) == city && is_in(row, track) ? 1 : 0;
        }
        return sum;
    }
    // Words if somebody is in no state or in two, or a count is not that of its people.
    std::string broken(sim::Quarter now = autumn) {
        return broken_rule(setting, tick(now), {persons(), programmes(), firms()});
    }

    PersonTable& persons() { return world.table<PersonTable>(); }
    SchoolTable& schools() { return world.table<SchoolTable>(); }
    ProgrammeTable& programmes() { return world.table<ProgrammeTable>(); }
    FirmTable& firms() { return world.table<FirmTable>(); }
    TrackCellTable& cells() { return world.table<TrackCellTable>(); }
    PathwayTable& pathways() { return world.table<PathwayTable>(); }

    std::size_t people_in_city;
    Params params;
    Setting setting;
    Records records = recorded();
    SeatRules rules{params, records, setting};
    sim::World world;
    std::unique_ptr<sim::Executor> executor = sim::make_executor(sim::Backend::serial, 1);

  private:
    template <class T>
    T& rows(std::size_t count) {
        T& table = world.add<T>();
        table.reserve(count);
        table.append(count);
        return table;
    }

    static void enter(sim::DataTable& table, const std::vector<std::vector<std::string>>& cells) {
        for (const auto& row : cells) {
            for (std::size_t c = 0; c < row.size(); ++c) {
                if (!table.columns()[c]->append(row[c])) {
                    throw std::invalid_argument(row[c]);
                }
            }
        }
        table.filled(cells.size());
    }

    // Every year alike: nothing but vocational places at 15 and transfers into colleges.
    static Records recorded() {
        Data data;
        enter(data.provinces,
              {{"North", "5000", "100000", "0.5"}, {"South", "5000", "50000", "0.5"}});
        const std::string places = std::to_string(cities * vocational_places);
        const std::string transfers = std::to_string(cities * recorded_transfers);
        std::vector<std::vector<std::string>> national;
        std::vector<std::vector<std::string>> local;
        for (const std::string in : {"2018", "2022"}) {
            national.push_back({in, "general_high", "0", "0", "0", "0", "0"});
            national.push_back({in, "secondary_vocational", places, places, places, "0", "0"});
            national.push_back({in, "higher_vocational", places, places, places, transfers, "0"});
            for (const std::string track : {"secondary_vocational", "higher_vocational"}) {
                for (const std::string province : {"North", "South"}) {
                    local.push_back({in, province, track, "100", "100"});
                }
            }
            for (const std::string province : {"North", "South"}) {
                local.push_back({in, province, "general_high", "0", "0"});
                local.push_back({in, province, "regular_bachelor", "0", "0"});
            }
        }
        enter(data.track_years, national);
        enter(data.province_tracks, local);
        enter(data.cohorts, {{"2019", places, places}, {"2025", places, places}});
        sim::Problems problems;
        Records records(data, 0.5, problems);
        problems.throw_if_any();
        return records;
    }

    void build_schools() {
        constexpr std::size_t kinds = cities * tracks;
        auto& all = rows<SchoolTable>(kinds);
        auto& taught = rows<ProgrammeTable>(2 * kinds);
        auto& counts = rows<SchoolCountTable>(kinds);
        rows<SchoolStateTable>(kinds);
        auto& teaching = rows<TeachingTable>(2 * kinds);
        rows<GraduateRecordTable>(2 * kinds);
        setting.schools_in.assign(kinds, {});
        setting.programmes_in.assign(kinds, {});
        for (std::uint32_t s = 0; s < kinds; ++s) {
            const auto track = static_cast<Track>(s % tracks);
            const bool is_general =
                track == Track::general_high || track == Track::comprehensive_high;
            all.city[s] = CityId(s / tracks);
            all.track[s] = track;
            all.weight[s] = counts.weight_at_start[s] = 1.0F;
            all.seat_share[s] = 1.0F;
            all.first_programme[s] = 2 * s;
            all.programmes[s] = is_general ? 1 : 2;
            setting.schools_in[s] = {s, s + 1};
            for (std::uint32_t i = 0; i < 2; ++i) {
                const std::uint32_t row = 2 * s + i;
                taught.school[row] = SchoolId(s);
                taught.field[row] = is_general ? Field::general
                                    : i == 0   ? Field::equipment_manufacturing
                                               : Field::finance_commerce;
                taught.seat_share[row] = is_general ? 1.0F - static_cast<float>(i) : 0.5F;
                teaching.quality[row] = 1.0F;
                if (i < all.programmes[s]) {
                    setting.programmes_in[s].push_back(row);
                }
            }
        }
    }

    void build_tables() {
        auto& people = rows<PersonTable>(setting.cohorts.rows());
        for (std::size_t row = 0; row < people.end_row(); ++row) {
            people.state[row] = State::inactive;
            people.attained[row] = Attained::lower_secondary;
            people.ses_percentile[row] = static_cast<std::uint8_t>(row % 100);
            people.present_city[row] = CityId(row / people_in_city);
        }
        auto& places = rows<CityTable>(cities);
        auto& provinces = rows<ProvinceTable>(cities);
        auto& employers = rows<FirmTable>(cities);
        for (std::size_t city = 0; city < cities; ++city) {
            places.share[city] = 1.0;
            places.x[city] = 1'000.0 * static_cast<double>(city);
            provinces.cohort_share[city] = 0.5;
            employers.city[city] = CityId(city);
        }
        rows<ProvinceLeverTable>(cities);
        rows<TrackCellTable>(cities * tracks);
        rows<FamilyCostTable>(cities * tracks);
        add_census_tables(world);
        fill_census_tables(world, cities, setting.scale);
        add_firm_tables(world);
        fill_firm_tables(world, {cities, cities, 1, cities, 2 * cities * tracks});
        add_outlook_tables(world);
        fill_outlook_tables(world, cities, cities);
        add_pathway_tables(world);
        fill_pathway_tables(world, cities, cities, cities * tracks);
        auto& exams = world.table<ExamTable>();
        std::fill_n(exams.skill_weight.data(), cities, 0.5);
    }
};

}  // namespace vocational::testing
