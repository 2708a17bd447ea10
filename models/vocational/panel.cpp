// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/panel.hpp"

#include <functional>

#include "models/vocational/agents/careers/skill_ageing.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

namespace {

// A person in the panel at the time of the record.
struct Subject {
    const Setting& setting;
    const PanelTables& tables;
    const Segment& segment;
    std::size_t row;
    sim::Quarter now;

    const PersonTable& persons() const { return tables.persons; }
    bool is(State state) const { return persons().state[row] == state; }
    std::size_t firm() const { return persons().link[row].firm().row(); }
    bool has_formal_job() const { return is(State::employed) && tables.firms.is_pool[firm()] == 0; }
    Occupation occupation() const { return persons().occupation[row]; }
};

// One column: what it is and how it reads a person.
struct Column {
    sim::EventColumn spec;
    std::function<double(const Subject&)> read;
};

using Columns = std::vector<Column>;

double number(auto value) {
    return static_cast<double>(value);
}

template <class E>
std::vector<std::string> labels(std::vector<std::string> before = {}) {
    before.insert(before.end(), sim::enum_names<E>.begin(), sim::enum_names<E>.end());
    return before;
}

// A category that is a column of persons.
template <class E>
Column category(std::string name, std::string doc, E (*read)(const Subject&)) {
    return {{std::move(name), sim::unit::none, std::move(doc), true, labels<E>()},
            [read](const Subject& s) { return number(sim::index_of(read(s))); }};
}

// Labels by number.
Column choice(std::string name, std::string doc, std::vector<std::string> names,
              std::size_t (*read)(const Subject&)) {
    return {{std::move(name), sim::unit::none, std::move(doc), true, std::move(names)},
            [read](const Subject& s) { return number(read(s)); }};
}

Column quantity(std::string name, sim::Unit unit, std::string doc, bool is_integer,
                double (*read)(const Subject&)) {
    return {{std::move(name), unit, std::move(doc), is_integer, {}}, read};
}

// 0 without a job, else 1 for an equal level, 2 for a job below the own, 3 above it.
std::size_t level_match(const Subject& s) {
    if (!s.is(State::employed)) {
        return 0;
    }
    const std::size_t own = sim::index_of(level_of(s.persons().attained[s.row]));
    const std::size_t asked = sim::index_of(s.occupation().level());
    return own == asked ? 1 : own > asked ? 2 : 3;
}

// 0 without a job or a field to compare, else 1 for the own field, 2 for another.
std::size_t field_match(const Subject& s) {
    const Field own = s.persons().field[s.row];
    if (!s.is(State::employed) || own == Field::general) {
        return 0;
    }
    return is_own_field(own, s.occupation()) ? 1 : 2;
}

std::size_t employment(const Subject& s) {
    return !s.is(State::employed) ? 0 : s.has_formal_job() ? 2 : 1;
}

// Track enrolled in, else the highest completed, from 1; 0 below all tracks.
std::size_t track(const Subject& s) {
    if (s.is(State::enrolled)) {
        const ProgrammeId programme = s.persons().link[s.row].programme();
        return 1 + sim::index_of(
                       s.tables.schools.track[s.tables.programmes.school[programme.row()].row()]);
    }
    const Attained attained = s.persons().attained[s.row];
    return has_track(attained) ? 1 + sim::index_of(track_of(attained)) : 0;
}

void add_person(Columns& list, const std::vector<std::string>& provinces) {
    using sim::unit::none;
    list.push_back(quantity("birth_city", none,
                            "City of birth, from 1; with birth_time and number the identity.", true,
                            [](const Subject& s) { return number(s.segment.home.row() + 1); }));
    list.push_back(quantity("birth_time", sim::unit::year, "Quarter of birth (2001.75 = 2001Q4).",
                            false, [](const Subject& s) { return s.segment.birth.number(); }));
    list.push_back(quantity("number", none, "Running number within birth city and quarter.", true,
                            [](const Subject& s) { return number(s.row - s.segment.begin); }));
    list.push_back(category<Sex>("sex", "Sex.",
                                 [](const Subject& s) { return s.persons().origin[s.row].sex(); }));
    list.push_back(category<Hukou>("hukou", "Household registration.", [](const Subject& s) {
        return s.persons().origin[s.row].hukou();
    }));
    list.push_back(
        quantity("ses_percentile", sim::unit::index, "Percentile of family status.", true,
                 [](const Subject& s) { return number(s.persons().ses_percentile[s.row]); }));
    list.push_back(choice("region", "Province of residence.", provinces, [](const Subject& s) {
        return s.setting.province_of[s.persons().present_city[s.row].row()].row();
    }));
    list.push_back(quantity("city", none, "City of residence, from 1.", true, [](const Subject& s) {
        return number(s.persons().present_city[s.row].row() + 1);
    }));
    list.push_back(quantity("age", sim::unit::year, "Completed years.", true, [](const Subject& s) {
        return number((s.now - s.segment.birth) / 4);
    }));
}

void add_schooling(Columns& list) {
    using sim::unit::none;
    list.push_back(category<State>("state", "What the person does.",
                                   [](const Subject& s) { return s.persons().state[s.row]; }));
    list.push_back(
        category<Level>("attainment", "Level of the highest completed schooling.",
                        [](const Subject& s) { return level_of(s.persons().attained[s.row]); }));
    list.push_back(
        category<Attained>("attained", "Highest completed track or schooling.",
                           [](const Subject& s) { return s.persons().attained[s.row]; }));
    list.push_back(choice("track", "Track enrolled in, else the highest completed.",
                          labels<Track>({"none"}), track));
    list.push_back(category<Field>("field", "Field of the highest completed track.",
                                   [](const Subject& s) { return s.persons().field[s.row]; }));
    list.push_back(
        quantity("general_skill", sim::unit::score, "General skill.", false,
                 [](const Subject& s) { return double{s.persons().general_skill[s.row]}; }));
    list.push_back(
        quantity("specific_skill", sim::unit::score, "Skill in the field.", false,
                 [](const Subject& s) { return double{s.persons().specific_skill[s.row]}; }));
    list.push_back(quantity(
        "skill_vintage", sim::unit::year,
        "Year of the state of the art that the skill in the field reflects; 0 without any.", true,
        [](const Subject& s) {
            return s.persons().specific_skill[s.row].count() == 0
                       ? 0.0
                       : number(s.now.year()) -
                             number(years_behind(s.persons().skill_vintage[s.row], s.now.year()));
        }));
    list.push_back(
        quantity("rechoices", none, "Changes of track after the first choice, at most 7.", true,
                 [](const Subject& s) { return number(s.persons().contract[s.row].rechoices()); }));
    list.push_back(category<ContractKind>(
        "contract", "Training contract at present.",
        [](const Subject& s) { return s.persons().contract[s.row].kind(); }));
    list.push_back(choice("certificate", "Whether skill is certified.", {"no", "yes"},
                          [](const Subject& s) -> std::size_t {
                              return s.persons().contract[s.row].is_certified() ? 1 : 0;
                          }));
}

void add_work(Columns& list, std::vector<std::string> sectors) {
    list.push_back(choice("employment", "Farm and own-account work is pooled.",
                          {"none", "pooled", "formal"}, employment));
    sectors.insert(sectors.begin(), "none");
    list.push_back(choice("sector", "Sector of the employer.", std::move(sectors),
                          [](const Subject& s) -> std::size_t {
                              return s.is(State::employed) ? 1U + s.tables.firms.sector[s.firm()]
                                                           : 0U;
                          }));
    list.push_back(
        quantity("tenure", sim::unit::year, "Years in the present job, 0 without; stays at 63.75.",
                 false, [](const Subject& s) {
                     return s.is(State::employed) ? s.persons().duration[s.row] / 4.0 : 0.0;
                 }));
    list.push_back(quantity("experience", sim::unit::year, "Years employed so far.", false,
                            [](const Subject& s) { return s.persons().experience[s.row] / 4.0; }));
    list.push_back(category<JobLevel>("job_level", "Level of the job; elementary if not employed.",
                                      [](const Subject& s) { return s.occupation().level(); }));
    list.push_back(category<Field>("job_field", "Field of the job; general if not employed.",
                                   [](const Subject& s) { return s.occupation().field(); }));
    list.push_back(choice("level_match", "Level of the job against the own.",
                          {"none", "equal", "below", "above"}, level_match));
    list.push_back(choice("field_match", "Field of the job against the own.",
                          {"none", "own", "other"}, field_match));
    list.push_back(quantity("wage", sim::unit::yuan_per_year, "Gross wage; 0 if not employed.",
                            true,
                            [](const Subject& s) { return double{s.persons().wage[s.row]}; }));
}

Columns all_columns(const std::vector<std::string>& provinces,
                    const std::vector<std::string>& sectors) {
    Columns list;
    add_person(list, provinces);
    add_schooling(list);
    add_work(list, sectors);
    return list;
}

}  // namespace

void add_panel_columns(const Setting&, const Data& data, std::vector<sim::EventColumn>& columns) {
    for (const Column& column :
         all_columns(data.provinces.province.cells(), data.sectors.sector.cells())) {
        columns.push_back(column.spec);
    }
}

void add_panel_rows(const Setting& setting, const sim::Tick& tick, double share,
                    const PanelTables& tables, std::vector<std::vector<double>>& values) {
    if (!tick.is_quarter(4)) {
        return;
    }
    constexpr std::size_t recorders = 2;  // replicate and time
    const Columns columns = all_columns({}, {});
    const sim::Stream stream = tick.stream(sim::Purpose("panel"));
    setting.cohorts.for_segments_of(
        tables.persons.first_row(), tables.persons.end_row(),
        [&](const Segment& segment, std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                sim::Rng rng = stream.at(segment.identity(row), 0);
                if (!rng.bernoulli(share)) {
                    continue;
                }
                for (std::size_t c = 0; c < columns.size(); ++c) {
                    values[recorders + c].push_back(
                        columns[c].read({setting, tables, segment, row, tick.now()}));
                }
            }
        });
}

}  // namespace vocational
