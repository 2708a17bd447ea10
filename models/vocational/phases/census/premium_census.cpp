// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/premium_census.hpp"

#include <algorithm>
#include <cmath>

#include "models/vocational/agents/count.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

void PremiumCensus::run(const sim::Tick& tick) {
    const std::size_t cells = setting_.provinces() * experience_steps * levels;
    std::fill_n(employed_.data(), cells, 0);
    std::fill_n(log_wage_sum_.data(), cells, 0);
    tick.executor().for_rows(persons_.size(), CohortIndex::grain, [&](std::size_t i) {
        const std::size_t row = persons_.first() + i;
        if (state_.data()[row] != State::employed || wage_.data()[row].count() == 0 ||
            is_pool_.data()[link_.data()[row].firm().row()] != 0) {
            return;
        }
        const std::size_t cell =
            premium_cell(setting_.province_of[present_city_.data()[row].row()],
                         experience_step(experience_.data()[row]), level_of(attained_.data()[row]))
                .row();
        const double log_wage = sim::elementary::log(double{wage_.data()[row]});
        add_to(employed_.data()[cell], 1);
        add_to(log_wage_sum_.data()[cell],
               static_cast<std::int64_t>(std::floor(log_wage_steps * log_wage + 0.5)));
    });
}

}  // namespace vocational
