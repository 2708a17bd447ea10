// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/training/training_offers.hpp"

#include <algorithm>
#include <cmath>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/markets/labour/job_mix.hpp"

namespace vocational {

void TrainingOffers::run(const sim::Tick& tick) {
    const int year = tick.now().year();
    clear_slots(year);
    const Streams streams{tick.stream(purpose().part("places")),
                          tick.stream(purpose().part("taste")),
                          tick.stream(purpose().part("lottery")), tick.key()};
    tick.executor().for_rows(setting_.provinces(), 1, [&](std::size_t province) {
        std::vector<Bundle> bundles;
        const RowRange cities = setting_.cities_of[province];
        for (std::size_t city = cities.begin; city < cities.end; ++city) {
            decide_in_city(CityId(city), streams, bundles);
        }
        agree(province, year, bundles);
    });
}

// Who entered five years ago has left; their places make room for the coming intake's.
void TrainingOffers::clear_slots(int year) {
    for (std::size_t row = programmes_.first(); row < programmes_.end(); ++row) {
        contract_places_.data()[row] = 0;
        const std::size_t first =
            partnership(ProgrammeId(row), year, ContractKind::order_class).row();
        std::fill_n(partner_.data() + first, contract_kinds, FirmId());
        std::fill_n(places_.data() + first, contract_kinds, 0);
        std::fill_n(students_.data() + first, contract_kinds, 0);
    }
}

void TrainingOffers::decide_in_city(CityId city, const Streams& streams,
                                    std::vector<Bundle>& bundles) {
    const RowRange range = setting_.firms_in[city.row()];
    for (std::size_t f = range.begin; f < range.end; ++f) {
        if (is_pool_.data()[f] == 0) {
            decide(city, f, streams, bundles);
        }
    }
    remember_peers(city);
}

Trainer TrainingOffers::trainer(CityId city, std::size_t f, const Streams& streams,
                                sim::Identity id) const {
    const CitySectorId cell = city_sector(city, sector_.data()[f], records_.sectors());
    return {static_cast<double>(size_share_.data()[f]), static_cast<double>(vacancy_age_.data()[f]),
            alliance_strength(static_cast<double>(consortium_[cell]),
                              static_cast<double>(community_[cell]), alliance_age_[cell],
                              firm_.alliance_maturity),
            static_cast<double>(training_share_[cell]), streams.taste.at(id, 0).normal()};
}

// Support enters in shares of the local wage, as everything else does. The same lottery number
// serves with and without support, so that support never takes a place away.
void TrainingOffers::decide(CityId city, std::size_t f, const Streams& streams,
                            std::vector<Bundle>& bundles) {
    const std::size_t sector = sector_.data()[f];
    const ProvinceId province = setting_.province_of[city.row()];
    const sim::Identity id =
        firm_identity(setting_, city, sector_.data()[f], f, generation_.data()[f]);
    const Trainer firm = trainer(city, f, streams, id);
    const double wage = std::max(1.0, records_.wage(province.row(), sector));
    const double part = training_.places_per_job * wanted_.data()[f] / contract_kinds;
    sim::Rng places = streams.places.at(id, streams.key);
    sim::Rng lottery = streams.lottery.at(id, streams.key);
    bool trains = false;
    for (std::size_t k = 1; k <= contract_kinds; ++k) {
        const auto kind = static_cast<ContractKind>(k);
        const TrainingCellId cell = training_cell(province, kind);
        const double u = places.uniform();
        const std::uint64_t ticket = lottery.bits64();
        const double field_uniform = lottery.uniform();
        TrainingTerms terms = terms_of(training_, kind, firm);
        if (training_value(terms, training_.discount_rate) >= 0.0) {
            add_to(unsupported_[cell], static_cast<std::int32_t>(std::floor(part + u)));
        }
        terms.yearly_subsidy = static_cast<double>(subsidy_[cell]) / wage;
        terms.credit = static_cast<double>(credit_[cell]);
        terms.yearly_liability = static_cast<double>(credit_limit_[cell]) / wage;
        if (training_value(terms, training_.discount_rate) < 0.0) {
            continue;
        }
        const double shifted =
            part * shifting_factor(training_.shifting_share, rises_[cell] != 0, rose_[cell] != 0);
        const auto offered = static_cast<std::int32_t>(std::floor(shifted + u));
        if (offered > 0) {
            trains = true;
            add_to(offered_[cell], offered);
            bundles.push_back({ticket, static_cast<std::uint32_t>(f), offered, kind,
                               draw_field(sector, field_uniform)});
        }
    }
    trains_.data()[f] = trains ? 1 : 0;
}

Field TrainingOffers::draw_field(std::size_t sector, double uniform) const {
    double sum = 0.0;
    for (std::size_t f = 0; f < fields; ++f) {
        sum += records_.sector_field_weight(sector, static_cast<Field>(f));
    }
    double left = uniform * sum;
    std::size_t f = 0;
    while (f + 1 < fields && left >= records_.sector_field_weight(sector, static_cast<Field>(f))) {
        left -= records_.sector_field_weight(sector, static_cast<Field>(f));
        ++f;
    }
    return static_cast<Field>(f);
}

void TrainingOffers::remember_peers(CityId city) {
    const RowRange range = setting_.firms_in[city.row()];
    std::vector<double> firms(records_.sectors(), 0.0);
    std::vector<double> training(records_.sectors(), 0.0);
    for (std::size_t f = range.begin; f < range.end; ++f) {
        firms[sector_.data()[f]] += is_pool_.data()[f] != 0 ? 0.0 : 1.0;
        training[sector_.data()[f]] += trains_.data()[f];
    }
    for (std::size_t s = 0; s < firms.size(); ++s) {
        training_share_[city_sector(city, s, firms.size())] =
            firms[s] > 0.0 ? static_cast<float>(training[s] / firms[s]) : 0.0F;
    }
}

void TrainingOffers::agree(std::size_t province, int year, std::vector<Bundle>& bundles) {
    std::sort(bundles.begin(), bundles.end(), [](const Bundle& a, const Bundle& b) {
        if (a.lottery != b.lottery) {
            return a.lottery < b.lottery;
        }
        return a.firm != b.firm ? a.firm < b.firm : a.kind < b.kind;
    });
    std::array<std::vector<ProgrammeId>, fields> by_field;
    for (const Track track : vocational_tracks) {
        for (const std::uint32_t row : setting_.programmes(province, track)) {
            by_field[sim::index_of(field_.data()[row])].push_back(ProgrammeId(row));
        }
    }
    for (const Bundle& bundle : bundles) {
        place(bundle, year, by_field[sim::index_of(bundle.field)]);
    }
}

// Students of a year whom the programme still lets sign.
std::int32_t TrainingOffers::room(ProgrammeId programme) const {
    const double students =
        static_cast<double>(enrolled_[programme]) / years_of(track_[school_[programme]]);
    return static_cast<std::int32_t>(std::ceil(training_.highest_contract_share * students)) -
           contract_places_[programme];
}

// The firm's city first, then the rest of the province; in each from a place drawn by lottery.
void TrainingOffers::place(const Bundle& bundle, int year,
                           const std::vector<ProgrammeId>& of_field) {
    const CityId home = city_.data()[bundle.firm];
    std::int32_t left = bundle.places;
    for (const bool is_local : {true, false}) {
        for (std::size_t i = 0; i < of_field.size() && left > 0; ++i) {
            const ProgrammeId programme =
                of_field[(bundle.lottery % of_field.size() + i) % of_field.size()];
            const PartnershipId at = partnership(programme, year, bundle.kind);
            if ((school_city_[school_[programme]] == home) != is_local || partner_[at]) {
                continue;
            }
            const std::int32_t taken = std::min(left, room(programme));
            if (taken <= 0) {
                continue;
            }
            partner_[at] = FirmId(bundle.firm);
            partner_generation_[at] = generation_.data()[bundle.firm];
            places_[at] = taken;
            contract_places_[programme] += taken;
            left -= taken;
        }
    }
}

}  // namespace vocational
