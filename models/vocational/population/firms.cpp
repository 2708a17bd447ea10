// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/firms.hpp"

#include <cmath>

namespace vocational {

namespace {

// Shape of the distribution of firm sizes; near 1 in many countries (Zipf's law).
constexpr double pareto_shape = 1.1;
// No firm is drawn more than this many times larger than the smallest of its city and sector.
constexpr double largest_ratio = 2000.0;

struct Plan {
    std::size_t sector;
    bool is_pool;
    double size_share;
    double premium;
};

// Firms of one city and sector: their number follows from the mean size, their shares from Pareto
// draws.
void plan_sector(const Records& records, double formal_agents, std::size_t sector,
                 double premium_spread, sim::Rng& rng, std::vector<Plan>& plans) {
    if (records.pooled_share(sector) > 0.0) {
        plans.push_back({sector, true, 1.0, 0.0});
    }
    if (records.pooled_share(sector) >= 1.0) {
        return;
    }
    const auto firms = static_cast<std::size_t>(
        std::max(1.0, std::floor(formal_agents / records.mean_firm_size(sector) + 0.5)));
    const std::size_t first = plans.size();
    double sum = 0.0;
    for (std::size_t i = 0; i < firms; ++i) {
        const double size = std::min(largest_ratio, std::pow(rng.uniform(), -1.0 / pareto_shape));
        sum += size;
        plans.push_back({sector, false, size, premium_spread * rng.normal()});
    }
    for (std::size_t i = first; i < plans.size(); ++i) {
        plans[i].size_share /= sum;
    }
}

}  // namespace

void make_firms(const Records& records, const CityTable& cities, const WageParams& wages, int year,
                FirmTable& firms, Setting& setting) {
    const sim::Stream stream = setting.stream("firms");
    std::vector<std::vector<Plan>> by_city(setting.cities());
    std::size_t rows = 0;
    for (std::size_t city = 0; city < setting.cities(); ++city) {
        const std::size_t province = setting.province_of[city].row();
        for (std::size_t sector = 0; sector < records.sectors(); ++sector) {
            const double formal = records.jobs(province, sector, year) * cities.share[city] *
                                  (1.0 - records.pooled_share(sector)) / setting.scale;
            sim::Rng rng = stream.at(sim::Identity::of(static_cast<std::uint16_t>(city),
                                                       static_cast<std::uint16_t>(sector), 0),
                                     0);
            plan_sector(records, formal, sector, wages.firm_spread, rng, by_city[city]);
        }
        rows += by_city[city].size();
    }
    firms.reserve(rows);
    for (std::size_t city = 0; city < setting.cities(); ++city) {
        const std::size_t first = firms.append(by_city[city].size());
        setting.firms_in.push_back({static_cast<std::uint32_t>(first),
                                    static_cast<std::uint32_t>(first + by_city[city].size())});
        for (std::size_t i = 0; i < by_city[city].size(); ++i) {
            const Plan& plan = by_city[city][i];
            firms.city[first + i] = CityId(city);
            firms.sector[first + i] = static_cast<std::uint8_t>(plan.sector);
            firms.is_pool[first + i] = plan.is_pool ? 1 : 0;
            firms.size_share[first + i] = static_cast<float>(plan.size_share);
            firms.premium[first + i] = static_cast<float>(plan.premium);
        }
    }
}

}  // namespace vocational
