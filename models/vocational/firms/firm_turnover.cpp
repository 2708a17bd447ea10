// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/firm_turnover.hpp"

#include <algorithm>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/markets/labour/job_mix.hpp"
#include "models/vocational/population/firms.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr double reference_jobs = 10.0;

// u^(−1/shape), a Pareto draw of at least 1.
double pareto(double uniform, double shape) {
    return std::min(largest_firm_ratio,
                    sim::elementary::exp(-sim::elementary::log(uniform) / shape));
}

}  // namespace

double exit_hazard(const FirmParams& params, double jobs) {
    const double size = std::max(1.0, jobs) / reference_jobs;
    return std::min<double>(params.highest_exit_rate,
                            params.exit_rate * sim::elementary::exp(params.exit_size_slope *
                                                                    sim::elementary::log(size)));
}

void FirmTurnover::run(const sim::Tick& tick) {
    closes_.assign(firms_.end(), 0);
    std::fill_n(exits_.data(), setting_.provinces() * records_.sectors(), 0);
    const SectorPace pace(firm_, records_);
    tick.executor().for_rows(setting_.cities(), 1, [&](std::size_t c) {
        const CityId city(c);
        close_firms(tick, city);
        std::vector<std::uint32_t> rows;  // that close, of one sector
        const RowRange range = setting_.firms_in[c];
        for (std::uint32_t f = range.begin; f < range.end; ++f) {
            if (closes_[f] != 0) {
                rows.push_back(f);
            }
            const bool is_last = f + 1 == range.end || sector_.data()[f + 1] != sector_.data()[f];
            if (is_last && !rows.empty()) {
                found(tick, city, pace, rows);
                rows.clear();
            }
        }
    });
    release_people(tick);
}

void FirmTurnover::close_firms(const sim::Tick& tick, CityId city) {
    const sim::Stream stream = tick.stream(purpose());
    const RowRange range = setting_.firms_in[city.row()];
    for (std::size_t f = range.begin; f < range.end; ++f) {
        if (is_pool_.data()[f] != 0) {
            continue;
        }
        const sim::Identity firm =
            firm_identity(setting_, city, sector_.data()[f], f, generation_.data()[f]);
        const std::size_t sector = sector_.data()[f];
        const double factor = setting_.exit_factors.empty() ? 1.0 : setting_.exit_factors[sector];
        const double hazard = std::min(1.0, factor * exit_hazard(firm_, headcount_.data()[f]));
        closes_[f] = stream.at(firm, tick.key()).bernoulli(hazard) ? 1 : 0;
    }
}

void FirmTurnover::found(const sim::Tick& tick, CityId city, const SectorPace& pace,
                         const std::vector<std::uint32_t>& rows) {
    const sim::Stream stream = tick.stream(purpose().part("entrant"));
    const std::size_t sector = sector_.data()[rows.front()];
    double shares = 0.0;
    double sizes = 0.0;
    std::vector<double> size;
    for (const std::uint32_t f : rows) {
        shares += static_cast<double>(size_share_.data()[f]);
        ++generation_.data()[f];
        sim::Rng rng = stream.at(
            firm_identity(setting_, city, sector_.data()[f], f, generation_.data()[f]), 0);
        size.push_back(pareto(rng.uniform(), firm_.entrant_size_shape));
        sizes += size.back();
        premium_.data()[f] = static_cast<float>(wage_.firm_spread * rng.normal());
        technology_.data()[f] =
            static_cast<float>(pace.frontier(sector, tick.now(), setting_.base_year));
        service_.data()[f] = 0.0F;
        offer_.data()[f] = 0.0F;
        wage_cost_.data()[f] = wage_cost_at_base_.data()[f];
        unfilled_.data()[f] = 0;
        age_.data()[f] = 0.0F;
        skilled_share_.data()[f] = -1.0F;
        trains_.data()[f] = 0;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        size_share_.data()[rows[i]] = static_cast<float>(shares * size[i] / sizes);
    }
    add_to(exits_[sector_cell(setting_.province_of[city.row()], sector, records_.sectors())],
           static_cast<std::int32_t>(rows.size()));
}

void FirmTurnover::release_people(const sim::Tick& tick) {
    const JobColumns jobs{state_.data(),      link_.data(),     duration_.data(),
                          occupation_.data(), pay_.data(),      specific_skill_.data(),
                          firm_bound_.data(), headcount_.data()};
    const std::size_t first = persons_.first();
    tick.executor().for_rows(persons_.size(), CohortIndex::grain, [&](std::size_t i) {
        const std::size_t row = first + i;
        const State state = state_.data()[row];
        Contract& contract = contract_.data()[row];
        const bool waits = state == State::unemployed && contract.exists();
        if (state != State::employed && !waits) {
            return;
        }
        const FirmId firm = link_.data()[row].firm();
        if (!firm || closes_[firm.row()] == 0) {
            return;
        }
        if (waits) {
            const ProvinceId province = setting_.province_of[city_[firm].row()];
            add_to(breached_[training_cell(province, contract.kind())], 1);
            contract.sign(ContractKind::none);
            lose_firm_bound(jobs.specific_skill[row], jobs.firm_bound[row]);
        }
        if (state == State::employed) {
            end_job(jobs, row, State::unemployed);
        } else {
            link_.data()[row] = Link{};
        }
    });
}

}  // namespace vocational
