// SPDX-License-Identifier: Apache-2.0
// Whom posts take in a round of the labour market, and what follows from a hire.
#include <algorithm>
#include <array>
#include <cmath>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/markets/labour/labour_market.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

// Scores become deviations from the mean of the occupation, then from that of the province. Sums
// are taken by province in the order of the queue, then over provinces.
void LabourMarket::rank_all(const sim::Executor& executor) {
    ranks_.clear();
    if (structures_.hiring != Hiring::ranked) {
        return;
    }
    struct Mean {
        double sum = 0.0;
        double count = 0.0;
        void add(float score) {
            sum += static_cast<double>(score);
            count += 1.0;
        }
        void add(const Mean& other) {
            sum += other.sum;
            count += other.count;
        }
        float value() const { return static_cast<float>(count > 0.0 ? sum / count : 0.0); }
    };
    using Means = std::array<Mean, occupations>;
    const std::size_t provinces = setting_.provinces();
    const auto for_applicants = [&](std::size_t province, auto&& body) {
        const RowRange cities = setting_.cities_of[province];
        for (std::size_t city = cities.begin; city < cities.end; ++city) {
            for (Seeker& seeker : queue_in(city)) {
                if (seeker.occupation.number != Seeker::nowhere) {
                    body(seeker);
                }
            }
        }
    };
    std::vector<Means> means_of(provinces);
    executor.for_rows(provinces, 1, [&](std::size_t p) {
        for_applicants(p, [&](const Seeker& seeker) {
            means_of[p][seeker.occupation.number].add(seeker.score);
        });
    });
    Means of_occupation{};
    for (const Means& means : means_of) {
        for (std::size_t o = 0; o < occupations; ++o) {
            of_occupation[o].add(means[o]);
        }
    }
    executor.for_rows(provinces, 1, [&](std::size_t p) {
        Mean of_province;
        for_applicants(p, [&](Seeker& seeker) {
            seeker.score -= of_occupation[seeker.occupation.number].value();
            of_province.add(seeker.score);
        });
        const float mean = of_province.value();
        for_applicants(p, [&](Seeker& seeker) { seeker.score -= mean; });
    });
    for (const Seeker& seeker : queue_) {
        if (seeker.occupation.number != Seeker::nowhere) {
            ranks_.add(seeker.occupation, static_cast<double>(seeker.score));
        }
    }
    ranks_.finish();
}

// Who of a city is let in, by occupation, then as they stood, from a random place on, so that
// nobody is last by rule when posts run out.
std::span<const std::uint32_t> LabourMarket::line_up(CityId city, sim::Rng& rng) {
    const std::size_t begin = type_begin_[city.row() * seeker_types];
    const std::span<const Seeker> here = queue_in(city.row());
    std::array<std::uint32_t, occupations + 1> next{};
    for (const Seeker& seeker : here) {
        if (seeker.occupation.number != Seeker::nowhere) {
            ++next[seeker.occupation.number + 1U];
        }
    }
    for (std::size_t o = 1; o < next.size(); ++o) {
        next[o] += next[o - 1];
    }
    const std::span<std::uint32_t> applicants(applicants_.data() + begin, next.back());
    for (std::size_t i = 0; i < here.size(); ++i) {
        const std::size_t o = here[i].occupation.number;
        if (o != Seeker::nowhere) {
            applicants[next[o]++] = static_cast<std::uint32_t>(begin + i);
        }
    }
    if (!applicants.empty()) {
        const auto start_at = rng.below(static_cast<std::uint32_t>(applicants.size()));
        std::rotate(applicants.begin(), applicants.begin() + start_at, applicants.end());
    }
    return applicants;
}

double LabourMarket::hires_to_expect(CityId city) const {
    double sum = 0.0;
    for (std::size_t o = 0; o < occupations; ++o) {
        sum += expected_hires(tried_[city.row()][o], board_.posts(city)[o]);
    }
    return sum;
}

// The chance that the law gives to each who is let in, and their sum.
void LabourMarket::weigh_in_city(const sim::Tick& tick, CityId city) {
    sim::Rng rng = tick.stream(round_.part("first")).at(sim::Identity{city.row()}, tick.key());
    const std::span<const std::uint32_t> applicants = line_up(city, rng);
    const ByOccupation& posts = board_.posts(city);
    float* chances = chances_.data() + type_begin_[city.row() * seeker_types];
    double sum = 0.0;
    for (std::size_t k = 0; k < applicants.size(); ++k) {
        const Seeker& seeker = queue_[applicants[k]];
        const std::size_t o = seeker.occupation.number;
        const Ranks::Band band =
            structures_.hiring == Hiring::ranked
                ? ranks_.band(seeker.occupation, static_cast<double>(seeker.score))
                : Ranks::Band{0.0, 1.0};
        chances[k] =
            static_cast<float>(hire_chance(tried_[city.row()][o] / posts[o], band.from, band.to));
        sum += static_cast<double>(chances[k]);
    }
    weighed_[city.row()] = {applicants.size(), sum, hires_to_expect(city)};
}

// A systematic sample: running sums of chances, one hire for each whole number they pass. `factor`
// brings the nation's chances to the hires that the law expects. It is not taken by city: a city
// where few happen to apply cannot make up for what others lose, so hires would be fewer, the fewer
// people there are.
void LabourMarket::hire_in_city(const sim::Tick& tick, CityId city, double factor) {
    std::vector<Offered>& unserved = unserved_[city.row()];
    unserved.clear();
    const std::size_t begin = type_begin_[city.row() * seeker_types];
    sim::Rng rng = tick.stream(round_.part("cell")).at(sim::Identity{city.row()}, tick.key());
    double sum = rng.uniform();
    for (std::size_t k = begin; k < begin + weighed_[city.row()].applicants; ++k) {
        const double after = sum + std::min(1.0, factor * static_cast<double>(chances_[k]));
        if (std::floor(after) > std::floor(sum)) {
            const double uniform = rng.uniform();
            if (!hire(tick, queue_[applicants_[k]], city, uniform)) {
                unserved.push_back({applicants_[k], uniform});
            }
        }
        sum = after;
    }
}

double LabourMarket::chance_factor() const {
    double chances = 0.0;
    double expected = 0.0;
    for (const Weighed& city : weighed_) {
        chances += city.chances;
        expected += city.expected;
    }
    return chances > 0.0 ? expected / chances : 0.0;
}

// Whom the law hires where what is expected has no whole post left takes one of the province's
// other cities, or of the nation's, by lot over open posts. She lives where she searched: that an
// agent's post does not divide is no reason to move.
void LabourMarket::place_elsewhere(const sim::Tick& tick) {
    for (std::size_t from = 0; from < setting_.cities(); ++from) {
        for (const Offered& offered : unserved_[from]) {
            const RowRange near = setting_.cities_of[setting_.province_of[from].row()];
            const RowRange all{0, static_cast<std::uint32_t>(setting_.cities())};
            auto city = city_by_lot(near, offered.uniform);
            city = city ? city : city_by_lot(all, offered.uniform);
            if (!city) {
                return;
            }
            Seeker& seeker = queue_[offered.seeker];
            seeker.city = *city;
            hire(tick, seeker, CityId(from), offered.uniform);
        }
    }
}

std::optional<CityId> LabourMarket::city_by_lot(const RowRange& cities, double uniform) const {
    std::size_t open = 0;
    for (std::size_t city = cities.begin; city < cities.end; ++city) {
        open += board_.left(CityId(city));
    }
    auto left = static_cast<std::size_t>(uniform * static_cast<double>(open));
    for (std::size_t city = cities.begin; city < cities.end && open > 0; ++city) {
        const std::size_t here = board_.left(CityId(city));
        if (left < here) {
            return CityId(city);
        }
        left -= here;
    }
    return std::nullopt;
}

double LabourMarket::offered_wage(const sim::Tick& tick, const Seeker& seeker, FirmId firm) const {
    const Job job{setting_.province_of[seeker.city.row()], sector_[firm], seeker.occupation,
                  static_cast<double>(premium_[firm]) + static_cast<double>(offer_[firm])};
    const double residual = wages_.residual(seeker.identity, tick.key());
    return wages_.log_wage(seeker.worker(), job, experience_.data()[seeker.row], residual);
}

// False if the city has no post left. A worker who would not gain stays, and the post stays open.
bool LabourMarket::hire(const sim::Tick& tick, const Seeker& seeker, CityId residence,
                        double uniform) {
    const bool is_employed = state_.data()[seeker.row] == State::employed;
    if (board_.left(seeker.city) == 0) {
        return false;
    }
    const FirmId firm = is_employed
                            ? board_.take_elsewhere(seeker.city, seeker.occupation, uniform,
                                                    link_.data()[seeker.row].firm(), sector_.data())
                            : board_.take(seeker.city, seeker.occupation, uniform);
    const double log_wage = offered_wage(tick, seeker, firm);
    const std::size_t cell = job_cell(seeker.city, seeker.occupation).row();
    if (is_employed) {
        const double least = (1.0 + market_.move_gain) * wage_.data()[seeker.row];
        if (sim::elementary::exp(log_wage) <= least || link_.data()[seeker.row].firm() == firm) {
            board_.put_back(seeker.city, firm, sector_[firm]);
            return true;
        }
        end_job(job_columns(), seeker.row, State::unemployed);
        job_changes_.data()[cell] += 1;
    }
    hires_.data()[cell] += 1;
    if (seeker.occupation.level() >= JobLevel::technician) {
        add_to(skilled_hires_[hire_cell(seeker, seeker.occupation)], 1);
    }
    start(seeker, residence, firm, log_wage);
    return true;
}

// Steps of 0.05 log points of skill pay from −0.15 on; the credential's own pay does not enter.
HireCellId LabourMarket::hire_cell(const Seeker& seeker, Occupation occupation) const {
    constexpr double lowest = -0.15;
    constexpr double width = 0.05;
    const Attained attained = seeker.attained();
    const Credential credential = has_track(attained) && is_vocational(track_of(attained))
                                      ? Credential::vocational
                                      : Credential::other;
    const double pay = wages_.skill_pay(seeker.worker(), occupation);
    const double step = std::clamp((pay - lowest) / width + 1.0, 0.0, skill_steps - 1.0);
    return vocational::hire_cell(setting_.province_of[seeker.city.row()], credential,
                                 static_cast<std::size_t>(step));
}

void LabourMarket::start(const Seeker& seeker, CityId residence, FirmId firm, double log_wage) {
    start_job(job_columns(), seeker.row, firm, seeker.occupation, sim::elementary::exp(log_wage));
    present_city_.data()[seeker.row] = residence;
    const SectorCellId cell =
        sector_cell(setting_.province_of[seeker.city.row()], sector_[firm], records_.sectors());
    if (const auto abroad = static_cast<double>(outward_demand_[cell]); abroad > 0.0) {
        constexpr double steps = 65536.0;
        const auto share = static_cast<std::int64_t>(steps * abroad / (1.0 + abroad) + 0.5);
        add_to(outward_hires_[cell], share);
    }
}

void LabourMarket::enter_pools(const sim::Tick& tick) {
    std::fill_n(long_unemployed_.data(), setting_.provinces() * levels, 0);
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
                seeker.row, static_cast<float>(search_.elementary_weight(level))};
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
        note_long_search(jobless);
    });
}

// The quarter at hand is the last of those counted; what follows the market ends nobody's search.
void LabourMarket::note_long_search(std::span<const Jobless> jobless) {
    constexpr std::uint8_t quarters_before = 3;
    for (const Jobless& person : jobless) {
        if (state_.data()[person.row] == State::unemployed &&
            duration_.data()[person.row] >= quarters_before) {
            const ProvinceId province =
                setting_.province_of[present_city_.data()[person.row].row()];
            const Level level = level_of(attained_.data()[person.row]);
            add_to(long_unemployed_[labour_cell(province, level)], 1);
        }
    }
}

}  // namespace vocational
