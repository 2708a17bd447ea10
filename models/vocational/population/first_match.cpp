// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/first_match.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "sim/core/contract.hpp"

namespace vocational {

namespace {

bool has_lower_identity(const FirstSeeker& a, const FirstSeeker& b) {
    return a.identity < b.identity;
}

bool job_goes_first(const FirstJob& a, const FirstJob& b) {
    if (a.lottery != b.lottery) {
        return a.lottery < b.lottery;
    }
    return a.firm != b.firm ? a.firm < b.firm : a.number < b.number;
}

// A whole number that rises with the real one.
std::uint32_t ordered(float value) {
    constexpr std::uint32_t sign = 0x8000'0000U;
    const auto bits = std::bit_cast<std::uint32_t>(value + 0.0F);  // −0 is 0
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

// Rising order of a key of 32 bits; `less` decides between equal ones. Keys are sorted apart from
// what they belong to, which then moves once.
template <class T, class Key, class Less>
void sort_by(std::span<T> all, Key key, Less less) {
    constexpr unsigned key_bits = 32;
    SIM_EXPECT(all.size() >> key_bits == 0);
    std::vector<std::uint64_t> order;
    order.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        order.push_back(std::uint64_t{key(all[i])} << key_bits | i);
    }
    std::sort(order.begin(), order.end());
    const std::vector<T> stood(all.begin(), all.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = stood[static_cast<std::uint32_t>(order[i])];
    }
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        for (end = begin + 1;
             end < all.size() && order[end] >> key_bits == order[begin] >> key_bits; ++end) {
        }
        if (end - begin > 1) {
            std::sort(all.begin() + static_cast<std::ptrdiff_t>(begin),
                      all.begin() + static_cast<std::ptrdiff_t>(end), less);
        }
    }
}

// By bucket, else as they stood; where each bucket begins, and the end, into `begin`.
template <class T, class Bucket, std::size_t Size>
void arrange(std::span<T> all, Bucket bucket_of, std::array<std::size_t, Size>& begin) {
    begin.fill(0);
    for (const T& one : all) {
        ++begin[bucket_of(one) + 1];
    }
    for (std::size_t b = 1; b < Size; ++b) {
        begin[b] += begin[b - 1];
    }
    const std::vector<T> stood(all.begin(), all.end());
    auto next = begin;
    for (const T& one : stood) {
        all[next[bucket_of(one)]++] = one;
    }
}

template <class T, class Less>
void move_rest(std::vector<T>& all, std::size_t keep, std::vector<T>& rest, Less less) {
    if (keep == all.size()) {
        return;
    }
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(keep);
    std::nth_element(all.begin(), middle, all.end(), less);
    rest.insert(rest.end(), middle, all.end());
    all.erase(middle, all.end());
}

// Puts people of one level of jobs into the order of `jobs`, which it arranges by field; they come
// by lottery.
void match_fields(std::span<FirstSeeker> people, std::span<FirstJob> jobs) {
    sort_by(
        people, [](const FirstSeeker& p) { return p.lottery; }, has_lower_identity);
    const std::vector<FirstJob> by_lottery(jobs.begin(), jobs.end());
    const auto field_of = [](const FirstJob& job) { return sim::index_of(job.occupation.field()); };
    std::array<std::size_t, fields + 1> begin;
    arrange(jobs, field_of, begin);
    auto next = begin;
    std::vector<FirstSeeker> placed(people.size());
    std::vector<FirstSeeker> others;
    for (const FirstSeeker& person : people) {
        const std::size_t f = sim::index_of(person.field);
        if (person.field != Field::general && person.wants_own_field && next[f] < begin[f + 1]) {
            placed[next[f]++] = person;
        } else {
            others.push_back(person);
        }
    }
    // What is left of each field goes by lottery to the others.
    auto at = begin;
    auto other = others.begin();
    for (const FirstJob& job : by_lottery) {
        const std::size_t place = at[field_of(job)]++;
        if (place >= next[field_of(job)]) {
            placed[place] = *other++;
        }
    }
    std::copy(placed.begin(), placed.end(), people.begin());
}

}  // namespace

void set_apart(std::vector<FirstSeeker>& seekers, std::vector<FirstJob>& jobs,
               std::vector<FirstSeeker>& seekers_left, std::vector<FirstJob>& jobs_left) {
    const std::size_t pairs = std::min(seekers.size(), jobs.size());
    move_rest(seekers, pairs, seekers_left, [](const FirstSeeker& a, const FirstSeeker& b) {
        return a.reluctance != b.reluctance ? a.reluctance > b.reluctance
                                            : has_lower_identity(a, b);
    });
    move_rest(jobs, pairs, jobs_left, job_goes_first);
}

void pair_up(std::vector<FirstSeeker>& seekers, std::vector<FirstJob>& jobs) {
    SIM_EXPECT(seekers.size() == jobs.size());
    // Pooled jobs, then the others from the highest level down; all by lottery.
    constexpr std::size_t pools = sim::index_of(FirstJob::Kind::formal);
    const auto place_of = [](const FirstJob& job) {
        return job.kind != FirstJob::Kind::formal
                   ? sim::index_of(job.kind)
                   : pools + (job_levels - 1 - sim::index_of(job.occupation.level()));
    };
    sort_by(
        std::span(jobs), [](const FirstJob& job) { return job.lottery; }, job_goes_first);
    std::array<std::size_t, pools + job_levels + 1> begin;
    arrange(std::span(jobs), place_of, begin);
    const std::span people(seekers);
    sort_by(
        people, [](const FirstSeeker& p) { return ordered(-p.pool_score); }, has_lower_identity);
    sort_by(
        people.subspan(begin[pools]), [](const FirstSeeker& p) { return ordered(-p.ladder); },
        has_lower_identity);
    for (std::size_t level = pools; level + 1 < pools + job_levels; ++level) {
        const std::size_t count = begin[level + 1] - begin[level];
        match_fields(people.subspan(begin[level], count),
                     std::span(jobs).subspan(begin[level], count));
    }
}

}  // namespace vocational
