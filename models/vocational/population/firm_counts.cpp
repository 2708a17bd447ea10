// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/firm_counts.hpp"

#include <algorithm>

#include "sim/matching/apportion.hpp"

namespace vocational {

namespace {

constexpr int sweeps = 100;  // of raking; where every cell has a firm the first changes nothing

}  // namespace

FirmCounts::FirmCounts(const Records& records, const CityTable& cities, int year,
                       const Setting& setting)
    : sectors_(records.sectors()),
      formal_(setting.cities() * sectors_),
      cells_(setting.cities() * sectors_) {
    for (std::size_t city = 0; city < setting.cities(); ++city) {
        for (std::size_t s = 0; s < sectors_; ++s) {
            formal_[city * sectors_ + s] = records.jobs(setting.province_of[city].row(), s, year) *
                                           cities.share[city] * (1.0 - records.pooled_share(s)) /
                                           setting.scale;
        }
    }
    for (std::size_t province = 0; province < setting.provinces(); ++province) {
        count(records, setting, province);
        rake(setting.cities_of[province]);
    }
}

void FirmCounts::count(const Records& records, const Setting& setting, std::size_t province) {
    const RowRange cities = setting.cities_of[province];
    const sim::Stream stream = setting.stream("firm counts");
    std::vector<double> entitled(cities.size());
    std::vector<std::int64_t> firms(cities.size());
    for (std::size_t s = 0; s < sectors_; ++s) {
        double sum = 0.0;
        std::size_t largest = 0;
        for (std::size_t i = 0; i < cities.size(); ++i) {
            entitled[i] = formal_[(cities.begin + i) * sectors_ + s] / records.mean_firm_size(s);
            sum += entitled[i];
            largest = entitled[i] > entitled[largest] ? i : largest;
        }
        sim::Rng rng = stream.at(sim::Identity::of(static_cast<std::uint16_t>(province),
                                                   static_cast<std::uint16_t>(s), 0),
                                 0);
        sim::apportion(entitled, rng.uniform(), firms);
        const bool has_none =
            std::all_of(firms.begin(), firms.end(), [](std::int64_t n) { return n == 0; });
        firms[largest] += has_none && sum > 0.0 ? 1 : 0;
        for (std::size_t i = 0; i < cities.size(); ++i) {
            cells_[(cities.begin + i) * sectors_ + s].firms = firms[i];
        }
    }
    // No city without a firm: its largest sector has one.
    for (std::size_t city = cities.begin; city < cities.end; ++city) {
        const auto first = cells_.begin() + static_cast<std::ptrdiff_t>(city * sectors_);
        const auto last = first + static_cast<std::ptrdiff_t>(sectors_);
        if (std::all_of(first, last, [](const Cell& cell) { return cell.firms == 0; })) {
            const double* jobs = &formal_[city * sectors_];
            const double* most = std::max_element(jobs, jobs + sectors_);
            first[most - jobs].firms = *most > 0.0 ? 1 : 0;
        }
    }
}

// Formal jobs of cells with firms, scaled in turn to the sums of cities and of sectors.
void FirmCounts::rake(const RowRange& cities) {
    std::vector<double> held(cells_.size(), 0.0);
    for (std::size_t city = cities.begin; city < cities.end; ++city) {
        for (std::size_t s = 0; s < sectors_; ++s) {
            const std::size_t at = city * sectors_ + s;
            held[at] = cells_[at].firms > 0 ? formal_[at] : 0.0;
        }
    }
    const auto fit = [&](auto&& cell, std::size_t count) {
        double wanted = 0.0;
        double sum = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            wanted += formal_[cell(i)];
            sum += held[cell(i)];
        }
        for (std::size_t i = 0; i < count && sum > 0.0 && sum != wanted; ++i) {
            held[cell(i)] *= wanted / sum;
        }
    };
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (std::size_t city = cities.begin; city < cities.end; ++city) {
            fit([&](std::size_t s) { return city * sectors_ + s; }, sectors_);
        }
        for (std::size_t s = 0; s < sectors_; ++s) {
            fit([&](std::size_t i) { return (cities.begin + i) * sectors_ + s; }, cities.size());
        }
    }
    for (std::size_t city = cities.begin; city < cities.end; ++city) {
        for (std::size_t s = 0; s < sectors_; ++s) {
            const std::size_t at = city * sectors_ + s;
            cells_[at].share_of_jobs = formal_[at] > 0.0 ? held[at] / formal_[at] : 0.0;
        }
    }
}

}  // namespace vocational
