// SPDX-License-Identifier: Apache-2.0
// 4.14 Winners and losers: what comparisons ask about each person at the end of a run, and the
// groups that people belong to from birth: home province, sex, registration, fifth of family
// status, and whether they chose their first track before the start or since. Who is enrolled or
// away is not compared: income forgone for a course that goes on is no loss.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/output/portrait.hpp"
#include "sim/schedule/clock.hpp"

namespace vocational {

sim::PeopleSpec people_spec(const std::vector<std::string>& provinces);

sim::Portrait portrait_of(const Setting& setting, const sim::Tick& tick, const PersonTable& persons,
                          const WageEquation& wages);

}  // namespace vocational
