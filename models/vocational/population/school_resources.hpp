// SPDX-License-Identifier: Apache-2.0
// Schools at the start: owners, teachers, stations and courses at the nation's level, spread over
// provinces by their money. What differs later comes from budgets, not from here.
#pragma once

#include "models/vocational/population/school_norms.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

// Makes the tables that this submodel owns: once, with the world's others.
void add_school_tables(sim::World& world);

// Gives them their rows; `year` is the first simulated one. Schools and programmes must exist.
void fill_school_tables(const Setting& setting, const Params& params, const Records& records,
                        const SchoolNorms& norms, int year, sim::World& world);

// The state of the art that skills of the initial population reflect: that of the courses when they
// were learnt.
void give_skill_vintages(const Setting& setting, double course_age, int year, sim::World& world);

}  // namespace vocational
