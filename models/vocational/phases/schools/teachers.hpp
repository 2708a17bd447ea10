// SPDX-License-Identifier: Apache-2.0
// 4.7 Teachers, each quarter: retire at a constant hazard; quit with the yearly chance h,
//   logit h = logit(h0) + b · (ln(w_out ÷ w_ref) + ln(1 + outside_premium) − ln(1 + supplement)),
// where w_out is the province's mean wage of bachelor graduates, w_ref that of the reference year,
// and the premium counts in vocational tracks only; are hired up to the norm as far as pay fits
// into the income, a part hard_to_fill of the open posts staying open. Experience: T' = (1 − d) T +
// months ÷ 12, plus newcomers from enterprises, less leavers, among whom the experienced are
// over-represented: a placement programme leaks through turnover. Certificates are counted and do
// nothing else. Evidence: enterprise_practice_depr, outside_wage_gap, hard_to_fill_tech,
// certificate_effect.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/population/school_norms.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Teachers final : public sim::Phase {
  public:
    Teachers(const Setting& setting, const SchoolNorms& norms, const Params& params,
             const sim::World& world)
        : Phase("teachers", "Teachers retire, quit, are hired and renew their experience."),
          setting_(setting),
          norms_(norms),
          params_(params),
          schools_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    void staff(SchoolId school, int year);
    double open_posts(SchoolId school, int year, double remaining) const;
    double log_outside_wage(ProvinceId province) const;

    const Setting& setting_;
    const SchoolNorms& norms_;
    const Params& params_;
    sim::Rows<SchoolTable> schools_;
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&LabourCellTable::employed> employed_{*this};
    sim::Read<&LabourCellTable::wage_sum> wage_sum_{*this};
    sim::Read<&ProvinceReferenceTable::skilled_wage> reference_{*this};
    sim::Read<&SchoolStateTable::income> income_{*this};
    sim::Read<&SchoolStateTable::development> development_{*this};
    sim::Read<&SchoolStateTable::pay_supplement> supplement_{*this};
    sim::Read<&SchoolLeverTable::industry_hires> industry_hires_{*this};
    sim::Read<&SchoolLeverTable::certification> certification_{*this};
    sim::Write<&SchoolStateTable::teachers> teachers_{*this};
    sim::Write<&SchoolStateTable::experienced> experienced_{*this};
    sim::Write<&SchoolStateTable::certified> certified_{*this};
};

// Quarterly probability of quitting; `log_gap` is log pay outside over inside against the
// reference.
double quit_probability(const SchoolBudgetParams& params, double log_gap);

// The share with experience after a quarter in which `months` per teacher were spent in
// enterprises.
double renewed_experience(const TeachingParams& params, double share, double months);

}  // namespace vocational
