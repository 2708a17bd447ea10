// SPDX-License-Identifier: Apache-2.0
// 4.8 Wage offers. After matching a firm looks at the posts that stand open: as many as stood open
// before are a quarter older, the rest are new, so the mean age is
//   age' = (old (age + 1) + (open − old)) / open, old = min(open, open before).
// The offer decays and rises while vacancies age,
//   offer' = min(highest, (1 − decay) offer + raise · min(2, v / v0) · min(1, age / full age)),
// v the open share of wanted jobs and v0 the vacancy share of normal times. Turnover carries offers
// into the wage cost of all posts: cost' = cost + pass_through (offer − cost).
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Mean age after one more quarter; 0 if nothing is open.
double aged_vacancies(double age, std::int32_t open_before, std::int32_t open);

class WageOffers final : public sim::Phase {
  public:
    WageOffers(const Params& params, const sim::World& world)
        : Phase("wage_offers", "Open posts age; firms raise what they offer for them."),
          firm_(params.firm),
          labour_(params.labour),
          firms_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    double next_offer(double offer, double open_share, double age) const;

    const FirmParams& firm_;
    const LabourParams& labour_;
    sim::Rows<FirmTable> firms_;
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::wanted> wanted_{*this};
    sim::Read<&FirmTable::headcount> headcount_{*this};
    sim::Write<&FirmStateTable::unfilled> unfilled_{*this};
    sim::Write<&FirmStateTable::vacancy_age> age_{*this};
    sim::Write<&FirmStateTable::offer> offer_{*this};
    sim::Write<&FirmStateTable::wage_cost> wage_cost_{*this};
};

}  // namespace vocational
