// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/job_plan.hpp"

#include "sim/matching/apportion.hpp"

namespace vocational {

void JobPlan::plan(CityId city, double city_share, int year, const Firms& firms) const {
    const RowRange range = setting_.firms_in[city.row()];
    const std::size_t province = setting_.province_of[city.row()].row();
    const int recorded_year = std::min(year, setting_.base_year);
    std::vector<double> jobs(records_.sectors());
    for (std::size_t s = 0; s < jobs.size(); ++s) {
        jobs[s] = records_.jobs(province, s, recorded_year) * city_share / setting_.scale;
    }
    std::vector<double> entitlements;
    entitlements.reserve(range.size());
    for (std::size_t f = range.begin; f < range.end; ++f) {
        const std::size_t s = firms.sector[f];
        const double pooled = records_.pooled_share(s);
        entitlements.push_back(firms.is_pool[f] != 0
                                   ? jobs[s] * pooled
                                   : jobs[s] * (1.0 - pooled) / (1.0 - params_.vacancy_share) *
                                         static_cast<double>(firms.size_share[f]));
    }
    const double offset = rounding_.at(sim::Identity{city.row()}, 0).uniform();
    std::vector<std::int64_t> wanted(range.size());
    sim::apportion(entitlements, offset, wanted);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        firms.wanted[range.begin + i] = static_cast<std::int32_t>(wanted[i]);
    }
}

}  // namespace vocational
