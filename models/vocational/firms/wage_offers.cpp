// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/wage_offers.hpp"

#include <algorithm>

namespace vocational {

double aged_vacancies(double age, std::int32_t open_before, std::int32_t open) {
    if (open <= 0) {
        return 0.0;
    }
    const double old = std::min(open, open_before);
    return (old * (age + 1.0) + (open - old)) / open;
}

double WageOffers::next_offer(double offer, double open_share, double age) const {
    constexpr double most_pressure = 2.0;
    const double pressure = std::min(most_pressure, open_share / labour_.vacancy_share) *
                            std::min(1.0, age / firm_.offer_full_age);
    return std::min<double>(firm_.highest_offer,
                            (1.0 - firm_.offer_decay) * offer + firm_.offer_raise * pressure);
}

void WageOffers::run(const sim::Tick& tick) {
    tick.executor().for_rows(firms_.size(), grain, [&](std::size_t i) {
        const std::size_t f = firms_.first() + i;
        if (is_pool_.data()[f] != 0) {
            return;
        }
        const std::int32_t wanted = wanted_.data()[f];
        const std::int32_t open = std::max(0, wanted - headcount_.data()[f]);
        const double age =
            aged_vacancies(static_cast<double>(age_.data()[f]), unfilled_.data()[f], open);
        const double share = wanted > 0 ? static_cast<double>(open) / wanted : 0.0;
        const double offer = next_offer(static_cast<double>(offer_.data()[f]), share, age);
        const auto cost = static_cast<double>(wage_cost_.data()[f]);
        unfilled_.data()[f] = open;
        age_.data()[f] = static_cast<float>(age);
        offer_.data()[f] = static_cast<float>(offer);
        wage_cost_.data()[f] = static_cast<float>(cost + firm_.offer_pass_through * (offer - cost));
    });
}

}  // namespace vocational
