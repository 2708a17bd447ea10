// SPDX-License-Identifier: Apache-2.0
// 4.8 Technology. The sector's log frontier grows by its pace (agents/sector_pace.hpp). A firm
// holds a vintage: it moves to the frontier of the quarter with a yearly hazard
//   h = adoption_rate · exp(b_h (skilled share − reference) + b_a alliance + b_s technical service)
// and stands still between (song2026 for alliances, evidence row tech_service_tfp for services). In
// the first quarter firms are behind the frontier by exponential times, as that hazard at its
// reference leaves them. What a firm has gained since the start year raises the log odds of higher
// job levels among its posts: skill_demand = skill_bias · (technology − technology at the admission
// of the start year).
#pragma once

#include "models/vocational/agents/alliance.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/sector_pace.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Yearly hazard of moving to the frontier; `skilled_share` below 0 if it is not known.
double adoption_hazard(const FirmParams& params, double skilled_share, double alliance,
                       double service);

class Technology final : public sim::Phase {
  public:
    Technology(const Setting& setting, const Records& records, const Params& params)
        : Phase("technology", "Frontiers grow; some firms adopt the state of the art."),
          setting_(setting),
          records_(records),
          params_(params.firm) {}

    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    const Records& records_;
    const FirmParams& params_;
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmStateTable::generation> generation_{*this};
    sim::Read<&FirmStateTable::skilled_share> skilled_share_{*this};
    sim::Read<&FirmStateTable::technical_service> service_{*this};
    sim::Read<&AllianceTable::consortium> consortium_{*this};
    sim::Read<&AllianceTable::community> community_{*this};
    sim::Read<&AllianceTable::age> alliance_age_{*this};
    sim::Read<&FirmStateTable::wage_cost> wage_cost_{*this};
    sim::Write<&FirmStateTable::wage_cost_at_base> wage_cost_at_base_{*this};
    sim::Write<&FirmStateTable::technology> technology_{*this};
    sim::Write<&FirmStateTable::technology_at_base> technology_at_base_{*this};
    sim::Write<&FirmStateTable::skill_demand> skill_demand_{*this};
};

// Vintages before the first quarter: as old as the adoption rate makes them.
void give_first_technology(const Setting& setting, const Records& records, const FirmParams& params,
                           sim::Quarter first, const FirmTable& firms, FirmStateTable& states);

}  // namespace vocational
