// SPDX-License-Identifier: Apache-2.0
// Mean skills by level of attainment among the initial population out of school: what recorded
// premia of levels contain. Constant over the run, so that later cohorts with more skill earn more.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/wage_state.hpp"

namespace vocational {

inline void note_level_skills(const PersonTable& persons, LevelSkillTable& means) {
    std::array<std::int64_t, levels> people{};
    std::array<std::int64_t, levels> with_field{};
    std::array<std::int64_t, levels> general{};
    std::array<std::int64_t, levels> specific{};
    for (std::size_t row = persons.first_row(); row < persons.end_row(); ++row) {
        if (persons.state[row] == State::enrolled) {
            continue;
        }
        const std::size_t level = sim::index_of(level_of(persons.attained[row]));
        people[level] += 1;
        general[level] += persons.general_skill[row].count();
        if (persons.field[row] != Field::general) {
            with_field[level] += 1;
            specific[level] += persons.specific_skill[row].count();
        }
    }
    const auto mean = [](std::int64_t sum, std::int64_t count) {
        return count > 0 ? Skill::step * static_cast<double>(sum) / static_cast<double>(count)
                         : 0.0;
    };
    for (std::size_t l = 0; l < levels; ++l) {
        means.general[l] = mean(general[l], people[l]);
        means.specific[l] = mean(specific[l], with_field[l]);
    }
}

}  // namespace vocational
