// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/plan_jobs.hpp"

namespace vocational {

double PlanJobs::growth(const sim::Tick& tick, ProvinceId province) const {
    const bool is_after_base = tick.now() > sim::Quarter(setting_.base_year, 3);
    const double at_base = residents_at_base_[province];
    return is_after_base && at_base > 0.0 ? residents_[province] / at_base : 1.0;
}

void PlanJobs::run(const sim::Tick& tick) {
    const JobPlan plan(setting_, records_, params_);
    const JobPlan::Firms firms{sector_.data(), is_pool_.data(), size_share_.data(), wanted_.data()};
    tick.executor().for_rows(cities_.size(), 1, [&](std::size_t city) {
        plan.plan(CityId(city), city_share_.data()[city], tick.now().year(),
                  growth(tick, setting_.province_of[city]), firms);
    });
}

}  // namespace vocational
