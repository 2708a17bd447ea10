// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/thin_places.hpp"

#include <numeric>

namespace vocational {

namespace {

double sum_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

// Of places with a common total: shares of it expected, numbers seen; believed totals into
// `believed`.
void believe(std::span<const double> prior, std::span<const double> seen, double total, double few,
             std::span<double> believed) {
    const double priors = sum_of(prior);
    double sum = 0.0;
    for (std::size_t i = 0; i < prior.size(); ++i) {
        const double expected = priors > 0.0 ? total * prior[i] / priors : 0.0;
        believed[i] = expected > 0.0 ? expected * (few + seen[i]) / (few + expected) : 0.0;
        sum += believed[i];
    }
    for (double& value : believed) {
        value *= sum > 0.0 ? total / sum : 0.0;
    }
}

}  // namespace

void lean_on(std::span<double> counts, std::span<const double> around, double people, double few) {
    const double others = sum_of(around);
    if (!(others > 0.0)) {
        return;
    }
    const double own = people / (people + few);
    const double lent = people * few / (people + few) / others;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i] = own * counts[i] + lent * around[i];
    }
}

void expect_totals(const Setting& setting, std::span<const double> prior,
                   std::span<const double> seen, double few, std::vector<double>& totals) {
    const std::size_t provinces = setting.provinces();
    std::vector<double> prior_of(provinces);
    std::vector<double> seen_of(provinces);
    const auto of = [&](std::span<const double> values, std::size_t p) {
        const RowRange cities = setting.cities_of[p];
        return values.subspan(cities.begin, cities.size());
    };
    for (std::size_t p = 0; p < provinces; ++p) {
        prior_of[p] = sum_of(of(prior, p));
        seen_of[p] = sum_of(of(seen, p));
    }
    std::vector<double> believed(provinces);
    believe(prior_of, seen_of, sum_of(seen), few, believed);
    totals.assign(prior.size(), 0.0);
    for (std::size_t p = 0; p < provinces; ++p) {
        const RowRange cities = setting.cities_of[p];
        believe(of(prior, p), of(seen, p), believed[p], few,
                std::span(totals).subspan(cities.begin, cities.size()));
    }
}

}  // namespace vocational
