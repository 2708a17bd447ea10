// SPDX-License-Identifier: Apache-2.0
#include "models/classic/occupational_mobility/market.hpp"

#include <limits>

#include "models/classic/occupational_mobility/flows.hpp"
#include "sim/matching/job_assignment.hpp"
#include "sim/random/distributions.hpp"

namespace classic {

namespace {

// An identity of its own for every occupation and step, for the draws of an occupation.
sim::Identity of_step(std::size_t occupation, std::uint64_t number) {
    return sim::Identity{number << 32U | occupation};
}

}  // namespace

void Market::run(const sim::Tick& tick) {
    for (std::size_t i = 0; i < occupations_.size(); ++i) {
        seekers_[OccupationId(i)] = 0;
        found_[OccupationId(i)] = 0;
    }
    const auto steps = static_cast<std::uint64_t>(params_.market.steps_per_quarter());
    for (std::uint64_t number = 0; number < steps; ++number) {
        run_step(tick, number);
    }
}

void Market::run_step(const sim::Tick& tick, std::uint64_t number) {
    prepare_rates(tick, number);
    open_vacancies(tick, number);
    const Moves moves = ask_workers(tick, number);
    pool_applicants(moves.applicants);
    choose(tick, number);
    count(moves.separated);
    write_back(tick);
}

void Market::prepare_rates(const sim::Tick& tick, std::uint64_t number) {
    const std::size_t count = occupations_.size();
    const double quarters = tick.now() - tick.start();
    const double step =
        quarters * params_.market.steps_per_quarter() + static_cast<double>(number) + 1.0;
    open_.resize(count);
    separation_probability_.resize(count);
    opening_probability_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const OccupationId occupation(i);
        open_[i] = static_cast<double>(vacancies_[occupation]);
        const Jobs jobs{
            static_cast<double>(employed_[occupation]), open_[i],
            target_demand(params_.demand, static_cast<double>(workers_.size()), i, count, step)};
        separation_probability_[i] = separation_probability(params_.market, jobs);
        opening_probability_[i] = opening_probability(params_.market, jobs);
        seekers_[occupation] += unemployed_[occupation];
    }
    application_weights(params_.mobility, open_, cumulative_);
}

void Market::open_vacancies(const sim::Tick& tick, std::uint64_t number) {
    const sim::Stream stream = tick.stream(purpose().part("openings"));
    opened_.resize(occupations_.size());
    for (std::size_t i = 0; i < opened_.size(); ++i) {
        sim::Rng rng = stream.at(of_step(i, number), tick.key());
        opened_[i] = static_cast<std::int64_t>(sim::draw::binomial(
            rng, static_cast<std::uint64_t>(employed_[OccupationId(i)]), opening_probability_[i]));
    }
}

Market::Moves Market::ask_workers(const sim::Tick& tick, std::uint64_t number) {
    const Moves none{{}, std::vector<std::int64_t>(occupations_.size(), 0)};
    const sim::Stream stream = tick.stream(purpose());
    outcome_.resize(workers_.size());
    return tick.executor().reduce(
        workers_.size(), grain, none,
        [&](const sim::Chunk& chunk) {
            Moves part = none;
            for (std::size_t row = chunk.begin; row < chunk.end; ++row) {
                sim::Rng rng = stream.at(sim::Identity{row}, tick.key());
                rng.skip_to(number * words_per_step);
                ask_worker(WorkerId(row), rng, part);
            }
            return part;
        },
        [](Moves sum, const Moves& part) {
            sum.applicants.insert(sum.applicants.end(), part.applicants.begin(),
                                  part.applicants.end());
            for (std::size_t i = 0; i < part.separated.size(); ++i) {
                sum.separated[i] += part.separated[i];
            }
            return sum;
        });
}

void Market::ask_worker(WorkerId worker, sim::Rng rng, Moves& moves) {
    const std::size_t from = occupation_[worker].row();
    std::uint32_t& outcome = outcome_[worker.row()];
    outcome = nothing;
    if (spell_[worker] == 0) {
        if (rng.bernoulli(separation_probability_[from])) {
            outcome = job_ends;
            ++moves.separated[from];
        }
        return;
    }
    const std::size_t occupations = occupations_.size();
    const std::span<const double> weights(cumulative_.data() + from * occupations, occupations);
    if (weights.back() > 0.0) {
        const auto to = static_cast<std::uint32_t>(sim::draw::categorical(rng, weights));
        moves.applicants.push_back({rng.bits64(), worker.value(), to});
    }
}

void Market::pool_applicants(const std::vector<Applicant>& applicants) {
    const std::size_t count = occupations_.size();
    begin_.assign(count + 1, 0);
    for (const Applicant& applicant : applicants) {
        ++begin_[applicant.occupation + 1];
    }
    for (std::size_t i = 0; i < count; ++i) {
        begin_[i + 1] += begin_[i];
    }
    std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
    lottery_.resize(applicants.size());
    identity_.resize(applicants.size());
    order_.resize(applicants.size());
    for (const Applicant& applicant : applicants) {
        const std::size_t place = next[applicant.occupation]++;
        lottery_[place] = applicant.lottery;
        identity_[place] = applicant.row;
    }
}

void Market::choose(const sim::Tick& tick, std::uint64_t number) {
    const sim::Stream stream = tick.stream(purpose().part("fraction"));
    hires_.assign(occupations_.size(), 0);
    tick.executor().for_rows(hires_.size(), 1, [&](std::size_t i) {
        const std::size_t begin = begin_[i];
        const std::size_t size = begin_[i + 1] - begin;
        if (size == 0) {
            return;
        }
        sim::Rng rng = stream.at(of_step(i, number), tick.key());
        hires_[i] = sim::assign_jobs({static_cast<double>(size), open_[i], 1.0},
                                     {{},
                                      std::span(lottery_).subspan(begin, size),
                                      std::span(identity_).subspan(begin, size)},
                                     sim::HiringMode::random, rng.uniform(),
                                     std::span(order_).subspan(begin, size));
    });
}

// Whole numbers of an occupation, before the workers themselves change.
void Market::count(const std::vector<std::int64_t>& separated) {
    for (std::size_t i = 0; i < hires_.size(); ++i) {
        const OccupationId to(i);
        for (std::size_t place = begin_[i]; place < begin_[i] + hires_[i]; ++place) {
            const auto row = static_cast<std::size_t>(identity_[begin_[i] + order_[place]]);
            const OccupationId from = occupation_[WorkerId(row)];
            outcome_[row] = to.value();
            --unemployed_[from];
            ++found_[from];
        }
        employed_[to] += hires_[i] - separated[i];
        unemployed_[to] += separated[i];
        vacancies_[to] += opened_[i] - hires_[i];
    }
}

void Market::write_back(const sim::Tick& tick) {
    constexpr std::uint16_t longest = std::numeric_limits<std::uint16_t>::max();
    tick.executor().for_rows(workers_.size(), grain, [&](std::size_t row) {
        const WorkerId worker(row);
        std::uint16_t& spell = spell_[worker];
        if (outcome_[row] == job_ends) {
            spell = 1;
        } else if (outcome_[row] != nothing) {
            spell = 0;
            occupation_[worker] = OccupationId(outcome_[row]);
        } else if (spell > 0 && spell < longest) {
            ++spell;
        }
    });
}

}  // namespace classic
