// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/firms.hpp"

#include <cmath>

#include "models/vocational/population/firm_counts.hpp"

namespace vocational {

namespace {

struct FirmPlan {
    std::size_t sector;
    bool is_pool;
    double size_share;
    double premium;
};

// Firms of one city and sector: shares of `cell_share` of its formal jobs by Pareto draws.
void plan_sector(const Records& records, const FirmCounts::Cell& cell, std::size_t sector,
                 double premium_spread, sim::Rng& rng, std::vector<FirmPlan>& plans) {
    if (records.pooled_share(sector) > 0.0) {
        plans.push_back({sector, true, 1.0, 0.0});
    }
    const std::size_t first = plans.size();
    double sum = 0.0;
    for (std::int64_t i = 0; i < cell.firms; ++i) {
        const double size =
            std::min(largest_firm_ratio, std::pow(rng.uniform(), -1.0 / firm_size_shape));
        sum += size;
        plans.push_back({sector, false, size, premium_spread * rng.normal()});
    }
    for (std::size_t i = first; i < plans.size(); ++i) {
        plans[i].size_share *= cell.share_of_jobs / sum;
    }
}

}  // namespace

void make_firms(const Records& records, const CityTable& cities, const WageParams& wages, int year,
                FirmTable& firms, Setting& setting) {
    const sim::Stream stream = setting.stream("firms");
    std::vector<std::vector<FirmPlan>> by_city(setting.cities());
    std::size_t rows = 0;
    const FirmCounts counts(records, cities, year, setting);
    for (std::size_t city = 0; city < setting.cities(); ++city) {
        for (std::size_t sector = 0; sector < records.sectors(); ++sector) {
            sim::Rng rng = stream.at(sim::Identity::of(static_cast<std::uint16_t>(city),
                                                       static_cast<std::uint16_t>(sector), 0),
                                     0);
            plan_sector(records, counts(city, sector), sector, wages.firm_spread, rng,
                        by_city[city]);
        }
        rows += by_city[city].size();
    }
    firms.reserve(rows);
    for (std::size_t city = 0; city < setting.cities(); ++city) {
        const std::size_t first = firms.append(by_city[city].size());
        setting.firms_in.push_back({static_cast<std::uint32_t>(first),
                                    static_cast<std::uint32_t>(first + by_city[city].size())});
        for (std::size_t i = 0; i < by_city[city].size(); ++i) {
            const FirmPlan& plan = by_city[city][i];
            firms.city[first + i] = CityId(city);
            firms.sector[first + i] = static_cast<std::uint8_t>(plan.sector);
            firms.is_pool[first + i] = plan.is_pool ? 1 : 0;
            firms.size_share[first + i] = static_cast<float>(plan.size_share);
            firms.premium[first + i] = static_cast<float>(plan.premium);
        }
    }
}

}  // namespace vocational
