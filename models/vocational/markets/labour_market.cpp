// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour_market.hpp"

#include <algorithm>
#include <string>

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// Leavers count as fresh until the quarter before the next ones complete.
constexpr int quarters_fresh = 4;

}  // namespace

LabourMarket::LabourMarket(const Setting& setting, const Records& records, const Params& params,
                           const WageEquation& wages, const sim::World& world)
    : Phase("labour_market", "Seekers and open posts are matched; pools take the jobless."),
      setting_(setting),
      labour_(params.labour),
      structures_(params.structures),
      wages_(wages),
      board_(setting, records),
      pools_(setting, params.labour),
      rows_(world) {}

JobColumns LabourMarket::job_columns() const {
    return {state_.data(),      link_.data(), duration_.data(),
            occupation_.data(), wage_.data(), headcount_.data()};
}

FirmColumns LabourMarket::firm_columns() const {
    return {sector_.data(),    is_pool_.data(),    wanted_.data(),
            headcount_.data(), generation_.data(), skill_demand_.data()};
}

Worker LabourMarket::worker(std::size_t row) const {
    return {attained_.data()[row], field_.data()[row], general_skill_.data()[row],
            specific_skill_.data()[row]};
}

// Orderings that must hold: posts open before anybody applies to them; all applications stand
// before a cell is matched; later rounds see who and what the earlier ones left; pools come last.
void LabourMarket::run(const sim::Tick& tick) {
    search_ = JobSearch(labour_);
    board_.open(tick, purpose(), firm_columns());
    for (int round = 0; round < labour_.rounds; ++round) {
        round_ = purpose().part(std::to_string(round));
        is_first_round_ = round == 0;
        collect_seekers(tick);
        applications_.sort(seekers_, setting_.cities() * occupations);
        tick.executor().for_rows(setting_.cities(), 1, [&](std::size_t city) {
            for (std::size_t o = 0; o < occupations; ++o) {
                match_cell(tick, CityId(city), Occupation{static_cast<std::uint8_t>(o)});
            }
        });
    }
    enter_pools(tick);
}

// Two passes, so that seekers stand in row order whatever thread found them.
void LabourMarket::collect_seekers(const sim::Tick& tick) {
    constexpr std::size_t chunk_rows = CohortIndex::grain;
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
    const sim::Stream stream = tick.stream(round_.part("search"));
    tick.executor().for_chunks(rows_.size(), chunk_rows, [&](const sim::Chunk& chunk) {
        std::size_t at = chunk_begin_[chunk.number];
        setting_.cohorts.for_segments_of(
            first + chunk.begin, first + chunk.end,
            [&](const Segment& segment, std::size_t begin, std::size_t end) {
                for (std::size_t row = begin; row < end; ++row) {
                    if (state[row] == State::unemployed) {
                        const sim::Identity identity = segment.identity(row);
                        sim::Rng rng = stream.at(identity, tick.key());
                        seekers_[at++] = apply(tick.now(), identity, row, rng);
                    }
                }
            });
    });
}

Seeker LabourMarket::apply(sim::Quarter now, sim::Identity identity, std::size_t row,
                           sim::Rng& rng) const {
    const PersonId person(row);
    const double move_share = origin_[person].hukou() == Hukou::rural ? labour_.move_share_rural()
                                                                      : labour_.move_share_urban();
    const bool moves = rng.bernoulli(move_share);
    const double u = (rng.bits32() + 0.5) * 0x1p-32;
    CityId city = present_city_[person];
    if (moves) {
        city = CityId(pick(&setting_.pull[city.row() * setting_.cities()], setting_.cities(), u));
    }
    Seeker seeker{identity, 0, static_cast<std::uint32_t>(row), JobCellId(), 0.0F};
    const auto occupation = search_.choose(board_.openings(city), level_of(attained_[person]),
                                           field_[person], rng.uniform());
    if (occupation) {
        seeker.cell = job_cell(city, *occupation);
        seeker.lottery = rng.bits64();
        if (structures_.hiring == Hiring::ranked) {
            const int since_completion =
                static_cast<std::uint8_t>(now.index() - completed_.data()[row]);
            const bool is_fresh = has_track(attained_[person]) && since_completion < quarters_fresh;
            seeker.score = static_cast<float>(
                wages_.perceived_productivity(worker(row), *occupation,
                                              labour_.signal_noise * rng.normal()) +
                (is_fresh ? labour_.campus_recruiting() : 0.0));
        }
    }
    return seeker;
}

void LabourMarket::match_cell(const sim::Tick& tick, CityId city, Occupation occupation) {
    const JobCellId cell = job_cell(city, occupation);
    const std::span<const Post> posts = board_.posts(cell);
    const std::size_t applicants = applications_.count(cell);
    if (is_first_round_) {
        vacancies_[cell] = static_cast<std::int32_t>(posts.size());
        applied_[cell] = static_cast<std::int32_t>(applicants);
        hires_[cell] = 0;
    }
    if (posts.empty() || applicants == 0) {
        return;
    }
    const double uniform =
        tick.stream(round_.part("cell")).at(sim::Identity{cell.row()}, tick.key()).uniform();
    const auto hired = applications_.hire(cell, posts.size(), structures_.hiring, uniform);
    hires_[cell] += static_cast<std::int32_t>(hired.size());
    for (std::size_t i = 0; i < hired.size(); ++i) {
        hire(tick, hired[i], posts[i], city);
    }
    board_.take(city, occupation, hired.size());
}

void LabourMarket::hire(const sim::Tick& tick, std::size_t place, const Post& post, CityId city) {
    const std::size_t row = applications_.row(place);
    const FirmId firm(post.firm);
    const Job job{setting_.province_of[city.row()], sector_[firm], post.occupation,
                  static_cast<double>(premium_[firm])};
    const double residual = wages_.residual(applications_.identity(place), tick.key());
    const double log_wage = wages_.log_wage(worker(row), job, experience_.data()[row], residual);
    start_job(job_columns(), row, firm, post.occupation, sim::elementary::exp(log_wage));
    present_city_.data()[row] = city;
}

void LabourMarket::enter_pools(const sim::Tick& tick) {
    const std::size_t cities = setting_.cities();
    jobless_begin_.assign(cities + 1, 0);
    for (const Seeker& seeker : seekers_) {
        if (state_.data()[seeker.row] == State::unemployed) {
            ++jobless_begin_[present_city_.data()[seeker.row].row() + 1];
        }
    }
    for (std::size_t city = 0; city < cities; ++city) {
        jobless_begin_[city + 1] += jobless_begin_[city];
    }
    jobless_next_.assign(jobless_begin_.begin(), jobless_begin_.end());
    jobless_.resize(jobless_begin_.back());
    for (const Seeker& seeker : seekers_) {
        if (state_.data()[seeker.row] == State::unemployed) {
            const Level level = level_of(attained_.data()[seeker.row]);
            jobless_[jobless_next_[present_city_.data()[seeker.row].row()]++] = {
                seeker.identity, seeker.row, static_cast<float>(search_.elementary_weight(level))};
        }
    }
    tick.executor().for_rows(cities, 1, [&](std::size_t city) {
        std::vector<PoolEntrant> entrants;
        const std::span<const Jobless> jobless(jobless_.data() + jobless_begin_[city],
                                               jobless_begin_[city + 1] - jobless_begin_[city]);
        pools_.choose(tick, purpose(), CityId(city), firm_columns(), jobless, entrants);
        for (const PoolEntrant& entrant : entrants) {
            const sim::Identity identity = setting_.cohorts.identity(PersonId(entrant.row));
            const double log_income =
                wages_.log_pool_income(setting_.province_of[city], sector_[entrant.pool],
                                       wages_.residual(identity, tick.key()));
            start_job(job_columns(), entrant.row, entrant.pool,
                      Occupation::of(JobLevel::elementary, Field::general),
                      sim::elementary::exp(log_income));
        }
    });
}

}  // namespace vocational
