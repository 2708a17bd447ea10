// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/school_resources.hpp"

#include <cmath>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/graduate_record.hpp"
#include "models/vocational/agents/schools/practice_centre.hpp"
#include "models/vocational/agents/schools/programme_mix_state.hpp"
#include "models/vocational/agents/schools/school_count.hpp"
#include "models/vocational/agents/schools/school_measure.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"

namespace vocational {

namespace {

double private_share(const SchoolSupplyParams& params, Track track) {
    switch (track) {
        case Track::general_high:
            return params.private_general;
        case Track::secondary_vocational:
        case Track::technical_school:
            return params.private_vocational;
        case Track::higher_vocational:
        case Track::vocational_bachelor:
        case Track::applied_bachelor:
            return params.private_college;
        default:
            return 0.0;
    }
}

// Rows become private in turn, as often as the share of places asks for. The first of a
// city's several schools of a kind stays public.
void give_owners(const Setting& setting, const SchoolSupplyParams& params, const Records& records,
                 int year, const SchoolTable& schools, SchoolStateTable& states) {
    for (std::size_t t = 0; t < tracks; ++t) {
        const auto track = static_cast<Track>(t);
        sim::Rng rng = setting.stream("school owner").at(sim::Identity{t}, 0);
        double owed = rng.uniform() * 0.01;
        for (std::size_t city = 0; city < setting.cities(); ++city) {
            const RowRange range = setting.schools(CityId(city), track);
            const std::size_t province = setting.province_of[city].row();
            for (std::size_t s = range.begin; s < range.end; ++s) {
                const double places = static_cast<double>(schools.seat_share[s]) *
                                      records.enrolment_share(track, year, province);
                owed += places * private_share(params, track);
                if ((s == range.begin && range.size() > 1) || owed < places) {
                    continue;
                }
                owed -= places;
                states.ownership[s] = rng.uniform() < params.nonprofit_share
                                          ? Ownership::private_nonprofit
                                          : Ownership::private_profit;
            }
        }
    }
}

void give_resources(const Setting& setting, const Params& params, const Records& records,
                    const SchoolNorms& norms, int year, const SchoolTable& schools,
                    SchoolStateTable& states) {
    const SchoolBudgetParams& budget = params.school_budget;
    const TeachingParams& teaching = params.teaching;
    for (std::size_t s = 0; s < schools.end_row(); ++s) {
        const Track track = schools.track[s];
        const std::size_t p = setting.province_of[schools.city[s].row()].row();
        const double students = records.year(track, year).enrolment *
                                records.enrolment_share(track, year, p) *
                                static_cast<double>(schools.seat_share[s]);
        const double money = norms.relative_funding(p, track);
        states.teachers[s] = students / norms.staffing_norm(p, track, year);
        states.digital[s] = static_cast<float>(teaching.initial_digital);
        states.funding[s] =
            static_cast<float>(norms.spending(track, year) * money *
                               (1.0 - budget.equipment_share - budget.digital_share));
        if (is_vocational(track)) {
            states.experienced[s] = static_cast<float>(teaching.initial_experience);
            states.mentors[s] = static_cast<float>(teaching.initial_mentors);
            states.certified[s] = static_cast<float>(teaching.initial_certified);
            states.stations[s] = students * teaching.initial_stations * money;
        }
    }
}

void fill(sim::Table& table, std::size_t rows) {
    table.reserve(rows);
    table.append(rows);
}

// A centre of each owner in each city, without stations until a policy pays for some.
void fill_centres(const Setting& setting, PracticeCentreTable& centres) {
    fill(centres, setting.cities() * centre_owners);
    for (std::size_t row = 0; row < centres.end_row(); ++row) {
        centres.city[row] = CityId(row / centre_owners);
        centres.owner[row] = static_cast<CentreOwner>(row % centre_owners);
    }
}

// Which part of the province's real schools a row stands for, and what is under way: rows are at
// some point between two openings or closures, each at its own.
void give_counts(const Setting& setting, const Records& records, int year,
                 const SchoolTable& schools, SchoolCountTable& counts) {
    const sim::Stream stream = setting.stream("school count");
    const int start = setting.base_year;
    for (std::size_t s = 0; s < schools.end_row(); ++s) {
        const Track track = schools.track[s];
        const std::size_t p = setting.province_of[schools.city[s].row()].row();
        const double real = records.schools(track, year) * records.enrolment_share(track, year, p);
        const double share = real > 0.0 ? static_cast<double>(schools.weight[s]) / real : 0.0;
        counts.share[s] = static_cast<float>(share);
        counts.weight_at_start[s] = static_cast<float>(share * records.schools(track, start) *
                                                       records.enrolment_share(track, start, p));
        sim::Rng rng = stream.at(sim::Identity{s}, 0);
        counts.closures_due[s] = static_cast<float>(rng.uniform());
        counts.openings_due[s] = static_cast<float>(rng.uniform());
    }
}

}  // namespace

void add_school_tables(sim::World& world) {
    world.add<PracticeCentreTable>();
    world.add<TrackReferenceTable>();
    world.add<ProvinceReferenceTable>();
    world.add<SkillReferenceTable>();
    world.add<GraduateRecordTable>();
    world.add<FieldDemandTable>();
    world.add<ProgrammeMixTable>();
    world.add<SchoolMeasureTable>();
    world.add<TopQualityTable>();
    add_lever_tables(world);
    world.add<SchoolCountTable>();
    world.add<SchoolSizeTable>();
}

void fill_school_tables(const Setting& setting, const Params& params, const Records& records,
                        const SchoolNorms& norms, int year, sim::World& world) {
    const auto& schools = world.table<SchoolTable>();
    const auto& programmes = world.table<ProgrammeTable>();
    fill_centres(setting, world.table<PracticeCentreTable>());
    fill(world.table<TrackReferenceTable>(), tracks);
    fill(world.table<ProvinceReferenceTable>(), setting.provinces());
    fill(world.table<SkillReferenceTable>(), 1);
    fill(world.table<GraduateRecordTable>(), programmes.end_row());
    fill(world.table<FieldDemandTable>(), setting.provinces() * job_levels * fields);
    fill(world.table<ProgrammeMixTable>(), programmes.end_row());
    fill(world.table<SchoolMeasureTable>(), setting.provinces() * tracks);
    fill(world.table<TopQualityTable>(), setting.provinces());
    fill_lever_tables(world, {setting.provinces(), setting.cities(), records.sectors(),
                              schools.end_row(), programmes.end_row()});
    auto& teaching = world.table<TeachingTable>();
    auto& mix = world.table<ProgrammeMixTable>();
    for (std::size_t row = 0; row < programmes.end_row(); ++row) {
        teaching.course_age[row] = static_cast<float>(params.teaching.initial_course_age);
        mix.reference_share[row] = programmes.seat_share[row];
    }
    auto& counts = world.table<SchoolCountTable>();
    fill(counts, schools.end_row());
    fill(world.table<SchoolSizeTable>(), setting.provinces() * tracks);
    give_counts(setting, records, year, schools, counts);
    auto& states = world.table<SchoolStateTable>();
    give_owners(setting, params.school_supply, records, year, schools, states);
    give_resources(setting, params, records, norms, year, schools, states);
}

void give_skill_vintages(const Setting& setting, double course_age, int year, sim::World& world) {
    auto& persons = world.table<PersonTable>();
    const auto lag = static_cast<int>(std::floor(course_age + 0.5));
    setting.cohorts.for_segments_of(
        persons.first_row(), persons.end_row(),
        [&](const Segment& segment, std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                int learnt = year;
                if (persons.state[row] != State::enrolled && has_track(persons.attained[row])) {
                    // Birth year and the usual age of completion; exact to a year.
                    const bool is_college = level_of(persons.attained[row]) >= Level::associate;
                    learnt = std::min(year, segment.birth.year() + (is_college ? 22 : 18));
                }
                persons.skill_vintage[row] = static_cast<std::uint8_t>((learnt - lag) & 255);
            }
        });
}

}  // namespace vocational
