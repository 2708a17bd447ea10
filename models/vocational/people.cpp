// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/people.hpp"

#include <algorithm>
#include <array>

#include "sim/core/fixed.hpp"

namespace vocational {

namespace {

using Code = std::uint16_t;

// Those who were of age to choose a first track before the start, and those who chose since.
enum class FirstChoice : std::uint8_t { chose_before, chose_since };

// What is compared, in the order of results.
enum class Outcome : std::uint8_t { wage_income, earning_power, attainment };
constexpr std::size_t outcomes = sim::enum_size<Outcome>;

constexpr std::size_t fifths = 5;
constexpr std::uint8_t percentiles_per_fifth = 20;
constexpr Code middle = 32768;
using LogPoints = sim::Fixed<std::int16_t, 1, 4096>;

sim::PersonalOutcome outcome(Outcome which, sim::Unit unit, std::string doc) {
    sim::PersonalOutcome made;
    made.name = sim::enum_name(which);
    made.unit = unit;
    made.doc = std::move(doc);
    return made;
}

std::vector<sim::PersonalOutcome> outcome_specs() {
    sim::PersonalOutcome income =
        outcome(Outcome::wage_income, sim::unit::yuan_per_year,
                "Gross yearly wage in the last quarter, 0 without a job; apart by more than 5 % of "
                "the larger. Holds luck in the search for jobs, which changes hands under any "
                "policy: the net share says what the policy does.");
    income.step = Wage::step;
    income.relative_tolerance = 0.05;
    sim::PersonalOutcome power = outcome(
        Outcome::earning_power, sim::unit::none,
        "Log points that schooling and skills add to pay in a job of the own level and "
        "field, without the luck of finding one; apart by more than 0.02, about 2 % of pay.");
    power.step = LogPoints::step;
    power.zero = middle;
    power.tolerance = 0.02;
    sim::PersonalOutcome level =
        outcome(Outcome::attainment, sim::unit::none, "Level of the highest completed schooling.");
    return {std::move(income), std::move(power), std::move(level)};
}

// A policy may change what a person learns and earns, but none of this.
struct Birth {
    std::size_t region;
    FirstChoice generation;
};

Code cell_of(const PersonTable& persons, std::size_t row, const Birth& birth) {
    const Origin origin = persons.origin.data()[row];
    const std::size_t fifth = std::min<std::size_t>(
        persons.ses_percentile.data()[row] / percentiles_per_fifth, fifths - 1);
    std::size_t cell = birth.region;
    cell = cell * sim::enum_size<Sex> + sim::index_of(origin.sex());
    cell = cell * sim::enum_size<Hukou> + sim::index_of(origin.hukou());
    cell = cell * fifths + fifth;
    cell = cell * sim::enum_size<FirstChoice> + sim::index_of(birth.generation);
    return static_cast<Code>(cell);
}

std::array<Code, outcomes> outcomes_of(const PersonTable& persons, std::size_t row,
                                       const WageEquation& wages) {
    const State state = persons.state.data()[row];
    if (state == State::enrolled || state == State::away) {
        return {sim::Portrait::none, sim::Portrait::none, sim::Portrait::none};
    }
    const Attained attained = persons.attained.data()[row];
    const Field field = persons.field.data()[row];
    const auto level = static_cast<JobLevel>(sim::index_of(level_of(attained)));
    const Worker worker{attained, field, persons.general_skill.data()[row],
                        persons.specific_skill.data()[row]};
    const LogPoints power(wages.credential(attained) +
                          wages.skill_pay(worker, Occupation::of(level, field)));
    constexpr Code highest = sim::Portrait::none - 1;
    const auto power_code = static_cast<Code>(middle + power.count());
    return {std::min(persons.wage.data()[row].count(), highest), std::min(power_code, highest),
            static_cast<Code>(sim::index_of(level_of(attained)))};
}

}  // namespace

sim::PeopleSpec people_spec(const std::vector<std::string>& provinces) {
    return {outcome_specs(),
            {{"region", provinces, "Home province.", {}},
             sim::dimension_of<Sex>("sex", "Sex."),
             sim::dimension_of<Hukou>("hukou", "Household registration."),
             {"ses", {"1", "2", "3", "4", "5"}, "Fifth of family socio-economic status.", {}},
             sim::dimension_of<FirstChoice>(
                 "generation",
                 "Whether they were of age to choose a first track before the start or since.")},
            {{"poorest fifth", "ses", "1"},
             {"rural", "hukou", "rural"},
             {"women", "sex", "female"},
             {"chose since start", "generation",
              std::string(sim::enum_name(FirstChoice::chose_since))}},
            "residents aged 15 to 59 who under both are neither enrolled nor away."};
}

sim::Portrait portrait_of(const Setting& setting, const sim::Tick& tick, const PersonTable& persons,
                          const WageEquation& wages) {
    const std::size_t first = persons.first_row();
    const std::size_t end = persons.end_row();
    sim::Portrait portrait;
    portrait.cell.resize(end - first);
    portrait.outcomes.assign(outcomes, std::vector<Code>(end - first));
    setting.cohorts.for_segments_of(
        first, end, [&](const Segment& segment, std::size_t from, std::size_t to) {
            portrait.spans.push_back(
                {segment.identity(from), static_cast<std::uint32_t>(to - from)});
        });
    const sim::Quarter first_choosers(setting.base_year - 16, 4);  // of the cohort of the start
    setting.cohorts.for_segments(
        tick.executor(), first, end, [&](const Segment& segment, std::size_t from, std::size_t to) {
            const Birth birth{setting.province_of[segment.home.row()].row(),
                              segment.birth < first_choosers ? FirstChoice::chose_before
                                                             : FirstChoice::chose_since};
            for (std::size_t row = from; row < to; ++row) {
                const std::array<Code, outcomes> codes = outcomes_of(persons, row, wages);
                portrait.cell[row - first] = cell_of(persons, row, birth);
                for (std::size_t o = 0; o < outcomes; ++o) {
                    portrait.outcomes[o][row - first] = codes[o];
                }
            }
        });
    return portrait;
}

}  // namespace vocational
