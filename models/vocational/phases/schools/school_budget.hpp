// SPDX-License-Identifier: Apache-2.0
// 4.7 School budgets, each quarter: needs of the school, the plan of
// phases/schools/budget_plan.hpp, and its flows. Needs of a quarter, with N the track's recorded
// spending in the province for its students:
//   pay           teachers · cost of a teacher · (1 + supplement)
//   operation     between operation_floor · N and operation_ceiling · N
//   equipment     (stations_wanted · students − stations) · station_cost, vocational tracks only
//   courses       Σ over programmes of students · wanted rate of renewal · course_cost
//   development   months_wanted a year of teachers' pay · replacement_share, vocational tracks only
//   digital       (1 − digital resources) · digital_cost · students
// Pay goes to households, goods to the rest of the economy, service of loans to the lender;
// equipment and digital resources are capital. The phases after it turn what was spent into
// teachers' time, stations and courses. Funding F is the moving mean of recurrent spending.
#pragma once

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/phases/schools/budget_plan.hpp"
#include "models/vocational/population/school_norms.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class SchoolBudget final : public sim::Phase {
  public:
    SchoolBudget(const Setting& setting, const SchoolNorms& norms, const Params& params,
                 const sim::World& world)
        : Phase("school_budget", "Schools spend what they have, by rule."),
          setting_(setting),
          norms_(norms),
          params_(params),
          schools_(world),
          desk_(*this, setting.ledger) {}

    void run(const sim::Tick& tick) override;

  private:
    BudgetNeeds needs_of(SchoolId school, int year, double students) const;
    std::int64_t course_need(SchoolId school) const;
    void spend(SchoolId school, const BudgetPlan& plan);

    const Setting& setting_;
    const SchoolNorms& norms_;
    const Params& params_;
    sim::Rows<SchoolTable> schools_;
    sim::LedgerDesk desk_;
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&TeachingTable::partner_intensity> partners_{*this};
    sim::Read<&SchoolStateTable::income> income_{*this};
    sim::Read<&SchoolStateTable::teachers> teachers_{*this};
    sim::Read<&SchoolStateTable::pay_supplement> supplement_{*this};
    sim::Read<&SchoolStateTable::stations> stations_{*this};
    sim::Read<&SchoolStateTable::digital> digital_{*this};
    sim::Read<&SchoolStateTable::platform> platform_{*this};
    sim::Read<&SchoolMoneyTable::for_equipment> for_equipment_{*this};
    sim::Read<&SchoolMoneyTable::for_building> for_building_{*this};
    sim::Read<&SchoolMoneyTable::for_courses> for_courses_{*this};
    sim::Read<&SchoolMoneyTable::for_development> for_development_{*this};
    sim::Read<&SchoolMoneyTable::for_digital> for_digital_{*this};
    sim::Write<&SchoolStateTable::served> served_{*this};
    sim::Write<&SchoolStateTable::balance> balance_{*this};
    sim::Write<&SchoolStateTable::debt> debt_{*this};
    sim::Write<&SchoolStateTable::debt_service> debt_service_{*this};
    sim::Write<&SchoolStateTable::pay> pay_{*this};
    sim::Write<&SchoolStateTable::operation> operation_{*this};
    sim::Write<&SchoolStateTable::equipment> equipment_{*this};
    sim::Write<&SchoolStateTable::building> building_{*this};
    sim::Write<&SchoolStateTable::courses> courses_{*this};
    sim::Write<&SchoolStateTable::development> development_{*this};
    sim::Write<&SchoolStateTable::digital_spending> digital_spending_{*this};
    sim::Write<&SchoolStateTable::funding> funding_{*this};
};

}  // namespace vocational
