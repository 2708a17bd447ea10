// SPDX-License-Identifier: Apache-2.0
// 4.11 The bases of wages, solved on the people who work: with m the recorded mean wage of a
// province and sector and r the mean of w · exp(−base) over its formal workers,
//   base' = ln m − ln r,
// and everybody's wage moves with the base, so that the mean wage is m. What the workers'
// schooling, skill and experience are paid is in r: it is not paid a second time. Few workers tell
// little of r, so a cell borrows 20 workers (`borrowed`) of the sector's national mean.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/parallel/executor.hpp"

namespace vocational {

struct WageColumns {
    // Of persons.
    std::size_t first;
    std::size_t end;
    const State* state;
    const Link* link;
    Wage* wage;
    // Of firms.
    const CityId* city;
    const std::uint8_t* sector;
    const std::uint8_t* is_pool;
    double* log_base;  // [province][sector]
};

void fit_wage_bases(const sim::Executor& executor, const Setting& setting, const Records& records,
                    const WageColumns& columns);

}  // namespace vocational
