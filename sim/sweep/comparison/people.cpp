// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/people.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

using Code = std::uint16_t;

// Where a span of identities lies in the columns.
struct Placed {
    std::uint64_t first;
    std::uint64_t count;
    std::size_t position;
};

std::vector<Placed> placed(const Portrait& portrait) {
    std::vector<Placed> list;
    std::size_t position = 0;
    for (const Portrait::Span& span : portrait.spans) {
        list.push_back({span.first.value, span.count, position});
        position += span.count;
    }
    SIM_EXPECT(position == portrait.cell.size());
    return list;
}

// body(position in a, position in b, count) for all identities that both have.
template <class Body>
void for_pairs(const Portrait& a, const Portrait& b, Body&& body) {
    if (a.spans == b.spans) {
        body(std::size_t{0}, std::size_t{0}, a.cell.size());
        return;
    }
    std::vector<Placed> as = placed(a);
    std::vector<Placed> bs = placed(b);
    for (std::vector<Placed>* list : {&as, &bs}) {
        std::sort(list->begin(), list->end(),
                  [](const Placed& x, const Placed& y) { return x.first < y.first; });
    }
    for (std::size_t i = 0, j = 0; i < as.size() && j < bs.size();) {
        const std::uint64_t begin = std::max(as[i].first, bs[j].first);
        const std::uint64_t end_a = as[i].first + as[i].count;
        const std::uint64_t end_b = bs[j].first + bs[j].count;
        const std::uint64_t end = std::min(end_a, end_b);
        if (begin < end) {
            body(as[i].position + (begin - as[i].first), bs[j].position + (begin - bs[j].first),
                 static_cast<std::size_t>(end - begin));
        }
        (end_a <= end_b ? i : j) += 1;
    }
}

// Judges two codes of one outcome.
class Judge {
  public:
    explicit Judge(const PersonalOutcome& outcome) : outcome_(outcome) {}

    People operator()(Code base, Code alternative) const {
        if (base == Portrait::none || alternative == Portrait::none) {
            return People::not_compared;
        }
        const double before = value(base);
        const double after = value(alternative);
        const double size = std::max(std::abs(before), std::abs(after));
        const double tolerance = std::max(outcome_.tolerance, outcome_.relative_tolerance * size);
        if (std::abs(after - before) <= tolerance) {
            return People::unchanged;
        }
        return after > before ? People::gainers : People::losers;
    }

  private:
    double value(Code code) const {
        return (static_cast<double>(code) - static_cast<double>(outcome_.zero)) * outcome_.step;
    }

    const PersonalOutcome& outcome_;
};

}  // namespace

PeopleCounts compare_people(const PeopleSpec& spec, const Portrait& base,
                            const Portrait& alternative, std::int64_t scale) {
    const std::size_t cells = spec.cells();
    PeopleCounts counts;
    for (std::vector<std::int64_t>& list : counts.of) {
        list.assign(spec.outcomes.size() * cells, 0);
    }
    for (const Portrait* portrait : {&base, &alternative}) {
        SIM_EXPECT(portrait->outcomes.size() == spec.outcomes.size());
        for (const std::vector<Code>& outcome : portrait->outcomes) {
            SIM_EXPECT(outcome.size() == portrait->cell.size());
        }
    }
    for_pairs(base, alternative, [&](std::size_t b, std::size_t a, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            // Groups are for life: a person in two cells would be in neither group's balance.
            SIM_EXPECT(base.cell[b + i] == alternative.cell[a + i]);
        }
        for (std::size_t o = 0; o < spec.outcomes.size(); ++o) {
            const Judge judge(spec.outcomes[o]);
            const std::vector<Code>& before = base.outcomes[o];
            const std::vector<Code>& after = alternative.outcomes[o];
            for (std::size_t i = 0; i < count; ++i) {
                const People kind = judge(before[b + i], after[a + i]);
                counts.of[index_of(kind)][o * cells + base.cell[b + i]] += scale;
            }
        }
    });
    return counts;
}

PeoplePairs::PeoplePairs(PeopleSpec spec, std::int64_t scale, std::size_t scenarios,
                         std::size_t replicates)
    : spec_(std::move(spec)), scale_(scale) {
    if (!spec_.empty() && scenarios > 1) {
        counts_.assign(scenarios - 1, std::vector<PeopleCounts>(replicates));
    }
}

bool PeoplePairs::misses(std::size_t scenario, std::size_t replicate) const {
    if (scenario > 0) {
        return scenario <= counts_.size() && counts_[scenario - 1][replicate].empty();
    }
    return std::any_of(counts_.begin(), counts_.end(),
                       [&](const auto& list) { return list[replicate].empty(); });
}

bool PeoplePairs::waits(std::size_t scenario, std::size_t replicate) const {
    const auto found = waiting_.find(replicate);
    return found != waiting_.end() &&
           (scenario == 0 ? found->second.base.has_value()
                          : found->second.alternatives.contains(scenario));
}

std::vector<PeoplePairs::Pair> PeoplePairs::take(std::size_t scenario, std::size_t replicate,
                                                 Portrait portrait) {
    std::vector<Pair> pairs;
    if (!misses(scenario, replicate)) {
        return pairs;
    }
    Waiting& waiting = waiting_[replicate];
    if (scenario == 0) {
        waiting.base = std::move(portrait);
    } else {
        waiting.alternatives.insert_or_assign(scenario, std::move(portrait));
    }
    if (waiting.base) {
        for (const auto& [alternative, other] : waiting.alternatives) {
            pairs.push_back({alternative, compare_people(spec_, *waiting.base, other, scale_)});
            put(alternative, replicate, pairs.back().counts);
        }
        waiting.alternatives.clear();
    }
    if (!misses(0, replicate)) {
        waiting_.erase(replicate);
    }
    return pairs;
}

void PeoplePairs::put(std::size_t alternative, std::size_t replicate, PeopleCounts counts) {
    counts_.at(alternative - 1).at(replicate) = std::move(counts);
}

void PeoplePairs::cut(std::size_t replicates) {
    for (auto& list : counts_) {
        list.resize(replicates);
    }
}

std::size_t PeoplePairs::portraits_kept() const {
    std::size_t number = 0;
    for (const auto& [replicate, waiting] : waiting_) {
        number += (waiting.base ? 1U : 0U) + waiting.alternatives.size();
    }
    return number;
}

}  // namespace sim
