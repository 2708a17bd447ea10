// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/traits.hpp"

#include <cmath>

#include "sim/random/normal.hpp"

namespace vocational {

namespace {

double correlated(double rho, double known, double noise) {
    return rho * known + std::sqrt(1.0 - rho * rho) * noise;
}

}  // namespace

void Traits::prepare() {
    // Mean and variance over the nation, so that percentiles of the mixture are near uniform.
    double mean = 0.0;
    double square = 0.0;
    for (std::size_t city = 0; city < setting_.cities(); ++city) {
        const std::size_t province = setting_.province_of[city].row();
        // Registration accounts for part of what a city's urban share means; this is the rest.
        const double more_urban = cities_.urban_share[city] - provinces_.urban_share[province];
        city_status_.push_back(params_.ses_slope_affluence * provinces_.affluence[province] +
                               params_.ses_slope_urban * more_urban);
        const double share = provinces_.population_share[province] * cities_.share[city];
        const double rural =
            std::clamp(1.0 - cities_.urban_share[city] + params_.rural_excess, 0.02, 0.98);
        const double urban_mean = city_status_.back() + params_.ses_gap_hukou;
        mean += share * (rural * city_status_.back() + (1.0 - rural) * urban_mean);
        square += share * (rural * city_status_.back() * city_status_.back() +
                           (1.0 - rural) * urban_mean * urban_mean);
    }
    mean_status_ = mean;
    spread_status_ = std::sqrt(1.0 + square - mean * mean);
}

void Traits::draw_person(PersonTable& persons, std::size_t row, CityId home, sim::Rng& rng,
                         double male_share, double rural_share) const {
    const Sex sex = rng.bernoulli(male_share) ? Sex::male : Sex::female;
    const Hukou hukou = rng.bernoulli(rural_share) ? Hukou::rural : Hukou::urban;
    const double gap = hukou == Hukou::urban ? params_.ses_gap_hukou() : 0.0;
    const double status =
        (city_status_[home.row()] + gap + rng.normal() - mean_status_) / spread_status_;
    const double ability = correlated(params_.ability_on_ses, status, rng.normal());
    persons.origin[row] = Origin(sex, hukou);
    persons.ses_percentile[row] =
        static_cast<std::uint8_t>(std::min(99.0, std::floor(100.0 * sim::normal_cdf(status))));
    persons.present_city[row] = home;
    persons.ability[row] = ability;
    persons.aptitude[row] = correlated(params_.aptitude_on_ability, ability, rng.normal());
    persons.general_skill[row] = correlated(params_.skill_on_ability, ability, rng.normal());
}

void Traits::draw(const sim::Executor& executor, PersonTable& persons, std::size_t first,
                  std::size_t last, Generation generation) const {
    const bool entering = generation == Generation::entering;
    const double male_share = entering ? params_.male_share : params_.male_share_adults;
    const double excess = entering ? params_.rural_excess : params_.rural_excess_adults;
    const sim::Stream stream = setting_.stream("birth");
    setting_.cohorts.for_segments(
        executor, first, last, [&](const Segment& segment, std::size_t begin, std::size_t end) {
            const double rural =
                std::clamp(1.0 - cities_.urban_share[segment.home.row()] + excess, 0.02, 0.98);
            for (std::size_t row = begin; row < end; ++row) {
                sim::Rng rng = stream.at(segment.identity(row), 0);
                draw_person(persons, row, segment.home, rng, male_share, rural);
            }
        });
}

}  // namespace vocational
