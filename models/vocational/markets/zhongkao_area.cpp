// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/zhongkao_area.hpp"

#include <algorithm>
#include <functional>

namespace vocational {

namespace {

struct Liking {
    float utility;
    std::uint32_t option;
};

// Under the parallel mechanism a careful applicant names a school that she is sure of last in the
// first band, unless the band has one.
void insure(const Applicant& person, const Area& area, std::size_t band,
            std::vector<std::uint32_t>& options, std::size_t first) {
    const auto is_safe = [&](std::uint32_t number) {
        const AreaOption& option = area.options[number];
        return option.has_cutoff && person.score >= option.cutoff;
    };
    const auto begin = options.begin() + static_cast<std::ptrdiff_t>(first);
    if (options.end() - begin <= static_cast<std::ptrdiff_t>(band)) {
        return;
    }
    const auto later = begin + static_cast<std::ptrdiff_t>(band);
    if (std::any_of(begin, later, is_safe)) {
        return;
    }
    const auto safe = std::find_if(later, options.end(), is_safe);
    if (safe != options.end()) {
        std::rotate(later - 1, safe, safe + 1);
    }
}

}  // namespace

double general_cutoff(const Area& area) {
    std::vector<float> scores;
    std::size_t admitted = 0;
    for (const Applicant& person : area.applicants) {
        scores.push_back(person.score);
        const bool is_general =
            person.option != sim::unassigned && tracks_at_15[person.track] == Track::general_high;
        admitted += is_general ? std::size_t{1} : std::size_t{0};
    }
    if (admitted == 0) {
        return highest_score;
    }
    if (admitted == scores.size()) {
        return lowest_score;
    }
    std::nth_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(admitted),
                     scores.end(), std::greater<>());
    const double below = scores[admitted];
    const double above =
        *std::min_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(admitted));
    return 0.5 * (below + above);
}

void set_values(std::vector<AreaOption>& options, std::size_t first,
                const std::vector<double>& standing, const std::vector<double>& quality,
                double dissimilarity) {
    const std::size_t count = options.size() - first;
    if (count == 0) {
        return;
    }
    std::vector<double> weights;
    double seats = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        weights.push_back(options[first + i].is_reserved ? 0.0 : options[first + i].size);
        seats += weights.back();
    }
    const double usual = inclusive_value(standing, weights, dissimilarity);
    for (std::size_t i = 0; i < count; ++i) {
        options[first + i].value =
            standing[i] + quality[i] - usual +
            dissimilarity * sim::elementary::log(options[first + i].size / seats);
    }
}

void append_list(Applicant& person, const Area& area, const ListRules& rules,
                 std::vector<std::uint32_t>& options) {
    std::array<std::vector<Liking>, tracks_at_15.size()> liked;
    for (std::uint32_t i = 0; i < area.options.size(); ++i) {
        const AreaOption& option = area.options[i];
        if (person.utility[option.track] == not_listed ||
            (option.is_reserved && !person.is_rural)) {
            continue;
        }
        person.draws.skip_to(draws_at_15::school(option.track, option.number));
        const double taste = option_taste(rules.school_taste, person.draws);
        liked[option.track].push_back(
            {static_cast<float>(static_cast<double>(person.utility[option.track]) + option.value +
                                taste),
             i});
    }
    std::vector<Liking> list;
    for (std::size_t t = 0; t < liked.size(); ++t) {
        std::vector<Liking>& entries = liked[t];
        // Reserved seats of a school come before its open ones: same utility, lower number.
        std::stable_sort(entries.begin(), entries.end(),
                         [](const Liking& a, const Liking& b) { return a.utility > b.utility; });
        if (person.utility[t] == not_listed) {
            continue;
        }
        if (entries.empty()) {
            person.draws.skip_to(draws_at_15::school(t, 0));
            person.utility[t] += static_cast<float>(option_taste(rules.school_taste, person.draws));
        } else {
            person.utility[t] = entries.front().utility;
        }
        entries.resize(std::min(entries.size(), rules.length));
        list.insert(list.end(), entries.begin(), entries.end());
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Liking& a, const Liking& b) { return a.utility > b.utility; });
    const std::size_t first = options.size();
    for (const Liking& entry : list) {
        if (entry.utility <= 0.0F) {
            break;
        }
        options.push_back(entry.option);
    }
    if (rules.has_insurance && person.is_insured) {
        insure(person, area, rules.band, options, first);
    }
}

}  // namespace vocational
