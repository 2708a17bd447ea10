// SPDX-License-Identifier: Apache-2.0
// Whom posts take in a round of the labour market, and what follows from a hire.
#include <algorithm>
#include <array>
#include <cmath>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/markets/labour/labour_market.hpp"
#include "sim/core/prefetch.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr std::size_t ahead = 8;  // how many rows are asked for before they are needed

}  // namespace

// Scores become deviations from the mean of the occupation, then from that of the province. Sums
// are taken by city as applications were made, then by province, then over provinces.
void LabourMarket::rank_all(const sim::Executor& executor) {
    ranks_.clear();
    if (structures_.hiring != Hiring::ranked) {
        return;
    }
    std::vector<ScoreMeans> means_of(setting_.provinces());
    ScoreMeans national{};
    for (std::size_t p = 0; p < means_of.size(); ++p) {
        const RowRange cities = setting_.cities_of[p];
        for (std::size_t city = cities.begin; city < cities.end; ++city) {
            add_all(means_of[p], scores_[city]);
        }
        add_all(national, means_of[p]);
    }
    std::vector<float> provincial;
    for (const ScoreMeans& means : means_of) {
        ScoreMean deviation;
        for (std::size_t o = 0; o < occupations; ++o) {
            deviation.sum +=
                means[o].sum - means[o].count * static_cast<double>(national[o].value());
            deviation.count += means[o].count;
        }
        provincial.push_back(deviation.value());
    }
    executor.for_rows(setting_.cities(), 1, [&](std::size_t city) {
        const float mean = provincial[setting_.province_of[city].row()];
        for (const std::uint32_t i : seekers_.line(CityId(city))) {
            Seeker& seeker = seekers_[i];
            if (seeker.occupation.number != Seeker::nowhere) {
                seeker.score -= national[seeker.occupation.number].value() + mean;
                ranks_.add(seeker.occupation, static_cast<double>(seeker.score));
            }
        }
    });
    ranks_.finish();
}

// Who of a city is let in, by occupation, then as they stood, from a random place on, so that
// nobody is last by rule when posts run out. They take the front of the city's line.
std::span<const std::uint32_t> LabourMarket::line_up(CityId city, sim::Rng& rng) {
    const std::span<std::uint32_t> line = seekers_.line(city);
    std::array<std::uint32_t, occupations + 1> next{};
    for (const std::uint32_t i : line) {
        if (seekers_[i].occupation.number != Seeker::nowhere) {
            ++next[seekers_[i].occupation.number + 1U];
        }
    }
    for (std::size_t o = 1; o < next.size(); ++o) {
        next[o] += next[o - 1];
    }
    const std::vector<std::uint32_t> stood(line.begin(), line.end());
    const std::span<std::uint32_t> applicants = line.first(next.back());
    for (const std::uint32_t i : stood) {
        const std::size_t o = seekers_[i].occupation.number;
        if (o != Seeker::nowhere) {
            applicants[next[o]++] = i;
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
    HireChances some;
    float* chances = chances_.data() + seekers_.line_begin(city);
    double sum = 0.0;
    for (std::size_t k = 0; k < applicants.size(); ++k) {
        const Seeker& seeker = seekers_[applicants[k]];
        const std::size_t o = seeker.occupation.number;
        const Ranks::Band band =
            structures_.hiring == Hiring::ranked
                ? ranks_.band(seeker.occupation, static_cast<double>(seeker.score))
                : Ranks::Band{0.0, 1.0};
        some.add(tried_[city.row()][o] / posts[o], band.from, band.to);
        if (some.is_full() || k + 1 == applicants.size()) {
            for (const double chance : some.take()) {
                *chances = static_cast<float>(chance);
                sum += static_cast<double>(*chances++);
            }
        }
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
    const std::span<const std::uint32_t> applicants =
        seekers_.line(city).first(weighed_[city.row()].applicants);
    const float* chances = chances_.data() + seekers_.line_begin(city);
    sim::Rng rng = tick.stream(round_.part("cell")).at(sim::Identity{city.row()}, tick.key());
    std::vector<Offered> offers;
    double sum = rng.uniform();
    for (std::size_t k = 0; k < applicants.size(); ++k) {
        const double after = sum + std::min(1.0, factor * static_cast<double>(chances[k]));
        if (std::floor(after) > std::floor(sum)) {
            offers.push_back({applicants[k], rng.uniform()});
        }
        sum = after;
    }
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (i + 2 * ahead < offers.size()) {
            sim::prefetch(&seekers_[offers[i + 2 * ahead].seeker]);
        }
        if (i + ahead < offers.size()) {
            fetch(seekers_[offers[i + ahead].seeker].row);
        }
        if (!hire(tick, seekers_[offers[i].seeker], city, offers[i].uniform)) {
            unserved.push_back(offers[i]);
        }
    }
}

// Rows of those hired lie far apart: asks memory for one that will soon be needed.
void LabourMarket::fetch(std::size_t row) const {
    sim::prefetch(&state_.data()[row]);
    sim::prefetch(&experience_.data()[row]);
    sim::prefetch(&link_.data()[row]);
    sim::prefetch(&duration_.data()[row]);
    sim::prefetch(&occupation_.data()[row]);
    sim::prefetch(&wage_.data()[row]);
    sim::prefetch(&present_city_.data()[row]);
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
            Seeker& seeker = seekers_[offered.seeker];
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
    sim::prefetch(&sector_[firm]);
    sim::prefetch(&premium_[firm]);
    sim::prefetch(&offer_[firm]);
    sim::prefetch(&headcount_[firm]);
    const double residual = wages_.residual(seeker.identity, tick.key());
    const Job job{setting_.province_of[seeker.city.row()], sector_[firm], seeker.occupation,
                  static_cast<double>(premium_[firm]) + static_cast<double>(offer_[firm])};
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
    tick.executor().for_rows(setting_.cities(), 1, [&](std::size_t city) {
        std::vector<Jobless> jobless;
        const std::span<const Seeker> living = seekers_.living_in(CityId(city));
        for (std::size_t i = 0; i < living.size(); ++i) {
            if (i + ahead < living.size()) {
                sim::prefetch(&state_.data()[living[i + ahead].row]);
            }
            const Seeker& seeker = living[i];
            if (state_.data()[seeker.row] == State::unemployed) {
                jobless.push_back({seeker.row, static_cast<float>(search_.elementary_weight(
                                                   level_of(seeker.attained())))});
            }
        }
        std::vector<PoolEntrant> entrants;
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
    for (std::size_t i = 0; i < jobless.size(); ++i) {
        if (i + ahead < jobless.size()) {
            sim::prefetch(&duration_.data()[jobless[i + ahead].row]);
            sim::prefetch(&present_city_.data()[jobless[i + ahead].row]);
            sim::prefetch(&attained_.data()[jobless[i + ahead].row]);
        }
        const Jobless& person = jobless[i];
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
