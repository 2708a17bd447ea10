// SPDX-License-Identifier: Apache-2.0
// Derived values of a run: made once from scenario, parameters and data, never changed, rebuilt
// after a restart. Phases hold a reference to it.
#pragma once

#include <cstdint>
#include <vector>

#include "models/vocational/params/all.hpp"
#include "models/vocational/population/cohort_index.hpp"
#include "models/vocational/population/records.hpp"
#include "sim/policy/ledger.hpp"
#include "sim/random/rng.hpp"

namespace vocational {

// Rows [begin, end) of a table.
struct RowRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::size_t size() const { return end - begin; }
};

struct Setting {
    double scale = 1.0;  // people per agent
    int base_year = 0;   // B: the calendar year of time.start
    int first_year = 0;  // of the first simulated quarter, a third one
    std::uint64_t seed = 0;
    std::uint32_t replicate = 0;
    CohortIndex cohorts;
    sim::LedgerShape ledger;

    std::vector<ProvinceId> province_of;                    // by city
    std::vector<RowRange> cities_of;                        // by province
    std::vector<RowRange> schools_in;                       // by city × track
    std::vector<std::vector<std::uint32_t>> programmes_in;  // by province × track, row numbers
    std::vector<RowRange> firms_in;                         // by city
    std::vector<double> exit_factors;                       // by sector; none: 1
    // Cumulative pull of cities for seekers from a city, rows sum to 1: [from · cities + to].
    std::vector<double> pull;
    // Appeal of a province of college for a province of home: [home · provinces + school].
    std::vector<double> college_appeal;
    // Cumulative shares of college seats of a province of school by province of home, by quota:
    // used where students of the initial state went to college. [home · provinces + school].
    std::vector<double> college_of_home;
    std::vector<double> college_of_home_total;  // share of all students with that home

    std::size_t cities() const { return province_of.size(); }
    std::size_t provinces() const { return cities_of.size(); }
    RowRange schools(CityId city, Track track) const {
        return schools_in[city.row() * tracks + sim::index_of(track)];
    }
    const std::vector<std::uint32_t>& programmes(std::size_t province, Track track) const {
        return programmes_in[province * tracks + sim::index_of(track)];
    }
    // A stream of the initial state.
    sim::Stream stream(std::string_view purpose) const {
        return sim::Stream(seed, replicate, sim::Purpose("initial").part(purpose));
    }
};

// Position in a cumulative distribution: the first index whose value exceeds u, at most the last.
inline std::size_t pick(const double* cumulative, std::size_t count, double u) {
    // Halves what is left without a branch, which could not be foretold.
    const double* at = cumulative;
    for (std::size_t left = count; left > 1;) {
        const std::size_t half = left / 2;
        at += at[half - 1] <= u ? half : 0;
        left -= half;
    }
    return static_cast<std::size_t>(at - cumulative);
}

}  // namespace vocational
