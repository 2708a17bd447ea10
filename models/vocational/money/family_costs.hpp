// SPDX-License-Identifier: Apache-2.0
// 4.13 What a place costs a family in the coming school year, once a year before choices: the
// quarter's fees, living, waivers, grants and loans, those of instruments included, in a public
// school; what a private one (money/fee_rules.hpp) costs beyond it, and what share of the students
// are there. Evidence: annual_cost_hs, fee_replacement.
#pragma once

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/money/fee_rules.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class FamilyCosts final : public sim::Phase {
  public:
    FamilyCosts(const Setting& setting, const SchoolSupplyParams& supply, const sim::World& world)
        : Phase("family_costs", "Families learn what the school year costs."),
          setting_(setting),
          supply_(supply),
          programmes_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick&) override {
        count_students();
        for (std::size_t row = 0; row < setting_.provinces() * tracks; ++row) {
            const TrackCellId cell(row);
            const double waived = std::min(1.0, waived_[cell] + policy_waived_[cell]);
            fees_[cell] = static_cast<float>(tuition_[cell]);
            living_[cell] = static_cast<float>(living_rule_[cell]);
            waiver_[cell] = static_cast<float>(waived * tuition_[cell] + policy_grant_[cell]);
            grant_[cell] = static_cast<float>(poor_grant_[cell] + policy_poor_grant_[cell]);
            loan_[cell] = static_cast<float>(policy_loan_[cell]);
            const double private_fees =
                private_tuition(supply_, {formula_[cell], tuition_[cell], other_[cell]});
            private_extra_[cell] =
                static_cast<float>(private_fees - (1.0 - waived) * tuition_[cell]);
            const auto& [of_public, of_private] = students_[row];
            private_share_[cell] =
                of_private > 0.0 ? static_cast<float>(of_private / (of_public + of_private)) : 0.0F;
        }
    }

  private:
    void count_students() {
        students_.assign(setting_.provinces() * tracks, {});
        for (std::size_t row = programmes_.first(); row < programmes_.end(); ++row) {
            const SchoolId school = school_[ProgrammeId(row)];
            const TrackCellId cell =
                track_cell(setting_.province_of[city_[school].row()], track_[school]);
            students_[cell.row()][sim::index_of(hands_of(ownership_[school]))] +=
                enrolled_[ProgrammeId(row)];
        }
    }

    const Setting& setting_;
    const SchoolSupplyParams& supply_;
    sim::Rows<ProgrammeTable> programmes_;
    std::vector<std::array<double, all_hands.size()>> students_;  // by cell and hands
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolStateTable::ownership> ownership_{*this};
    sim::Read<&TrackMoneyTable::formula_amount> formula_{*this};
    sim::Read<&TrackMoneyTable::other_income> other_{*this};
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
    sim::Write<&FamilyCostTable::private_extra> private_extra_{*this};
    sim::Write<&FamilyCostTable::private_share> private_share_{*this};
};

}  // namespace vocational
