// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour_market.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "models/vocational/agents/count.hpp"
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
      records_(records),
      labour_(params.labour),
      market_(params.market),
      structures_(params.structures),
      wages_(wages),
      board_(setting, records),
      pools_(setting, params.labour),
      rows_(world),
      firms_(world) {}

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

// Orderings that must hold: posts open before anybody applies to them; contracts before the open
// market; all applications of a round stand before anybody is hired; pools come last.
void LabourMarket::run(const sim::Tick& tick) {
    const std::size_t cities = setting_.cities();
    const CarriedPosts carried{open_.data(), age_.data()};
    search_ = JobSearch(labour_, market_, FieldProximity(records_));
    tried_.resize(cities);
    std::fill_n(applied_.data(), cities * occupations, 0);
    std::fill_n(hires_.data(), cities * occupations, 0);
    std::fill_n(job_changes_.data(), cities * occupations, 0);
    board_.open(tick, purpose(), firm_columns(), sim::quarterly(market_.post_revision), carried);
    for (std::size_t city = 0; city < cities; ++city) {
        std::copy_n(board_.posts(CityId(city)).data(), occupations,
                    vacancies_.data() + city * occupations);
    }
    collect_jobless(tick);
    serve_contracts(tick);
    collect_employed(tick);
    for (int round = 0; round < labour_.rounds; ++round) {
        round_ = purpose().part(std::to_string(round));
        is_first_round_ = round == 0;
        if (!is_first_round_) {
            std::erase_if(seekers_, [&](const Seeker& seeker) {
                return state_.data()[seeker.row] != State::unemployed;
            });
        }
        choose_cities(tick);
        sort_seekers();
        expect_seekers();
        const auto for_cities = [&](auto&& body) { tick.executor().for_rows(cities, 1, body); };
        for_cities([&](std::size_t city) { apply_in_city(tick, CityId(city)); });
        rank_all();
        for_cities([&](std::size_t city) {
            hire_in_city(tick, CityId(city));
            board_.settle(CityId(city), tried_[city]);
        });
    }
    for (std::size_t city = 0; city < cities; ++city) {
        board_.close(CityId(city), carried);
    }
    enter_pools(tick);
}

void LabourMarket::choose_cities(const sim::Tick& tick) {
    const sim::Stream stream = tick.stream(round_.part("search"));
    tick.executor().for_rows(seekers_.size(), grain, [&](std::size_t i) {
        Seeker& seeker = seekers_[i];
        const PersonId person(seeker.row);
        sim::Rng rng = stream.at(seeker.identity, tick.key());
        const bool is_rural = origin_[person].hukou() == Hukou::rural;
        const bool moves =
            rng.bernoulli(is_rural ? labour_.move_share_rural() : labour_.move_share_urban());
        const double u = (rng.bits32() + 0.5) * 0x1p-32;
        seeker.city = present_city_.data()[seeker.row];
        if (moves) {
            const std::size_t from = seeker.city.row() * setting_.cities();
            seeker.city = CityId(pick(&setting_.pull[from], setting_.cities(), u));
        }
    });
}

// By city, then type, then as they stood.
void LabourMarket::sort_seekers() {
    const auto bucket = [](const Seeker& seeker) {
        return seeker.city.row() * seeker_types + seeker.type;
    };
    type_begin_.assign(setting_.cities() * seeker_types + 1, 0);
    for (const Seeker& seeker : seekers_) {
        ++type_begin_[bucket(seeker) + 1];
    }
    for (std::size_t i = 1; i < type_begin_.size(); ++i) {
        type_begin_[i] += type_begin_[i - 1];
    }
    std::vector<std::size_t> next(type_begin_.begin(), type_begin_.end() - 1);
    order_.resize(seekers_.size());
    for (std::size_t i = 0; i < seekers_.size(); ++i) {
        order_[next[bucket(seekers_[i])]++] = static_cast<std::uint32_t>(i);
    }
}

// Seekers to expect by city and type. The law is concave, so the scatter of a handful of seekers
// over types would lose matches in thin cities. Of a place's seekers n, n ÷ (n + few) count as the
// types that they are; the rest is spread over types as in the province, and there as in the
// nation.
void LabourMarket::expect_seekers() {
    constexpr double few = 300.0;
    const std::size_t cities = setting_.cities();
    const std::size_t provinces = setting_.provinces();
    std::vector<double> nation(seeker_types, 0.0);
    std::vector<double> province(provinces * seeker_types, 0.0);
    for (std::size_t city = 0; city < cities; ++city) {
        const std::size_t p = setting_.province_of[city].row();
        for (std::size_t type = 0; type < seeker_types; ++type) {
            const auto people = static_cast<double>(count_of(city, type));
            nation[type] += people;
            province[p * seeker_types + type] += people;
        }
    }
    // Turns the counts of a place into a mix of its own and of the shares around it.
    const auto mix = [](double* counts, const double* around) {
        const double people = std::accumulate(counts, counts + seeker_types, 0.0);
        const double others = std::accumulate(around, around + seeker_types, 0.0);
        for (std::size_t type = 0; type < seeker_types && others > 0.0; ++type) {
            const double drawn = people * around[type] / others;
            counts[type] = (counts[type] * people + drawn * few) / (people + few);
        }
    };
    for (std::size_t p = 0; p < provinces; ++p) {
        mix(&province[p * seeker_types], nation.data());
    }
    expected_seekers_.resize(cities * seeker_types);
    for (std::size_t city = 0; city < cities; ++city) {
        double* counts = &expected_seekers_[city * seeker_types];
        for (std::size_t type = 0; type < seeker_types; ++type) {
            counts[type] = static_cast<double>(count_of(city, type));
        }
        mix(counts, &province[setting_.province_of[city].row() * seeker_types]);
    }
}

void LabourMarket::apply_in_city(const sim::Tick& tick, CityId city) {
    const sim::Stream stream = tick.stream(round_.part("apply"));
    const ByOccupation& posts = board_.posts(city);
    ByOccupation& tried = tried_[city.row()];
    tried.fill(0.0);
    ByOccupation sums;
    for (std::size_t type = 0; type < seeker_types; ++type) {
        const std::size_t begin = type_begin_[city.row() * seeker_types + type];
        const std::size_t end = type_begin_[city.row() * seeker_types + type + 1];
        const double expected = expected_seekers_[city.row() * seeker_types + type];
        if (begin == end && !(expected > 0.0)) {
            continue;
        }
        const Level level = level_of(static_cast<Attained>(type / fields));
        search_.accumulate(posts, level, static_cast<Field>(type % fields), sums);
        const double total = sums.back();
        for (std::size_t o = 0; o < occupations && total > 0.0; ++o) {
            const double part = sums[o] - (o == 0 ? 0.0 : sums[o - 1]);
            tried[o] += expected * part / total *
                        search_.acceptance(level, Occupation{static_cast<std::uint8_t>(o)});
        }
        for (std::size_t i = begin; i < end; ++i) {
            Seeker& seeker = seekers_[order_[i]];
            seeker.occupation = {Seeker::nowhere};
            if (!(total > 0.0)) {
                continue;
            }
            sim::Rng rng = stream.at(seeker.identity, tick.key());
            const Occupation wish{
                static_cast<std::uint8_t>(pick(sums.data(), occupations, rng.uniform() * total))};
            if (is_first_round_) {
                applied_.data()[job_cell(city, wish).row()] += 1;
            }
            if (rng.bernoulli(search_.acceptance(level, wish))) {
                seeker.occupation = wish;
                seeker.score = score(tick, seeker, rng);
            }
        }
    }
}

float LabourMarket::score(const sim::Tick& tick, const Seeker& seeker, sim::Rng& rng) const {
    if (structures_.hiring != Hiring::ranked) {
        return 0.0F;
    }
    const PersonId person(seeker.row);
    const int since_completion = static_cast<std::uint8_t>(tick.now().index() - completed_[person]);
    const bool is_fresh = has_track(attained_[person]) && since_completion < quarters_fresh;
    const double noise = labour_.signal_noise * rng.normal();
    return static_cast<float>(wages_.perceived_productivity(
                                  worker(seeker.row), seeker.occupation,
                                  {contract_[person].is_certified(), noise,
                                   wages_.barrier_removed(setting_.province_of[seeker.city.row()])},
                                  market_) +
                              (is_fresh ? labour_.campus_recruiting() : 0.0));
}

// Scores become deviations from the mean of the occupation, then from that of the province.
void LabourMarket::rank_all() {
    ranks_.clear();
    if (structures_.hiring != Hiring::ranked) {
        return;
    }
    const auto take_off_means = [&](std::size_t groups, auto&& group_of) {
        std::vector<double> sum(groups, 0.0);
        std::vector<double> count(groups, 0.0);
        for (const Seeker& seeker : seekers_) {
            if (seeker.occupation.number != Seeker::nowhere) {
                sum[group_of(seeker)] += static_cast<double>(seeker.score);
                count[group_of(seeker)] += 1.0;
            }
        }
        for (Seeker& seeker : seekers_) {
            if (seeker.occupation.number != Seeker::nowhere) {
                const std::size_t group = group_of(seeker);
                seeker.score -= static_cast<float>(sum[group] / count[group]);
            }
        }
    };
    take_off_means(occupations,
                   [](const Seeker& seeker) { return std::size_t{seeker.occupation.number}; });
    take_off_means(setting_.provinces(), [&](const Seeker& seeker) {
        return setting_.province_of[seeker.city.row()].row();
    });
    for (const Seeker& seeker : seekers_) {
        if (seeker.occupation.number != Seeker::nowhere) {
            ranks_.add(seeker.occupation, static_cast<double>(seeker.score));
        }
    }
    ranks_.finish();
}

// A systematic sample: running sums of chances, one hire for each whole number they pass. It begins
// at a random place, so that nobody is last by rule when posts run out.
void LabourMarket::hire_in_city(const sim::Tick& tick, CityId city) {
    const std::size_t begin = type_begin_[city.row() * seeker_types];
    const std::size_t end = type_begin_[(city.row() + 1) * seeker_types];
    // By occupation, then as they stood.
    std::array<std::size_t, occupations + 1> next{};
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t o = seekers_[order_[i]].occupation.number;
        if (o != Seeker::nowhere) {
            ++next[o + 1];
        }
    }
    for (std::size_t o = 1; o < next.size(); ++o) {
        next[o] += next[o - 1];
    }
    std::vector<std::uint32_t> applicants(next.back());
    if (applicants.empty()) {
        return;
    }
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t o = seekers_[order_[i]].occupation.number;
        if (o != Seeker::nowhere) {
            applicants[next[o]++] = order_[i];
        }
    }
    sim::Rng rng = tick.stream(round_.part("cell")).at(sim::Identity{city.row()}, tick.key());
    double sum = rng.uniform();
    const auto start_at = rng.below(static_cast<std::uint32_t>(applicants.size()));
    std::rotate(applicants.begin(), applicants.begin() + start_at, applicants.end());
    const ByOccupation& posts = board_.posts(city);
    for (const std::uint32_t i : applicants) {
        const Seeker& seeker = seekers_[i];
        const std::size_t o = seeker.occupation.number;
        const double queue = tried_[city.row()][o] / posts[o];
        const Ranks::Band band =
            structures_.hiring == Hiring::ranked
                ? ranks_.band(seeker.occupation, static_cast<double>(seeker.score))
                : Ranks::Band{0.0, 1.0};
        const double after = sum + hire_chance(queue, band.from, band.to);
        if (std::floor(after) > std::floor(sum)) {
            hire(tick, seeker, rng.uniform());
        }
        sum = after;
    }
}

double LabourMarket::offered_wage(const sim::Tick& tick, const Seeker& seeker, FirmId firm) const {
    const Job job{setting_.province_of[seeker.city.row()], sector_[firm], seeker.occupation,
                  static_cast<double>(premium_[firm]) + static_cast<double>(offer_[firm])};
    const double residual = wages_.residual(seeker.identity, tick.key());
    return wages_.log_wage(worker(seeker.row), job, experience_.data()[seeker.row], residual);
}

// A worker who would not gain stays, and the post stays open.
void LabourMarket::hire(const sim::Tick& tick, const Seeker& seeker, double uniform) {
    const bool is_employed = state_.data()[seeker.row] == State::employed;
    if (board_.left(seeker.city) == 0) {
        return;
    }
    const auto firm = board_.take(seeker.city, seeker.occupation, uniform);
    const double log_wage = offered_wage(tick, seeker, *firm);
    const std::size_t cell = job_cell(seeker.city, seeker.occupation).row();
    if (is_employed) {
        const double least = (1.0 + market_.move_gain) * wage_.data()[seeker.row];
        if (sim::elementary::exp(log_wage) <= least || link_.data()[seeker.row].firm() == *firm) {
            board_.put_back(seeker.city, *firm, sector_[*firm]);
            return;
        }
        end_job(job_columns(), seeker.row, State::unemployed);
        job_changes_.data()[cell] += 1;
    }
    hires_.data()[cell] += 1;
    start(tick, seeker, *firm, log_wage);
}

void LabourMarket::start(const sim::Tick&, const Seeker& seeker, FirmId firm, double log_wage) {
    start_job(job_columns(), seeker.row, firm, seeker.occupation, sim::elementary::exp(log_wage));
    present_city_.data()[seeker.row] = seeker.city;
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
