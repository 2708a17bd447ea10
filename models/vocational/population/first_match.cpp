// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/first_match.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "sim/core/contract.hpp"

namespace vocational {

namespace {

// Rising order of a key; people of equal key by identity.
template <class Key>
auto seekers_by(Key key) {
    return [key](const FirstSeeker& a, const FirstSeeker& b) {
        return key(a) != key(b) ? key(a) < key(b) : a.identity < b.identity;
    };
}

bool job_goes_first(const FirstJob& a, const FirstJob& b) {
    if (a.lottery != b.lottery) {
        return a.lottery < b.lottery;
    }
    return a.firm != b.firm ? a.firm < b.firm : a.number < b.number;
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

// Puts people of one level of jobs into the order of `jobs`, which it sorts by field.
void match_fields(std::span<FirstSeeker> people, std::span<FirstJob> jobs) {
    std::sort(people.begin(), people.end(),
              seekers_by([](const FirstSeeker& p) { return p.lottery; }));
    std::sort(jobs.begin(), jobs.end(), [](const FirstJob& a, const FirstJob& b) {
        const auto x = a.occupation.field();
        const auto y = b.occupation.field();
        return x != y ? x < y : job_goes_first(a, b);
    });
    std::array<std::size_t, fields> next{};
    std::array<std::size_t, fields> end{};
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        ++end[sim::index_of(jobs[i].occupation.field())];
    }
    for (std::size_t f = 1; f < fields; ++f) {
        next[f] = end[f - 1];
        end[f] += end[f - 1];
    }
    std::vector<FirstSeeker> placed(people.begin(), people.end());
    std::vector<FirstSeeker> others;
    std::vector<bool> is_taken(jobs.size(), false);
    for (const FirstSeeker& person : people) {
        const std::size_t f = sim::index_of(person.field);
        if (person.field != Field::general && person.wants_own_field && next[f] < end[f]) {
            is_taken[next[f]] = true;
            placed[next[f]++] = person;
        } else {
            others.push_back(person);
        }
    }
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (!is_taken[i]) {
            free.push_back(i);
        }
    }
    std::sort(free.begin(), free.end(),
              [&](std::size_t a, std::size_t b) { return job_goes_first(jobs[a], jobs[b]); });
    for (std::size_t i = 0; i < others.size(); ++i) {
        placed[free[i]] = others[i];
    }
    std::copy(placed.begin(), placed.end(), people.begin());
}

}  // namespace

void set_apart(std::vector<FirstSeeker>& seekers, std::vector<FirstJob>& jobs,
               std::vector<FirstSeeker>& seekers_left, std::vector<FirstJob>& jobs_left) {
    const std::size_t pairs = std::min(seekers.size(), jobs.size());
    move_rest(seekers, pairs, seekers_left,
              seekers_by([](const FirstSeeker& p) { return -p.reluctance; }));
    move_rest(jobs, pairs, jobs_left, job_goes_first);
}

void pair_up(std::vector<FirstSeeker>& seekers, std::vector<FirstJob>& jobs) {
    SIM_EXPECT(seekers.size() == jobs.size());
    std::sort(jobs.begin(), jobs.end(), [](const FirstJob& a, const FirstJob& b) {
        if (a.kind != b.kind) {
            return a.kind < b.kind;
        }
        if (a.occupation.level() != b.occupation.level()) {
            return a.occupation.level() > b.occupation.level();
        }
        return job_goes_first(a, b);
    });
    const auto is_formal = [](const FirstJob& job) { return job.kind == FirstJob::Kind::formal; };
    const std::ptrdiff_t pooled = std::find_if(jobs.begin(), jobs.end(), is_formal) - jobs.begin();
    std::sort(seekers.begin(), seekers.end(),
              seekers_by([](const FirstSeeker& p) { return -p.pool_score; }));
    std::sort(seekers.begin() + pooled, seekers.end(),
              seekers_by([](const FirstSeeker& p) { return -p.ladder; }));
    auto begin = static_cast<std::size_t>(pooled);
    while (begin < jobs.size() && jobs[begin].occupation.level() != JobLevel::elementary) {
        std::size_t end = begin;
        while (end < jobs.size() &&
               jobs[end].occupation.level() == jobs[begin].occupation.level()) {
            ++end;
        }
        match_fields(std::span(seekers).subspan(begin, end - begin),
                     std::span(jobs).subspan(begin, end - begin));
        begin = end;
    }
}

}  // namespace vocational
