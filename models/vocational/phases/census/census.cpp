// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/census.hpp"

#include <algorithm>
#include <span>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/phases/census/census_counts.hpp"
#include "models/vocational/phases/census/census_wages.hpp"

namespace vocational {

using census::Offsets;
using census::states;
using census::Tally;

namespace {

constexpr unsigned recent_quarters = 12;

// Rows of a chunk. Each owns some 390 KB of counts, so there are a few for each thread; all of them
// are whole numbers, so how many there are shows in no result.
std::size_t rows_per_chunk(std::size_t rows, int threads) {
    constexpr std::size_t least = std::size_t{1} << 17;
    const std::size_t chunks = 8 * static_cast<std::size_t>(threads);
    return std::clamp(rows / chunks + 1, least, Tally::most_people - 1);
}

}  // namespace

Census::Census(const Setting& setting, const sim::World& world)
    : Phase("census", "Counts people by state, place, level and group; wages; leavers."),
      setting_(setting),
      persons_(world),
      programmes_(world) {}

Census::~Census() = default;

void Census::run(const sim::Tick& tick) {
    const Counts counts = count_people(tick);
    publish_labour(tick, counts);
    publish_leavers(counts);
    publish_completers(counts);
    publish_wages(counts);
    if (tick.is_quarter(3)) {
        count_climbers(tick);
    }
    if (tick.is_quarter(4)) {
        measure_rank_slopes(tick);
    }
}

std::vector<std::uint8_t> Census::vocational_programmes() const {
    std::vector<std::uint8_t> list(programmes_.end(), 0);
    for (std::size_t row = programmes_.first(); row < list.size(); ++row) {
        const SchoolId school = school_[ProgrammeId(row)];
        list[row] = is_vocational(school_track_[school]) ? 1 : 0;
    }
    return list;
}

Census::Counts Census::count_people(const sim::Tick& tick) {
    const auto quarter = static_cast<unsigned>(tick.now().quarter());
    const Today today{static_cast<std::uint8_t>(tick.key()), (quarter + 2U) % 4U,
                      vocational_programmes(), quarter == 2U};
    const std::size_t first = persons_.first();
    const std::size_t rows = rows_per_chunk(persons_.size(), tick.executor().threads());
    parts_.resize((persons_.size() + rows - 1) / rows);
    tick.executor().for_chunks(persons_.size(), rows, [&](const sim::Chunk& chunk) {
        Part& part = parts_[chunk.number];
        part.clear(setting_.provinces());
        count_rows(today, first + chunk.begin, first + chunk.end, part);
    });
    Counts counts(setting_.provinces());
    for (const Part& part : parts_) {
        counts.add(part);
    }
    return counts;
}

// The hot loop: one addition for state and wage together and one for the wage's bin, neither behind
// a branch; who has no job counts in bin 0.
void Census::count_rows(const Today& today, std::size_t begin, std::size_t end, Part& part) const {
    static constexpr Offsets offsets;
    std::uint64_t* const tally = part.tallies.data();
    std::int32_t* const bins = part.bins.data();
    const ProvinceId* const province_of = setting_.province_of.data();
    for (std::size_t row = begin; row < end; ++row) {
        const Attained attained = attained_.data()[row];
        // Who completes school this quarter has not applied anywhere yet: not unemployed so far.
        const bool is_new = completed_.data()[row] == today.now && has_track(attained) &&
                            state_.data()[row] == State::unemployed;
        const State state = is_new ? State::inactive : state_.data()[row];
        const Origin origin = origin_.data()[row];
        const std::uint8_t ses = ses_.data()[row];
        const std::size_t province = province_of[present_city_.data()[row].row()].row();
        const std::uint32_t mask = state == State::employed ? 0xFFFFU : 0U;
        const std::uint32_t wage = wage_.data()[row].count() & mask;
        const std::size_t cell = province * Offsets::province +
                                 offsets.of_level[sim::index_of(attained)] + offsets.of_fifth[ses] +
                                 group_of(origin, 0).row() * states + sim::index_of(state);
        tally[cell] += Tally::one + wage;
        ++bins[province * WageBins::size + WageBins::of(wage)];
        if (state == State::enrolled) {
            const std::size_t programme = link_.data()[row].programme().row();
            part.students[group_of(origin, ses).row()] += today.is_vocational[programme];
        }
        const unsigned elapsed = static_cast<std::uint8_t>(today.now - completed_.data()[row]);
        const bool is_recent = elapsed <= recent_quarters;
        if (is_recent & has_track(attained)) {  // one branch, seldom taken
            note_leaver(today, PersonId(row), province, elapsed, part);
        }
    }
}

void Census::publish_labour(const sim::Tick& tick, const Counts& counts) {
    for (std::size_t g = 0; g < groups; ++g) {
        const GroupId group(g);
        group_employed_[group] = group_unemployed_[group] = group_inactive_[group] = 0;
        group_wage_sum_[group] = 0;
        group_enrolled_[group] = 0;
        group_vocational_[group] = counts.students[g];
    }
    const sim::Quarter base(tick.start().year(), 3);
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        const ProvinceId province(p);
        double residents = 0.0;
        for (std::size_t l = 0; l < levels; ++l) {
            const LabourCellId cell = labour_cell(province, static_cast<Level>(l));
            employed_[cell] = unemployed_[cell] = inactive_[cell] = 0;
            wage_sum_[cell] = 0;
            for (std::size_t g = 0; g < groups; ++g) {
                const GroupId group(g);
                const std::size_t at = cell.row() * groups + g;
                const std::int32_t* people = counts.people.data() + at * states;
                const std::int32_t employed = people[sim::index_of(State::employed)];
                const std::int32_t unemployed = people[sim::index_of(State::unemployed)];
                const std::int32_t inactive = people[sim::index_of(State::inactive)];
                const std::int64_t wages = census::yuan_per_count * counts.wages[at];
                employed_[cell] += employed;
                unemployed_[cell] += unemployed;
                inactive_[cell] += inactive;
                wage_sum_[cell] += wages;
                group_employed_[group] += employed;
                group_unemployed_[group] += unemployed;
                group_inactive_[group] += inactive;
                group_wage_sum_[group] += wages;
                group_enrolled_[group] += people[sim::index_of(State::enrolled)];
            }
            residents += employed_[cell] + unemployed_[cell] + inactive_[cell];
        }
        residents_[province] = residents;
        if (tick.now() <= base) {
            residents_at_base_[province] = residents;
        }
    }
}

void Census::publish_wages(const Counts& counts) {
    std::vector<std::int32_t> nation(WageBins::size, 0);
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        const std::span bins(counts.bins.data() + p * WageBins::size, WageBins::size);
        std::int32_t earners = 0;
        for (std::size_t bin = 0; bin < bins.size(); ++bin) {
            nation[bin] += bins[bin];
            earners += bins[bin];
        }
        gini_[ProvinceId(p)] = gini_of(bins);
        wage_earners_[ProvinceId(p)] = earners;
    }
    national_gini_.data()[0] = gini_of(nation);
}

// Of those born to enter at 15 six years ago whose first track was vocational: who moved up.
void Census::count_climbers(const sim::Tick& tick) {
    std::fill_n(starters_.data(), setting_.provinces() * tracks, 0);
    std::fill_n(climbers_.data(), setting_.provinces() * tracks, 0);
    std::fill_n(group_starters_.data(), groups, 0);
    std::fill_n(group_climbers_.data(), groups, 0);
    const int year = tick.now().year();
    if (year - 6 < setting_.first_year) {
        return;  // the initial state holds where a cohort stands, not all its ways
    }
    const std::size_t first =
        std::max(persons_.first(), setting_.cohorts.first_row(sim::Quarter(year - 22, 4)));
    const std::size_t last =
        std::min(persons_.end(), setting_.cohorts.first_row(sim::Quarter(year - 21, 4)));
    setting_.cohorts.for_segments(
        tick.executor(), first, std::max(first, last),
        [&](const Segment& segment, std::size_t begin, std::size_t end) {
            const ProvinceId home = setting_.province_of[segment.home.row()];
            for (std::size_t row = begin; row < end; ++row) {
                const PersonId person(row);
                const Path path = path_[person];
                if (!path.has_first_track() || !is_vocational(path.first_track())) {
                    continue;
                }
                const TrackCellId cell = track_cell(home, path.first_track());
                const GroupId group = group_of(origin_[person], ses_[person]);
                const std::int32_t climbed = path.has_moved_up() ? 1 : 0;
                add_to(starters_[cell], 1);
                add_to(climbers_[cell], climbed);
                add_to(group_starters_[group], 1);
                add_to(group_climbers_[group], climbed);
            }
        });
}

// Percentiles are among the employed aged 25 to 34 of the whole nation.
void Census::measure_rank_slopes(const sim::Tick& tick) {
    const std::size_t first =
        std::max(persons_.first(), setting_.cohorts.first_row(tick.now() - (35 * 4 - 1)));
    const std::size_t last = std::max(
        first, std::min(persons_.end(), setting_.cohorts.first_row(tick.now() - (25 * 4 - 1))));
    const std::size_t rows = rows_per_chunk(last - first, tick.executor().threads());
    const auto for_earners = [&](const sim::Chunk& chunk, auto&& body) {
        for (std::size_t row = first + chunk.begin; row < first + chunk.end; ++row) {
            if (state_[PersonId(row)] == State::employed) {
                body(PersonId(row), WageBins::of(wage_[PersonId(row)]));
            }
        }
    };
    const auto bins = tick.executor().reduce(
        last - first, rows, std::vector<std::int32_t>(WageBins::size, 0),
        [&](const sim::Chunk& chunk) {
            std::vector<std::int32_t> part(WageBins::size, 0);
            for_earners(chunk, [&](PersonId, std::size_t bin) { ++part[bin]; });
            return part;
        },
        [](auto sum, const auto& part) {
            census::add_all(sum, part);
            return sum;
        });
    const std::vector<std::int32_t> percentiles = percentiles_of(bins);
    const auto provinces = tick.executor().reduce(
        last - first, rows, std::vector<RankSums>(setting_.provinces()),
        [&](const sim::Chunk& chunk) {
            std::vector<RankSums> part(setting_.provinces());
            for_earners(chunk, [&](PersonId person, std::size_t bin) {
                const std::size_t city = present_city_[person].row();
                part[setting_.province_of[city].row()].add(ses_[person], percentiles[bin]);
            });
            return part;
        },
        [](auto sum, const auto& part) {
            for (std::size_t p = 0; p < sum.size(); ++p) {
                sum[p].add(part[p]);
            }
            return sum;
        });
    RankSums nation;
    const auto publish = [](const RankSums& sums, double& slope, std::int32_t& people) {
        slope = sums.has_slope() ? sums.slope() : 0.0;
        people = sums.has_slope() ? static_cast<std::int32_t>(sums.people) : 0;
    };
    for (std::size_t p = 0; p < provinces.size(); ++p) {
        publish(provinces[p], rank_slope_[ProvinceId(p)], rank_people_[ProvinceId(p)]);
        nation.add(provinces[p]);
    }
    publish(nation, national_rank_slope_.data()[0], national_rank_people_.data()[0]);
}

}  // namespace vocational
