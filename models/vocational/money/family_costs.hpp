// SPDX-License-Identifier: Apache-2.0
// 4.13 What a place costs a family in the coming school year, once a year before choices: the
// quarter's fees, living, waivers, grants and loans, those of instruments included.
#pragma once

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class FamilyCosts final : public sim::Phase {
  public:
    explicit FamilyCosts(const Setting& setting)
        : Phase("family_costs", "Families learn what the school year costs."), setting_(setting) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick&) override {
        for (std::size_t row = 0; row < setting_.provinces() * tracks; ++row) {
            const TrackCellId cell(row);
            const double waived = std::min(1.0, waived_[cell] + policy_waived_[cell]);
            fees_[cell] = static_cast<float>(tuition_[cell]);
            living_[cell] = static_cast<float>(living_rule_[cell]);
            waiver_[cell] = static_cast<float>(waived * tuition_[cell] + policy_grant_[cell]);
            grant_[cell] = static_cast<float>(poor_grant_[cell] + policy_poor_grant_[cell]);
            loan_[cell] = static_cast<float>(policy_loan_[cell]);
        }
    }

  private:
    const Setting& setting_;
    sim::Read<&TrackMoneyTable::tuition> tuition_{*this};
    sim::Read<&TrackMoneyTable::living> living_rule_{*this};
    sim::Read<&TrackMoneyTable::waived_share> waived_{*this};
    sim::Read<&TrackMoneyTable::policy_waived_share> policy_waived_{*this};
    sim::Read<&TrackMoneyTable::policy_grant> policy_grant_{*this};
    sim::Read<&TrackMoneyTable::poor_grant> poor_grant_{*this};
    sim::Read<&TrackMoneyTable::policy_poor_grant> policy_poor_grant_{*this};
    sim::Read<&TrackMoneyTable::policy_loan> policy_loan_{*this};
    sim::Write<&FamilyCostTable::fees> fees_{*this};
    sim::Write<&FamilyCostTable::living> living_{*this};
    sim::Write<&FamilyCostTable::waiver> waiver_{*this};
    sim::Write<&FamilyCostTable::poor_grant> grant_{*this};
    sim::Write<&FamilyCostTable::loan> loan_{*this};
};

}  // namespace vocational
