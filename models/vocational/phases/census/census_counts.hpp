// SPDX-License-Identifier: Apache-2.0
// 4.14 What the census counts while it runs over people, chunk by chunk, and what all chunks count.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "models/vocational/phases/census/census.hpp"
#include "models/vocational/phases/census/census_tally.hpp"
#include "models/vocational/phases/census/census_wages.hpp"

namespace vocational {

namespace census {

template <class T>
void add_all(std::vector<T>& sums, const std::vector<T>& parts) {
    std::transform(sums.begin(), sums.end(), parts.begin(), sums.begin(), std::plus<>());
}

}  // namespace census

// What one chunk counts.
struct Census::Part {
    std::vector<std::uint64_t> tallies;        // [province][level][group][state]
    std::vector<std::int32_t> bins;            // [province][wage bin], the jobless in bin 0
    std::vector<census::Leavers> leavers;      // [province][track]
    std::vector<std::int32_t> students;        // [group]: in vocational tracks
    std::vector<census::Completers> of_group;  // [group]
    std::vector<census::Completers> of_field;  // [field]

    void clear(std::size_t provinces) {
        tallies.assign(provinces * census::Offsets::province, 0);
        bins.assign(provinces * WageBins::size, 0);
        leavers.assign(provinces * tracks, {});
        students.assign(groups, 0);
        of_group.assign(groups, {});
        of_field.assign(fields, {});
    }
};

// What all of them count; wages in counts of 100 yuan.
struct Census::Counts {
    std::vector<std::int32_t> people;          // [province][level][group][state]
    std::vector<std::int64_t> wages;           // [province][level][group]
    std::vector<std::int32_t> bins;            // [province][wage bin], the employed
    std::vector<census::Leavers> leavers;      // [province][track]
    std::vector<std::int32_t> students;        // [group]: in vocational tracks
    std::vector<census::Completers> of_group;  // [group]
    std::vector<census::Completers> of_field;  // [field]

    explicit Counts(std::size_t provinces)
        : people(provinces * census::Offsets::province),
          wages(people.size() / census::states),
          bins(provinces * WageBins::size),
          leavers(provinces * tracks),
          students(groups),
          of_group(groups),
          of_field(fields) {}

    void add(const Part& part) {
        for (std::size_t i = 0; i < people.size(); ++i) {
            const std::int32_t counted = census::Tally::people(part.tallies[i]);
            const bool is_employed = i % census::states == sim::index_of(State::employed);
            people[i] += counted;
            wages[i / census::states] += census::Tally::wages(part.tallies[i]);
            bins[i / census::Offsets::province * WageBins::size] -= is_employed ? 0 : counted;
        }
        census::add_all(bins, part.bins);
        census::add_all(leavers, part.leavers);
        census::add_all(students, part.students);
        census::add_all(of_group, part.of_group);
        census::add_all(of_field, part.of_field);
    }
};

struct Census::Today {
    std::uint8_t now;                         // quarter modulo 256, as PersonTable::completed
    unsigned since_second;                    // quarters since the last second quarter
    std::vector<std::uint8_t> is_vocational;  // by programme
    bool is_second;                           // whether completers are of this quarter
};

}  // namespace vocational
