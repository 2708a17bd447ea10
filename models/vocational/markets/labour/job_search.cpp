// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/job_search.hpp"

#include <cmath>

#include "sim/random/elementary.hpp"

namespace vocational {

FieldProximity::FieldProximity(const Records& records) {
    const std::size_t sectors = records.sectors();
    std::vector<double> jobs(sectors * fields, 0.0);
    for (std::size_t s = 0; s < sectors; ++s) {
        double all = 0.0;
        for (std::size_t p = 0; p < records.provinces(); ++p) {
            all += records.jobs(p, s, records.last_year());
        }
        for (std::size_t f = 1; f < fields; ++f) {
            jobs[s * fields + f] = all * records.sector_field_weight(s, static_cast<Field>(f));
        }
    }
    const auto product = [&](std::size_t a, std::size_t b) {
        double sum = 0.0;
        for (std::size_t s = 0; s < sectors; ++s) {
            sum += jobs[s * fields + a] * jobs[s * fields + b];
        }
        return sum;
    };
    for (std::size_t a = 1; a < fields; ++a) {
        for (std::size_t b = 1; b < fields; ++b) {
            const double norm = std::sqrt(product(a, a) * product(b, b));
            values_[a * fields + b] = a == b ? 1.0 : norm > 0.0 ? product(a, b) / norm : 0.0;
        }
    }
}

JobSearch::JobSearch(const LabourParams& labour, const MarketParams& market,
                     const FieldProximity& proximity)
    : lenient_(1.0 - market.requirement_strictness) {
    using sim::elementary::exp;
    using sim::elementary::log;
    for (std::size_t own = 0; own < levels; ++own) {
        for (std::size_t asked = 0; asked < job_levels; ++asked) {
            double weight = 1.0;
            for (std::size_t l = asked; l < own; ++l) {
                weight *= labour.level_gap_weight;
            }
            for (std::size_t l = own; l < asked; ++l) {
                weight *= labour.upward_weight;
            }
            level_weight_[own * job_levels + asked] = weight;
        }
    }
    for (std::size_t own = 0; own < fields; ++own) {
        for (std::size_t asked = 0; asked < fields; ++asked) {
            const double near = proximity(static_cast<Field>(own), static_cast<Field>(asked));
            const double power = near > 0.0 ? exp(market.field_curvature * log(near)) : 0.0;
            field_weight_[own * fields + asked] = exp(power * log(labour.own_field_weight));
        }
    }
}

void JobSearch::accumulate(const ByOccupation& open, Level level, Field own,
                           ByOccupation& sums) const {
    const double* field_weight = &field_weight_[sim::index_of(own) * fields];
    double sum = 0.0;
    for (std::size_t j = 0; j < job_levels; ++j) {
        const double factor = level_weight(level, j);
        for (std::size_t f = 0; f < fields; ++f) {
            sum += factor * open[j * fields + f] * field_weight[f];
            sums[j * fields + f] = sum;
        }
    }
}

}  // namespace vocational
