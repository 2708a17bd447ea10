// SPDX-License-Identifier: Apache-2.0
// A world small enough to count by hand: two provinces, three cities, four schools, the persons
// that a test names. One agent stands for 100 people.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/field_cell.hpp"
#include "models/vocational/agents/market_cell.hpp"
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/practice_centre.hpp"
#include "models/vocational/agents/schools/school_measure.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/firms/firm_tables.hpp"
#include "models/vocational/money/tables.hpp"
#include "models/vocational/outputs/dims.hpp"
#include "models/vocational/phases/census/career_census.hpp"
#include "models/vocational/phases/census/census.hpp"
#include "models/vocational/phases/census/field_census.hpp"
#include "models/vocational/phases/census/place_census.hpp"
#include "models/vocational/registered.hpp"
#include "sim/output/recorder.hpp"

namespace vocational_test {

using namespace vocational;

inline constexpr CityId west_one{0};  // cities 0 and 1 lie in province 0
inline constexpr CityId west_two{1};
inline constexpr CityId east{2};  // city 2 in province 1
inline constexpr ProvinceId western{0};
inline constexpr ProvinceId eastern{1};
inline constexpr double people_per_agent = 100.0;

// Schools and programmes by row: general high (city 0), secondary vocational with two programmes
// (city 1), higher vocational and academic bachelor (city 2).
inline constexpr ProgrammeId general_class{0};
inline constexpr ProgrammeId machining{1};
inline constexpr ProgrammeId cooking{2};
inline constexpr ProgrammeId college_course{3};
inline constexpr ProgrammeId bachelor_course{4};

struct Sketch {
    State state = State::inactive;
    CityId city = west_one;  // of residence
    Attained attained = Attained::lower_secondary;
    sim::Quarter birth{2000, 1};
    CityId home = west_one;
    Sex sex = Sex::female;
    Hukou hukou = Hukou::rural;
    std::uint8_t ses = 0;
    double wage = 0.0;
    sim::Quarter completed{1990, 2};
    Field field = Field::general;
    Occupation job{};
    ProgrammeId programme{};
    Path path{};
    double specific_skill = 0.0;
};

class SmallWorld {
  public:
    explicit SmallWorld(std::vector<Sketch> people = {}) {
        setting_.scale = people_per_agent;
        setting_.province_of = {western, western, eastern};
        setting_.cities_of = {{0, 2}, {2, 3}};
        add_census_tables(world_);
        rows<ProvinceTable>(2);
        rows<CityTable>(3);
        std::copy(setting_.province_of.begin(), setting_.province_of.end(),
                  table<CityTable>().province.data());
        rows<LabourCellTable>(2 * levels);
        rows<TrackCellTable>(2 * tracks);
        rows<JobCellTable>(3 * occupations);
        rows<MarketCellTable>(3 * occupations);
        add_market_tables(world_);
        fill_market_tables(world_, 2, 3);
        rows<FieldCellTable>(2 * fields);
        rows<IndexPartTable>(indices * parts_per_index * 3);
        fill_census_tables(world_, 2, people_per_agent);
        add_career_tables(world_);
        fill_career_tables(world_, 2);
        add_money_tables(world_);
        setting_.ledger = {3, accounts, 2};
        fill_money_tables(world_, setting_, Params{}, 4);
        add_firm_tables(world_);
        fill_firm_tables(world_, {2, 3, 2, 1, 5});
        add_outlook_tables(world_);
        add_pathway_tables(world_);
        fill_outlook_tables(world_, 2, 3);
        fill_pathway_tables(world_, 2, 3, 4);
        build_schools();
        rows<PracticeCentreTable>(3 * centre_owners);
        for (std::size_t row = 0; row < 3 * centre_owners; ++row) {
            table<PracticeCentreTable>().city[row] = CityId(row / centre_owners);
        }
        rows<TeachingTable>(5);
        rows<SchoolStateTable>(4);
        rows<SchoolMeasureTable>(2 * tracks);
        rows<TopQualityTable>(2);
        add_lever_tables(world_);
        fill_lever_tables(world_, {2, 3, 2, 4, 5});
        build_people(std::move(people));
    }

    sim::World& world() { return world_; }
    Setting& setting() { return setting_; }
    template <class T>
    T& table() {
        return world_.table<T>();
    }
    TrackCellTable& cells() { return table<TrackCellTable>(); }

    // Takes the censuses at the end of that quarter.
    void census(sim::Quarter now, sim::Quarter start = {2022, 3}) {
        const sim::Tick tick = tick_of(now, start);
        PlaceCensus places(setting_, world_);
        Census people(setting_, world_);
        FieldCensus fields_apart(setting_, world_);
        CareerCensus careers(setting_, world_);
        for (sim::Phase* phase :
             {static_cast<sim::Phase*>(&places), static_cast<sim::Phase*>(&people),
              static_cast<sim::Phase*>(&fields_apart), static_cast<sim::Phase*>(&careers)}) {
            phase->bind(world_);
            if ((phase->quarters() & sim::Phase::only(now.quarter())) != 0) {
                phase->run(tick);
            }
        }
        record(tick);
    }

    // Values of a variable in the quarter of the last census, row-major over its dimensions.
    const std::vector<double>& outcome(const std::string& name) const {
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            if (variables_[i].name == name) {
                return record_.values[i];
            }
        }
        throw std::out_of_range("no outcome " + name);
    }
    double at(const std::string& name, ProvinceId province, Track track) const {
        return outcome(name).at(track_cell(province, track).row());
    }
    double at(const std::string& name, ProvinceId province, Level level) const {
        return outcome(name).at(labour_cell(province, level).row());
    }
    bool is_missing(const std::string& name) const {
        const std::vector<double>& values = outcome(name);
        return std::all_of(values.begin(), values.end(), [](double v) { return std::isnan(v); });
    }

    sim::Tick tick_of(sim::Quarter now, sim::Quarter start = {2022, 3}) const {
        return {now, start, 1, 0, *executor_};
    }

  private:
    template <class T>
    void rows(std::size_t count) {
        T& table = world_.add<T>();
        table.reserve(count);
        table.append(count);
    }

    void build_schools() {
        rows<SchoolTable>(4);
        rows<ProgrammeTable>(5);
        auto& schools = table<SchoolTable>();
        auto& programmes = table<ProgrammeTable>();
        const auto school = [&](std::size_t row, CityId city, Track track, float weight) {
            schools.city[row] = city;
            schools.track[row] = track;
            schools.weight[row] = weight;
        };
        school(0, west_one, Track::general_high, 1.0F);
        school(1, west_two, Track::secondary_vocational, 2.5F);
        school(2, east, Track::higher_vocational, 4.0F);
        school(3, east, Track::academic_bachelor, 1.0F);
        constexpr std::array<std::size_t, 5> school_of{0, 1, 1, 2, 3};
        for (std::size_t p = 0; p < school_of.size(); ++p) {
            programmes.school[p] = SchoolId(school_of[p]);
        }
    }

    void build_people(std::vector<Sketch> people) {
        std::stable_sort(people.begin(), people.end(), [](const Sketch& a, const Sketch& b) {
            return a.birth != b.birth ? a.birth < b.birth : a.home < b.home;
        });
        const sim::Quarter oldest = people.empty() ? sim::Quarter{2000, 1} : people[0].birth;
        const int quarters = people.empty() ? 1 : people.back().birth - oldest + 1;
        std::vector<std::uint32_t> counts(static_cast<std::size_t>(quarters) * 3, 0);
        rows<PersonTable>(people.size());
        auto& programmes = table<ProgrammeTable>();
        for (std::size_t row = 0; row < people.size(); ++row) {
            const Sketch& p = people[row];
            ++counts[static_cast<std::size_t>(p.birth - oldest) * 3 + p.home.row()];
            if (p.state == State::enrolled) {
                ++programmes.enrolled[p.programme.row()];
            }
            write(row, p);
        }
        setting_.cohorts = CohortIndex(oldest, 3, counts);
    }

    void write(std::size_t row, const Sketch& p) {
        auto& persons = table<PersonTable>();
        persons.state[row] = p.state;
        persons.origin[row] = Origin(p.sex, p.hukou);
        persons.ses_percentile[row] = p.ses;
        persons.present_city[row] = p.city;
        persons.attained[row] = p.attained;
        persons.field[row] = p.field;
        persons.completed[row] = static_cast<std::uint8_t>(p.completed.index() & 255);
        persons.path[row] = p.path;
        persons.link[row] = Link(p.programme);
        persons.occupation[row] = p.job;
        persons.specific_skill[row] = p.specific_skill;
        persons.wage[row] = p.wage;
    }

    void record(const sim::Tick& tick) {
        sim::OutputCatalogue catalogue;
        register_outputs(catalogue);
        std::vector<std::unique_ptr<sim::Output>> outputs;
        for (const auto& entry : catalogue.entries()) {
            outputs.push_back(entry.make());
            outputs.back()->bind(world_);
        }
        sim::Recorder recorder(outputs,
                               outcome_dimensions({"West", "East"}, {"West 1", "West 2", "East 1"},
                                                  {"factories", "shops"}));
        record_ = {};
        recorder.record(tick, record_);
        variables_ = recorder.variables();
    }

    std::unique_ptr<sim::Executor> executor_ = sim::make_executor(sim::Backend::serial, 1);
    sim::World world_;
    Setting setting_;
    sim::Record record_;
    std::vector<sim::RecordedVariable> variables_;
};

}  // namespace vocational_test
