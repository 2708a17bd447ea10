// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/technology.hpp"

#include <algorithm>

#include "models/vocational/markets/labour/job_mix.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

double adoption_hazard(const FirmParams& params, double skilled_share, double alliance,
                       double service) {
    const double skilled =
        skilled_share < 0.0 ? 0.0 : skilled_share - params.skilled_share_reference;
    const double hazard =
        params.adoption_rate * sim::elementary::exp(params.adoption_skill_slope * skilled +
                                                    params.adoption_alliance_slope * alliance +
                                                    params.adoption_service_slope * service);
    return std::min(1.0, hazard);
}

void Technology::run(const sim::Tick& tick) {
    const SectorPace pace(params_, records_);
    const sim::Stream stream = tick.stream(purpose());
    const bool is_up_to_base = tick.now() <= sim::Quarter(setting_.base_year, 3);
    const auto adopt = [&](CityId city, std::size_t f) {
        const std::size_t sector = sector_.data()[f];
        const CitySectorId cell = city_sector(city, sector, records_.sectors());
        const double alliance = alliance_strength(static_cast<double>(consortium_[cell]),
                                                  static_cast<double>(community_[cell]),
                                                  alliance_age_[cell], params_.alliance_maturity);
        const double hazard =
            adoption_hazard(params_, static_cast<double>(skilled_share_.data()[f]), alliance,
                            static_cast<double>(service_.data()[f]));
        const sim::Identity firm =
            firm_identity(setting_, city, sector_.data()[f], f, generation_.data()[f]);
        if (stream.at(firm, tick.key()).bernoulli(tick.probability(hazard))) {
            technology_.data()[f] =
                static_cast<float>(pace.frontier(sector, tick.now(), setting_.base_year));
        }
    };
    tick.executor().for_rows(setting_.cities(), 1, [&](std::size_t city) {
        for (std::size_t f = setting_.firms_in[city].begin; f < setting_.firms_in[city].end; ++f) {
            if (is_pool_.data()[f] != 0) {
                continue;
            }
            adopt(CityId(city), f);
            if (is_up_to_base) {
                technology_at_base_.data()[f] = technology_.data()[f];
                wage_cost_at_base_.data()[f] = wage_cost_.data()[f];
            }
            const double gained = static_cast<double>(technology_.data()[f]) -
                                  static_cast<double>(technology_at_base_.data()[f]);
            skill_demand_.data()[f] = static_cast<float>(params_.skill_bias * gained);
        }
    });
}

void give_first_technology(const Setting& setting, const Records& records, const FirmParams& params,
                           sim::Quarter first, const FirmTable& firms, FirmStateTable& states) {
    const SectorPace pace(params, records);
    const sim::Stream stream = setting.stream("technology");
    const double hazard = -sim::elementary::log1p(-std::min(0.99, double{params.adoption_rate}));
    for (std::size_t city = 0; city < setting.cities(); ++city) {
        for (std::size_t f = setting.firms_in[city].begin; f < setting.firms_in[city].end; ++f) {
            states.skilled_share[f] = -1.0F;
            if (firms.is_pool[f] != 0) {
                continue;
            }
            const std::size_t sector = firms.sector[f];
            sim::Rng rng = stream.at(firm_identity(setting, CityId(city), firms.sector[f], f), 0);
            const double years_behind = rng.exponential() / hazard;
            states.technology[f] =
                static_cast<float>(pace.frontier(sector, first, setting.base_year) -
                                   pace.of_sector(sector) * years_behind);
        }
    }
}

}  // namespace vocational
