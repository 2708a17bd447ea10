// SPDX-License-Identifier: Apache-2.0
// 4.13 What schools, families and lenders get in the quarter (E10). For each school
//   wanted = (formula amount · Σ field weight · students · p + replaced waivers) / 4,
// split by payer, p being 1 in a public school and private_public_money in a private one; policies
// may add a factor. A government carries out φ / φ₀ of it (records tell what was carried out at
// φ₀). Its money:
//   per student: revenue = wanted; fixed: revenue = that of the start year · (1 + g)^years.
// Debt service goes first: recurrent + capital + debt service ≤ revenue, so what is left for
// schools and grants is payable = revenue + balance − debt service. Money per student falls where
// more students or debt meet a fixed revenue. Families pay fees and living; the rest of the economy
// buys services. A private school waives no fees and asks what brings its income to private_income
// times that of a public one (money/fee_rules.hpp). Every sum is whole yuan and adds up exactly.
#pragma once

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/money/debt.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class SchoolIncome final : public sim::Phase {
  public:
    SchoolIncome(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("school_income", "Governments and families pay schools; debt is served."),
          setting_(setting),
          params_(params),
          schools_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    // A sum that a government owes under the rules; to families where no school is named.
    struct Claim {
        GovernmentId payer;
        ProvinceId region;
        Account payee;
        SchoolId school;
        Track track;
        std::int64_t yuan;
    };

    void claim_for_school(SchoolId school);
    void add_claims(const Claim& whole, CityId city, double yuan);
    void take_revenue(const sim::Tick& tick);
    void serve_debt();
    void pay_claims();
    void pay_claim(const Claim& claim, std::int64_t yuan);
    void pay_by_families(SchoolId school);
    double public_share(SchoolId school) const;
    bool is_private(SchoolId school) const {
        return ownership_[school] != Ownership::public_school;
    }
    sim::FlowCell place_of(GovernmentId government) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<SchoolTable> schools_;
    DebtDesk debt_{*this};
    std::vector<Claim> claims_;          // of this quarter
    std::vector<std::int64_t> payable_;  // by government
    sim::Read<&SchoolStateTable::ownership> ownership_{*this};
    sim::Write<&SchoolStateTable::income> income_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&FieldWeightTable::weight> weight_{*this};
    sim::Read<&TrackMoneyTable::formula_amount> formula_{*this};
    sim::Read<&TrackMoneyTable::central_share> central_{*this};
    sim::Read<&TrackMoneyTable::province_share> province_{*this};
    sim::Read<&TrackMoneyTable::other_income> other_{*this};
    sim::Read<&TrackMoneyTable::tuition> tuition_{*this};
    sim::Read<&TrackMoneyTable::living> living_{*this};
    sim::Read<&TrackMoneyTable::waived_share> waived_{*this};
    sim::Read<&TrackMoneyTable::policy_waived_share> policy_waived_{*this};
    sim::Read<&TrackMoneyTable::fee_replacement> replacement_{*this};
    sim::Read<&TrackMoneyTable::poor_grant> poor_grant_{*this};
    sim::Read<&SchoolMoneyTable::poor_students> poor_{*this};
    sim::Read<&SchoolLeverTable::formula_factor> formula_factor_{*this};
    sim::Read<&GovernmentTable::fidelity> fidelity_{*this};
    sim::Read<&GovernmentStateTable::fidelity_at_base> fidelity_at_base_{*this};
    sim::Read<&GovernmentStateTable::relabelled_share> relabelled_{*this};
    sim::Scatter<&GovernmentStateTable::revenue> revenue_{*this};
    sim::Scatter<&GovernmentStateTable::revenue_at_base> revenue_at_base_{*this};
    sim::Scatter<&GovernmentStateTable::wanted> wanted_{*this};
    sim::Scatter<&GovernmentStateTable::paid> paid_{*this};
    sim::Scatter<&ProvinceMoneyTable::planned> planned_{*this};
    sim::Scatter<&ProvinceMoneyTable::carried_out> carried_out_{*this};
    sim::Scatter<&ProvinceMoneyTable::reported> reported_{*this};
    sim::Scatter<&TrackMoneyTable::fees_paid> fees_paid_{*this};
    sim::Scatter<&TrackMoneyTable::living_paid> living_paid_{*this};
    sim::Scatter<&TrackMoneyTable::help_paid> help_paid_{*this};
    sim::Scatter<&SchoolStateTable::balance> school_balance_{*this};
    sim::Scatter<&SchoolMoneyTable::received> received_{*this};
};

}  // namespace vocational
