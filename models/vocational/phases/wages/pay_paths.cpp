// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/wages/pay_paths.hpp"

namespace vocational {

// Mean over formal posts that are filled; 0 without any.
double PayPaths::technology_gained(ProvinceId province) const {
    double posts = 0.0;
    double gained = 0.0;
    const RowRange cities = setting_.cities_of[province.row()];
    for (std::size_t city = cities.begin; city < cities.end; ++city) {
        const RowRange range = setting_.firms_in[city];
        for (std::size_t f = range.begin; f < range.end; ++f) {
            if (is_pool_.data()[f] == 0) {
                const double people = headcount_.data()[f];
                posts += people;
                gained += people * (static_cast<double>(technology_.data()[f]) -
                                    static_cast<double>(technology_at_base_.data()[f]));
            }
        }
    }
    return posts > 0.0 ? gained / posts : 0.0;
}

void PayPaths::move(PayPathId group, double productivity) const {
    const std::size_t row = group.row();
    ago_4_.data()[row] = ago_3_.data()[row];
    ago_3_.data()[row] = ago_2_.data()[row];
    ago_2_.data()[row] = ago_1_.data()[row];
    ago_1_.data()[row] = now_.data()[row];
    now_.data()[row] = productivity + pay_scale_.data()[row];
}

void PayPaths::run(const sim::Tick& tick) {
    const bool is_up_to_base = tick.now() <= sim::Quarter(setting_.base_year, 3);
    tick.executor().for_rows(setting_.provinces(), 1, [&](std::size_t p) {
        const ProvinceId province(p);
        const double productivity =
            is_up_to_base ? 0.0 : wages_.productivity_share * technology_gained(province);
        for (std::size_t group = 0; group < pay_groups; ++group) {
            move(PayPathId(p * pay_groups + group), productivity);
        }
    });
}

}  // namespace vocational
