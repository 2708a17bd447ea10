// SPDX-License-Identifier: Apache-2.0
// Two cities of one province that differ in nothing but what a test gives them: a general, a
// comprehensive and a secondary vocational school each, places for everybody (none in comprehensive
// schools until a test opens some), and a cohort of equal size every year. One agent is one person.
#pragma once

#include <memory>

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_count.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational::testing {

class TwinWorld {
  public:
    static constexpr std::size_t cities = 2;
    static constexpr std::size_t kinds = 3;
    static constexpr int first_year = 2001;
    static constexpr int start_year = 2002;

    TwinWorld(std::uint32_t a_quarter, int years) {
        // Choices at even odds: nobody leaves, talents and status do not matter.
        params.choice.secondary_vocational.assign(0.0);
        params.choice.technical_school.assign(-6.0);
        params.choice.no_school.assign(-12.0);
        params.choice.vocational_ability.assign(0.0);
        params.choice.vocational_aptitude.assign(0.0);
        params.choice.vocational_ses.assign(0.0);
        setting.scale = 1.0;
        setting.seed = 11;
        setting.base_year = start_year;
        setting.first_year = first_year;
        setting.province_of.assign(cities, ProvinceId(0));
        setting.cities_of = {{0, cities}};
        setting.programmes_in.assign(tracks, {});
        const std::vector<std::uint32_t> counts(static_cast<std::size_t>(4 * years) * cities,
                                                a_quarter);
        setting.cohorts = CohortIndex(sim::Quarter(first_year - 16, 4), cities, counts);
        build_schools(4 * a_quarter);
        build_people();
        auto& places = rows<CityTable>(cities);
        places.share[0] = places.share[1] = 0.5;
        rows<ProvinceTable>(1).cohort_share[0] = 1.0;
        rows<ProvinceLeverTable>(1);
        rows<FirmTable>(0);
        rows<TrackCellTable>(tracks);
        rows<FamilyCostTable>(tracks);
        add_outlook_tables(world);
        fill_outlook_tables(world, 1, cities);
        add_pathway_tables(world);
        fill_pathway_tables(world, 1, cities, cities * kinds);
        auto& standing = world.table<StandingTable>();
        std::fill_n(standing.is_known.data(), standing.end_row(), std::uint8_t{1});
    }

    void run(sim::Phase& phase, sim::Quarter now) {
        phase.bind(world);
        phase.run(tick(now));
    }
    sim::Tick tick(sim::Quarter now) const {
        return {now, {start_year, 3}, setting.seed, 0, *executor};
    }
    ProgrammeId programme(std::size_t city, std::size_t kind) const {
        return ProgrammeId(city * kinds + kind);
    }
    PersonTable& persons() { return world.table<PersonTable>(); }
    StandingTable& standing() { return world.table<StandingTable>(); }
    std::size_t cell(std::size_t city, Track track) const {
        return city_track(CityId(city), track).row();
    }

    Params params;
    Setting setting;
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

    void build_schools(std::uint32_t places) {
        constexpr Track of_kind[kinds] = {Track::general_high, Track::comprehensive_high,
                                          Track::secondary_vocational};
        auto& schools = rows<SchoolTable>(cities * kinds);
        auto& programmes = rows<ProgrammeTable>(cities * kinds);
        auto& teaching = rows<TeachingTable>(cities * kinds);
        auto& counts = rows<SchoolCountTable>(cities * kinds);
        rows<SchoolStateTable>(cities * kinds);  // public schools
        setting.schools_in.assign(cities * tracks, {});
        for (std::uint32_t s = 0; s < cities * kinds; ++s) {
            const Track track = of_kind[s % kinds];
            schools.city[s] = CityId(s / kinds);
            schools.track[s] = track;
            schools.weight[s] = counts.weight_at_start[s] = 1.0F;
            schools.seat_share[s] = 0.5F;
            schools.first_programme[s] = s;
            schools.programmes[s] = 1;
            programmes.school[s] = SchoolId(s);
            programmes.field[s] = track == Track::secondary_vocational
                                      ? Field::equipment_manufacturing
                                      : Field::general;
            programmes.seat_share[s] = 1.0F;
            programmes.seats[s] =
                track == Track::comprehensive_high ? 0 : static_cast<std::int32_t>(places);
            teaching.quality[s] = 1.0F;
            setting.schools_in[s / kinds * tracks + sim::index_of(track)] = {s, s + 1};
            setting.programmes_in[sim::index_of(track)].push_back(s);
        }
    }

    void build_people() {
        auto& people = rows<PersonTable>(setting.cohorts.rows());
        for (std::size_t row = 0; row < people.end_row(); ++row) {
            people.state[row] = State::inactive;
            people.attained[row] = Attained::lower_secondary;
            people.ses_percentile[row] = static_cast<std::uint8_t>(row % 100);
        }
    }
};

}  // namespace vocational::testing
