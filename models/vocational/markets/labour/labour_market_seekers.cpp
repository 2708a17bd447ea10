// SPDX-License-Identifier: Apache-2.0
// Who seeks in a quarter: the jobless, some of the employed, and first those with a reserved post.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/vocational/markets/labour/labour_market.hpp"
#include "models/vocational/markets/labour/thin_places.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr std::size_t chunk_rows = CohortIndex::grain;
// Low pay makes people search more, within these factors.
constexpr double least_pay_factor = 0.5;
constexpr double most_pay_factor = 2.0;

}  // namespace

// Two passes, so that seekers stand in row order whatever thread found them.
void LabourMarket::collect_jobless(const sim::Tick& tick) {
    const std::size_t first = rows_.first();
    chunk_begin_.assign((rows_.size() + chunk_rows - 1) / chunk_rows + 1, 0);
    const State* state = state_.data();
    tick.executor().for_chunks(rows_.size(), chunk_rows, [&](const sim::Chunk& chunk) {
        chunk_begin_[chunk.number + 1] = static_cast<std::size_t>(
            std::count(state + first + chunk.begin, state + first + chunk.end, State::unemployed));
    });
    for (std::size_t i = 1; i < chunk_begin_.size(); ++i) {
        chunk_begin_[i] += chunk_begin_[i - 1];
    }
    seekers_.resize(chunk_begin_.back());
    tick.executor().for_chunks(rows_.size(), chunk_rows, [&](const sim::Chunk& chunk) {
        std::size_t at = chunk_begin_[chunk.number];
        setting_.cohorts.for_segments_of(
            first + chunk.begin, first + chunk.end,
            [&](const Segment& segment, std::size_t begin, std::size_t end) {
                for (std::size_t row = begin; row < end; ++row) {
                    if (state[row] == State::unemployed) {
                        seekers_[at++] = seeker(tick, row, segment.identity(row));
                    }
                }
            });
    });
}

// Steps from one candidate to the next at the highest rate of all and then looks at her own, so
// that only rows drawn are touched.
void LabourMarket::collect_employed(const sim::Tick& tick) {
    const double rate = sim::quarterly(market_.on_the_job_search);
    const double highest = std::min(0.9, rate * market_.mismatch_search * most_pay_factor);
    if (!(highest > 0.0)) {
        return;
    }
    const double per_step = 1.0 / -sim::elementary::log1p(-highest);
    const sim::Stream stream = tick.stream(purpose().part("on the job"));
    searching_.resize(chunk_begin_.size());
    tick.executor().for_chunks(rows_.size(), chunk_rows, [&](const sim::Chunk& chunk) {
        std::vector<Seeker>& found = searching_[chunk.number];
        found.clear();
        const std::size_t first = rows_.first();
        setting_.cohorts.for_segments_of(
            first + chunk.begin, first + chunk.end,
            [&](const Segment& segment, std::size_t begin, std::size_t end) {
                sim::Rng rng = stream.at(segment.identity(segment.begin), tick.key());
                double row = static_cast<double>(segment.begin) - 1.0;
                for (;;) {
                    row += 1.0 + std::floor(rng.exponential() * per_step);
                    const double accept = rng.uniform() * highest;
                    if (row >= static_cast<double>(end)) {
                        break;
                    }
                    const auto at = static_cast<std::size_t>(row);
                    if (at < begin || state_.data()[at] != State::employed ||
                        duration_.data()[at] == 0 || is_pool_[link_.data()[at].firm()] != 0) {
                        continue;
                    }
                    const Occupation job = occupation_.data()[at];
                    const FirmId firm = link_.data()[at].firm();
                    const bool misfit = is_below_own_level(attained_.data()[at], job) ||
                                        is_other_field(field_.data()[at], job);
                    const double usual = wages_.mean_wage(
                        setting_.province_of[firm_city_[firm].row()], sector_[firm]);
                    const double pay = std::clamp(usual / std::max(1.0, double{wage_.data()[at]}),
                                                  least_pay_factor, most_pay_factor);
                    if (accept < rate * pay * (misfit ? market_.mismatch_search() : 1.0)) {
                        found.push_back(seeker(tick, at, segment.identity(at)));
                    }
                }
            });
    });
    std::size_t all = seekers_.size();
    for (std::size_t chunk = 0; chunk + 1 < chunk_begin_.size(); ++chunk) {
        all += searching_[chunk].size();
    }
    seekers_.reserve(all);  // growth by doubling would keep twice the memory
    for (std::size_t chunk = 0; chunk + 1 < chunk_begin_.size(); ++chunk) {
        seekers_.insert(seekers_.end(), searching_[chunk].begin(), searching_[chunk].end());
    }
}

// Who left school under a contract that the firm holds takes one of its open posts or is free of
// it.
void LabourMarket::serve_contracts(const sim::Tick& tick) {
    for (Seeker& seeker : seekers_) {
        const PersonId person(seeker.row);
        const std::size_t firm = link_.data()[seeker.row].firm().row();
        if (!contract_[person].exists() || firm < firms_.first() || firm >= firms_.end()) {
            continue;
        }
        const FirmId partner(firm);
        link_.data()[seeker.row] = Link();
        contract_[person].sign(ContractKind::none);
        const CityId city = firm_city_[partner];
        if (board_.take_from(partner, city, sector_[partner])) {
            seeker.city = city;
            seeker.occupation = Occupation::of(
                static_cast<JobLevel>(sim::index_of(level_of(attained_[person]))),
                level_of(attained_[person]) == Level::lower_secondary ? Field::general
                                                                      : field_[person]);
            hires_.data()[job_cell(city, seeker.occupation).row()] += 1;
            start(seeker, city, partner, offered_wage(tick, seeker, partner));
        }
    }
    std::erase_if(seekers_, [&](const Seeker& seeker) {
        return state_.data()[seeker.row] != State::unemployed;
    });
}

// Seekers to expect by city and type: thin cities and provinces lean on what is around them.
void LabourMarket::expect_seekers() {
    const std::size_t cities = setting_.cities();
    const std::size_t provinces = setting_.provinces();
    std::vector<double> nation(seeker_types, 0.0);
    std::vector<double> province(provinces * seeker_types, 0.0);
    expected_seekers_.resize(cities * seeker_types);
    for (std::size_t city = 0; city < cities; ++city) {
        const std::size_t p = setting_.province_of[city].row();
        for (std::size_t type = 0; type < seeker_types; ++type) {
            const auto people = static_cast<double>(count_of(city, type));
            nation[type] += people;
            province[p * seeker_types + type] += people;
            expected_seekers_[city * seeker_types + type] = people;
        }
    }
    const auto lean = [&](std::span<double> counts, std::span<const double> around) {
        lean_on(counts, around, std::accumulate(counts.begin(), counts.end(), 0.0),
                market_.thin_market);
    };
    const auto of_province = [&](std::size_t p) {
        return std::span(province).subspan(p * seeker_types, seeker_types);
    };
    for (std::size_t p = 0; p < provinces; ++p) {
        lean(of_province(p), nation);
    }
    for (std::size_t city = 0; city < cities; ++city) {
        lean(std::span(expected_seekers_).subspan(city * seeker_types, seeker_types),
             of_province(setting_.province_of[city].row()));
    }
}

}  // namespace vocational
