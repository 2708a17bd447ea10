// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/panel.hpp"

#include <functional>

#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

namespace {

template <class E>
std::vector<std::string> labels() {
    return {sim::enum_names<E>.begin(), sim::enum_names<E>.end()};
}

// One column: what it is and how it reads a person.
struct Column {
    sim::EventColumn spec;
    std::function<double(const Setting&, const PersonTable&, const Segment&, std::size_t row,
                         sim::Quarter now)>
        read;
};

double number(auto value) {
    return static_cast<double>(value);
}

std::vector<Column> all_columns(const std::vector<std::string>& provinces) {
    using sim::unit::none;
    return {
        {{"birth_city",
          none,
          "City of birth, from 1; with birth_time and number the identity.",
          true,
          {}},
         [](auto&, auto&, auto& segment, auto, auto) { return number(segment.home.row() + 1); }},
        {{"birth_time", sim::unit::year, "Quarter of birth (2001.75 = 2001Q4).", false, {}},
         [](auto&, auto&, auto& segment, auto, auto) { return segment.birth.number(); }},
        {{"number", none, "Running number within birth city and quarter.", true, {}},
         [](auto&, auto&, auto& segment, auto row, auto) { return number(row - segment.begin); }},
        {{"sex", none, "Sex.", true, labels<Sex>()},
         [](auto&, auto& p, auto&, auto row, auto) {
             return number(sim::index_of(p.origin[row].sex()));
         }},
        {{"hukou", none, "Household registration.", true, labels<Hukou>()},
         [](auto&, auto& p, auto&, auto row, auto) {
             return number(sim::index_of(p.origin[row].hukou()));
         }},
        {{"ses_percentile", sim::unit::index, "Percentile of family status.", true, {}},
         [](auto&, auto& p, auto&, auto row, auto) { return number(p.ses_percentile[row]); }},
        {{"region", none, "Province of residence.", true, provinces},
         [](auto& setting, auto& p, auto&, auto row, auto) {
             return number(setting.province_of[p.present_city[row].row()].row());
         }},
        {{"state", none, "What the person does.", true, labels<State>()},
         [](auto&, auto& p, auto&, auto row, auto) { return number(sim::index_of(p.state[row])); }},
        {{"attained", none, "Highest completed track or schooling.", true, labels<Attained>()},
         [](auto&, auto& p, auto&, auto row, auto) {
             return number(sim::index_of(p.attained[row]));
         }},
        {{"field", none, "Field of the highest completed track.", true, labels<Field>()},
         [](auto&, auto& p, auto&, auto row, auto) { return number(sim::index_of(p.field[row])); }},
        {{"age", sim::unit::year, "Completed years.", true, {}},
         [](auto&, auto&, auto& segment, auto, auto now) {
             return number((now - segment.birth) / 4);
         }},
        {{"experience", sim::unit::year, "Years employed so far.", false, {}},
         [](auto&, auto& p, auto&, auto row, auto) { return p.experience[row] / 4.0; }},
        {{"general_skill", sim::unit::score, "General skill.", false, {}},
         [](auto&, auto& p, auto&, auto row, auto) { return double{p.general_skill[row]}; }},
        {{"specific_skill", sim::unit::score, "Skill in the field.", false, {}},
         [](auto&, auto& p, auto&, auto row, auto) { return double{p.specific_skill[row]}; }},
        {{"job_level", none, "Level of the job; elementary if not employed.", true,
          labels<JobLevel>()},
         [](auto&, auto& p, auto&, auto row, auto) {
             return number(sim::index_of(p.occupation[row].level()));
         }},
        {{"job_field", none, "Field of the job; general if not employed.", true, labels<Field>()},
         [](auto&, auto& p, auto&, auto row, auto) {
             return number(sim::index_of(p.occupation[row].field()));
         }},
        {{"wage", sim::unit::yuan_per_year, "Gross wage; 0 if not employed.", true, {}},
         [](auto&, auto& p, auto&, auto row, auto) { return double{p.wage[row]}; }},
    };
}

}  // namespace

void add_panel_columns(const Setting&, const Data& data, std::vector<sim::EventColumn>& columns) {
    for (const Column& column : all_columns(data.provinces.province.cells())) {
        columns.push_back(column.spec);
    }
}

void add_panel_rows(const Setting& setting, const sim::Tick& tick, double share,
                    const PersonTable& persons, std::vector<std::vector<double>>& values) {
    if (!tick.is_quarter(4)) {
        return;
    }
    constexpr std::size_t recorders = 2;  // replicate and time
    const std::vector<Column> columns = all_columns({});
    const sim::Stream stream = tick.stream(sim::Purpose("panel"));
    setting.cohorts.for_segments_of(
        persons.first_row(), persons.end_row(),
        [&](const Segment& segment, std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                sim::Rng rng = stream.at(segment.identity(row), 0);
                if (!rng.bernoulli(share)) {
                    continue;
                }
                for (std::size_t c = 0; c < columns.size(); ++c) {
                    values[recorders + c].push_back(
                        columns[c].read(setting, persons, segment, row, tick.now()));
                }
            }
        });
}

}  // namespace vocational
