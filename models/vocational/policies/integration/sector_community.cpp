// SPDX-License-Identifier: Apache-2.0
// Article 5: communities of industry and education, one for each sector named (the priority
// industries by default of the scenario's `where`), across regions. A lead firm and a college set
// standards: members' courses of the fields named are renewed together at a yearly rate; firms of
// the sector and schools are members, cooperation grows with age and members adopt technology
// sooner. Evidence: sector_earn_gain, sector_scale_decay: the part of membership that works falls
// as it covers more, membership · (1 − scale_decay · membership).
#include "models/vocational/agents/alliance.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/cities_in_scope.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SectorCommunity final : public sim::Instrument {
  public:
    SectorCommunity()
        : Instrument({.doc = "Ties lead firms and colleges of a sector across regions.",
                      .slot = slots::after_money_plan,
                      .article = "5",
                      .family = "integration",
                      .payer = "central",
                      .responds = "curriculum_currency",
                      .where = {"province", "sector", "field", "track"}}) {}

    SIM_PARAM(double, membership, 0.4, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Firms and schools of the sector that are members, in full force.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, scale_decay, 0.5, .unit = sim::unit::share, .range = {0.2, 0.8},
              .doc = "Fall of the effect from selected members to all.",
              .source = sim::assumed("evidence row sector_scale_decay, a judgement"));
    SIM_PARAM(double, standards, 0.15, .unit = sim::unit::share_per_year, .range = {0.0, 0.6},
              .doc = "Members' courses of the fields that common standards renew in a year.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, technology_centre, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Reach of the technology centre among members.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, central_cost, 5e7, .unit = sim::unit::yuan_per_year, .range = {1e6, 1e9},
              .doc = "What the centre pays for a sector's community.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, firm_cost, 5e7, .unit = sim::unit::yuan_per_year, .range = {0.0, 1e9},
              .doc = "What lead firms pay for it.", .source = sim::assumed("swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const double works = x * membership * (1.0 - scale_decay * std::min(1.0, x * membership));
        const std::vector<double> done = pay(tick, x);
        for (const CityId city : cities_.all(*this)) {
            const double part = works * done[cities_.province(city).row()];
            for (std::size_t s = 0; s < cities_.sectors(); ++s) {
                if (applies("sector", s)) {
                    float& share = community_[city_sector(city, s, cities_.sectors())];
                    share = static_cast<float>(std::min(1.0, static_cast<double>(share) + part));
                }
            }
        }
        schools_.for_each(*this, [&](SchoolId school) {
            const double part = works * done[schools_.province(school).row()];
            schools_.for_programmes(school, [&](ProgrammeId programme) {
                if (applies("field", sim::index_of(field_[programme]))) {
                    renewal_[programme] += static_cast<float>(part * standards);
                }
            });
        });
        for (std::size_t row = firms_.first(); row < firms_.end(); ++row) {
            const FirmId firm(row);
            const ProvinceId province = cities_.province(firm_city_[firm]);
            if (applies("sector", sector_[firm]) && done[province.row()] > 0.0) {
                const double reach = works * technology_centre * done[province.row()];
                service_[firm] =
                    static_cast<float>(std::min(1.0, static_cast<double>(service_[firm]) + reach));
            }
        }
    }

  private:
    // Costs of all communities, spread evenly over the provinces; the share carried out in each.
    std::vector<double> pay(const sim::Tick& tick, double x) {
        double communities = 0.0;
        for (std::size_t s = 0; s < cities_.sectors(); ++s) {
            communities += applies("sector", s) ? 1.0 : 0.0;
        }
        const double part = 0.25 * x * communities / static_cast<double>(grants_.provinces());
        std::vector<double> done(grants_.provinces(), 0.0);
        for (std::size_t p = 0; p < done.size(); ++p) {
            if (applies("province", p)) {
                done[p] = grants_
                              .pay_suppliers(*this, tick, ProvinceId(p), part * central_cost,
                                             sim::FlowKind::recurrent, PaidBy::central)
                              .done;
                done[p] *= grants_.purse().pay_from_firms(*this, tick, ProvinceId(p),
                                                          Account::rest_of_economy,
                                                          std::llround(part * firm_cost));
            }
        }
        return done;
    }

    CitiesInScope cities_{*this};
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Rows<FirmTable> firms_{*this};
    sim::Read<&FirmTable::city> firm_city_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Write<&FirmStateTable::technical_service> service_{*this};
    sim::Write<&AllianceTable::community> community_{*this};
    sim::Write<&ProgrammeLeverTable::renewal> renewal_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(sector_community, SectorCommunity);

}  // namespace vocational
