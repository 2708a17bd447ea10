// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/zhongkao_area.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "sim/random/elementary_batch.hpp"
#include "sim/random/uniform_run.hpp"

namespace vocational {

namespace {

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

// One for each school of the track.
void draw_exponentials(sim::UniformRun& uniforms, std::uint8_t track, std::size_t schools,
                       std::vector<double>& exponentials) {
    exponentials.clear();
    for (std::size_t number = 0; number < schools; ++number) {
        exponentials.push_back(uniforms[draws_at_15::school(track, number) / 2]);
    }
    sim::elementary::log_each(exponentials);
    for (double& value : exponentials) {
        value = -value;
    }
}

// The options [begin, end), of one track.
void rank_schools(const Applicant& person, const Area& area, std::uint32_t begin, std::uint32_t end,
                  ListBuffer& buffer) {
    for (std::uint32_t i = begin; i < end; ++i) {
        const AreaOption& option = area.options[i];
        const HandsView& price = price_of(person, option);
        if (price.is_payable && (!option.is_reserved || person.is_rural)) {
            const double exponential = buffer.exponentials[option.number];
            buffer.ranked[option.track].push_back(
                {exponential * option.weight * price.weight, exponential, i});
        }
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
        options[first + i].weight = sim::elementary::exp(-options[first + i].value / dissimilarity);
    }
}

// Within a track the order of value + taste·Gumbel falling is that of exponential·exp(−value ÷
// taste) rising, so that only options that reach the list need their utility.
void append_list(Applicant& person, const Area& area, const ListRules& rules, ListBuffer& buffer,
                 std::vector<std::uint32_t>& options) {
    for (auto& ranked : buffer.ranked) {
        ranked.clear();
    }
    sim::UniformRun uniforms(person.draws);
    for (std::uint32_t i = 0, end = 0; i < area.options.size(); i = end) {
        const std::uint8_t track = area.options[i].track;
        for (end = i; end < area.options.size() && area.options[end].track == track;) {
            ++end;
        }
        if (person.utility[track] != not_listed) {
            draw_exponentials(uniforms, track, area.options[end - 1].number + 1,
                              buffer.exponentials);
            rank_schools(person, area, i, end, buffer);
        }
    }
    buffer.list.clear();
    for (std::size_t t = 0; t < buffer.ranked.size(); ++t) {
        if (person.utility[t] == not_listed) {
            continue;
        }
        std::vector<ListBuffer::Ranked>& ranked = buffer.ranked[t];
        const auto end =
            ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), rules.length));
        // Reserved seats of a school come before its open ones: same rank, lower number.
        std::partial_sort(ranked.begin(), end, ranked.end(), [](const auto& a, const auto& b) {
            return a.rank != b.rank ? a.rank < b.rank : a.option < b.option;
        });
        const auto before = static_cast<double>(person.utility[t]);
        for (auto entry = ranked.begin(); entry != end; ++entry) {
            const double taste = -rules.school_taste * sim::elementary::log(entry->exponential);
            const AreaOption& option = area.options[entry->option];
            const double utility = before + option.value + price_of(person, option).utility + taste;
            buffer.list.push_back({static_cast<float>(utility), entry->option});
        }
        if (ranked.empty()) {
            person.draws.skip_to(draws_at_15::school(t, 0));
            person.utility[t] += static_cast<float>(option_taste(rules.school_taste, person.draws));
        } else {
            person.utility[t] = std::prev(buffer.list.end(), end - ranked.begin())->utility;
        }
    }
    std::stable_sort(buffer.list.begin(), buffer.list.end(),
                     [](const auto& a, const auto& b) { return a.utility > b.utility; });
    const std::size_t first = options.size();
    for (const ListBuffer::Entry& entry : buffer.list) {
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
