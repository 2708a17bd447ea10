// SPDX-License-Identifier: Apache-2.0
// 4.1 What people are born with: sex and registration by city; family status z ~ N(μ_hukou +
// μ_city, 1), standardised over the nation and kept as a percentile, μ_city = slope · log income of
// the province + slope · (urban share − the province's); ability a = ρ z + √(1−ρ²) ε; in the same
// way aptitude and general skill at 15 from a, each with a correlation and noise of its own. Draws
// depend on the identity alone, so the same person is the same in every scenario. No evidence row:
// slopes and correlations are assumed.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

enum class Generation { initial, entering };

class Traits {
  public:
    Traits(const BirthParams& params, const ProvinceTable& provinces, const CityTable& cities,
           const Setting& setting)
        : params_(params), provinces_(provinces), cities_(cities), setting_(setting) {}

    // Needed once, when places are known.
    void prepare();

    // Fills the birth columns of rows [first, last), in parallel.
    void draw(const sim::Executor& executor, PersonTable& persons, std::size_t first,
              std::size_t last, Generation generation) const;

  private:
    void draw_person(PersonTable& persons, std::size_t row, CityId home, sim::Rng& rng,
                     double male_share, double rural_share) const;

    const BirthParams& params_;
    const ProvinceTable& provinces_;
    const CityTable& cities_;
    const Setting& setting_;
    std::vector<double> city_status_;  // μ_city
    double mean_status_ = 0.0;
    double spread_status_ = 1.0;
};

}  // namespace vocational
