// SPDX-License-Identifier: Apache-2.0
// 4.9 What becomes of a training contract at completion. If the firm is still there, rivals poach
// with poaching_rate times the share of the sector's local jobs that is not its own; otherwise the
// person takes the post reserved for her with order_place_prob (interns: internship_place_prob) and
// is linked to the firm while she waits for it. All other contracts end, and with them goes the
// skill of use in that firm alone (agents/careers/firm_bound.hpp), unless a certificate makes it
// portable. Firms that rank prefer who fulfilled an order (market.contract_bonus). Held by the
// phase that lets people complete; people may be handled concurrently.
#pragma once

#include "models/vocational/agents/careers/firm_bound.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class ContractDesk {
  public:
    ContractDesk(sim::Accessor& owner, const Setting& setting, const TrainingParams& params)
        : setting_(setting),
          params_(params),
          contract_(owner),
          specific_skill_(owner),
          firm_bound_(owner),
          city_(owner),
          size_share_(owner),
          generation_(owner),
          partner_(owner),
          partner_generation_(owner),
          completed_(owner),
          retained_(owner),
          poached_(owner),
          breached_(owner) {}

    // The person completes `programme`, which she entered in `entry_year`, and then seeks work or,
    // if she `leaves`, is away. Returns what she is linked to from now on.
    Link complete(PersonId person, sim::Identity identity, ProgrammeId programme, int entry_year,
                  bool leaves, const sim::Tick& tick) const;
    Skill specific_skill(PersonId person) const { return specific_skill_[person]; }

  private:
    Link hold(PersonId person, sim::Rng rng, PartnershipId at, bool leaves) const;

    const Setting& setting_;
    const TrainingParams& params_;
    sim::Write<&PersonTable::contract> contract_;
    sim::Write<&PersonTable::specific_skill> specific_skill_;
    sim::Write<&PersonTable::firm_bound> firm_bound_;
    sim::Read<&FirmTable::city> city_;
    sim::Read<&FirmTable::size_share> size_share_;
    sim::Read<&FirmStateTable::generation> generation_;
    sim::Read<&PartnershipTable::firm> partner_;
    sim::Read<&PartnershipTable::generation> partner_generation_;
    sim::Scatter<&TrainingCellTable::completed> completed_;
    sim::Scatter<&TrainingCellTable::retained> retained_;
    sim::Scatter<&TrainingCellTable::poached> poached_;
    sim::Scatter<&TrainingCellTable::breached> breached_;
};

}  // namespace vocational
