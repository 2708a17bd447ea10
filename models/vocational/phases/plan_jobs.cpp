// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/plan_jobs.hpp"

#include "models/vocational/firms/job_demand.hpp"
#include "models/vocational/markets/labour/job_mix.hpp"

namespace vocational {

namespace {

bool is_after_base(const sim::Tick& tick, int base_year) {
    return tick.now() > sim::Quarter(base_year, 3);
}

}  // namespace

double PlanJobs::growth(ProvinceId province) const {
    const double at_base = residents_at_base_[province];
    return at_base > 0.0 ? residents_[province] / at_base : 1.0;
}

// Log points by which pay scales raise the wage bill of the sector's mix of jobs; exactly 0
// without.
double PlanJobs::mandated_cost(ProvinceId province, std::size_t sector) const {
    double added = 0.0;
    double all = 0.0;
    for (std::size_t l = 0; l < job_levels; ++l) {
        const auto level = static_cast<JobLevel>(l);
        const double share = records_.job_level_share(sector, level);
        all += share;
        added += share * (sim::elementary::exp(pay_scale_[pay_path(province, level)]) - 1.0);
    }
    return all > 0.0 ? sim::elementary::log1p(added / all) : 0.0;
}

// What shocks, pay scales and demand from abroad do to all firms of a province and sector alike.
std::vector<PlanJobs::Deviation> PlanJobs::common_deviations(const DemandShocks& shocks,
                                                             double cycle) const {
    std::vector<Deviation> list;
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (std::size_t s = 0; s < records_.sectors(); ++s) {
            const auto abroad =
                static_cast<double>(outward_[sector_cell(ProvinceId(p), s, records_.sectors())]);
            list.push_back({cycle * sim::elementary::exp(shocks(ProvinceId(p), s)) * (1.0 + abroad),
                            mandated_cost(ProvinceId(p), s)});
        }
    }
    return list;
}

void PlanJobs::deviate(CityId city, const sim::Tick& tick, double years, const SectorPace& pace,
                       const std::vector<Deviation>& deviations) const {
    const ProvinceId province = setting_.province_of[city.row()];
    const double grown = growth(province);
    const sim::Stream rounding = tick.stream(purpose().part("rounding"));
    const Deviation* const of_sector = &deviations[province.row() * records_.sectors()];
    const RowRange range = setting_.firms_in[city.row()];
    for (std::size_t f = range.begin; f < range.end; ++f) {
        const std::uint8_t sector = sector_.data()[f];
        double factor = grown;
        if (is_pool_.data()[f] == 0) {
            const double ahead = static_cast<double>(technology_.data()[f]) -
                                 static_cast<double>(technology_at_base_.data()[f]) -
                                 years * pace.of_sector(sector);
            const double dearer = static_cast<double>(wage_cost_.data()[f]) -
                                  static_cast<double>(wage_cost_at_base_.data()[f]) +
                                  of_sector[sector].mandated_cost;
            factor *= of_sector[sector].factor * demand_factor(firm_, ahead, dearer);
        }
        const sim::Identity firm = firm_identity(setting_, city, sector, f, generation_.data()[f]);
        // The same number in every quarter: a firm does not change by rounding alone.
        wanted_.data()[f] = jobs_at(wanted_.data()[f], factor, rounding.at(firm, 0).uniform());
    }
}

void PlanJobs::run(const sim::Tick& tick) {
    const JobPlan plan(setting_, records_, labour_);
    const SectorPace pace(firm_, records_);
    const bool deviates = is_after_base(tick, setting_.base_year);
    const double years = 0.25 * (tick.now() - sim::Quarter(setting_.base_year, 3));
    std::vector<Deviation> deviations;
    if (deviates) {
        DemandShocks shocks(demand_, setting_.provinces(), records_.sectors());
        shocks.find(tick, purpose(), sim::Quarter(setting_.base_year, 3));
        deviations = common_deviations(shocks, demand_cycle(firm_, years));
    }
    const JobPlan::Firms firms{sector_.data(), is_pool_.data(), size_share_.data(), wanted_.data()};
    tick.executor().for_rows(cities_.size(), 1, [&](std::size_t city) {
        plan.plan(CityId(city), city_share_.data()[city], tick.now().year(), firms);
        if (deviates) {
            deviate(CityId(city), tick, years, pace, deviations);
        }
    });
}

}  // namespace vocational
