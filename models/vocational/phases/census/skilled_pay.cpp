// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/skilled_pay.hpp"

#include <algorithm>
#include <vector>

namespace vocational {

namespace {

struct SkilledSum {
    std::int32_t people = 0;
    std::int64_t wages = 0;  // in counts of a wage's step
};

}  // namespace

void SkilledPay::run(const sim::Tick& tick) {
    const std::size_t provinces = setting_.provinces();
    std::fill_n(employed_.data(), provinces, 0);
    std::fill_n(wage_sum_.data(), provinces, std::int64_t{0});
    tick.executor().for_chunks(persons_.size(), std::size_t{1} << 17, [&](const sim::Chunk& chunk) {
        std::vector<SkilledSum> sums(provinces);
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            const PersonId person(persons_.first() + i);
            const JobLevel level = occupation_[person].level();
            if (state_[person] == State::employed &&
                (level == JobLevel::skilled_worker || level == JobLevel::technician)) {
                SkilledSum& sum = sums[setting_.province_of[present_city_[person].row()].row()];
                ++sum.people;
                sum.wages += wage_[person].count();
            }
        }
        for (std::size_t p = 0; p < provinces; ++p) {
            add_to(employed_[ProvinceId(p)], sums[p].people);
            add_to(wage_sum_[ProvinceId(p)], static_cast<std::int64_t>(Wage::step) * sums[p].wages);
        }
    });
}

}  // namespace vocational
