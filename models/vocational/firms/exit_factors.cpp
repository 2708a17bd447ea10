// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/exit_factors.hpp"

#include <algorithm>
#include <numeric>

#include "models/vocational/firms/firm_turnover.hpp"
#include "models/vocational/population/firms.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr std::size_t quantiles = 8192;

// Sizes at equally likely quantiles, relative to the smallest firm.
std::vector<double> relative_sizes() {
    std::vector<double> sizes(quantiles);
    for (std::size_t i = 0; i < quantiles; ++i) {
        const double uniform = (static_cast<double>(i) + 0.5) / quantiles;
        sizes[i] = std::min(largest_firm_ratio,
                            sim::elementary::exp(-sim::elementary::log(uniform) / firm_size_shape));
    }
    return sizes;
}

double exits_at(const FirmParams& params, const std::vector<double>& sizes, double mean_size) {
    const double sum = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    double closing = 0.0;
    for (const double size : sizes) {
        closing += size / sum * exit_hazard(params, size * quantiles * mean_size / sum);
    }
    return closing;
}

}  // namespace

double exits_under_law(const FirmParams& params, double mean_size) {
    return exits_at(params, relative_sizes(), mean_size);
}

std::vector<double> exit_factors(const Setting& setting, const Records& records,
                                 const FirmParams& params, const CityTable& cities,
                                 const FirmTable& firms, int year) {
    const std::size_t sectors = records.sectors();
    std::vector<double> jobs(sectors, 0.0);
    std::vector<double> closing(sectors, 0.0);
    for (std::size_t city = 0; city < setting.cities(); ++city) {
        const std::size_t province = setting.province_of[city].row();
        for (std::size_t f = setting.firms_in[city].begin; f < setting.firms_in[city].end; ++f) {
            if (firms.is_pool[f] != 0) {
                continue;
            }
            const std::size_t s = firms.sector[f];
            const double size = records.jobs(province, s, year) * cities.share[city] *
                                (1.0 - records.pooled_share(s)) / setting.scale *
                                static_cast<double>(firms.size_share[f]);
            jobs[s] += size;
            closing[s] += size * exit_hazard(params, size);
        }
    }
    const std::vector<double> sizes = relative_sizes();
    std::vector<double> factors(sectors, 1.0);
    for (std::size_t s = 0; s < sectors; ++s) {
        if (closing[s] > 0.0) {
            factors[s] = exits_at(params, sizes, records.mean_firm_size(s)) * jobs[s] / closing[s];
        }
    }
    return factors;
}

}  // namespace vocational
