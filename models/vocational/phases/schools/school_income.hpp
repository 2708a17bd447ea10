// SPDX-License-Identifier: Apache-2.0
// 4.7 Where schools' money comes from (E10), each quarter, per student enrolled:
//   public money of the track and year · relative funding of the province, from the province;
//   the rest of the track's spending from families (fees) and from services and partners.
// Private schools live on fees and get a part of the public money. A province receives in taxes
// what it pays. All public rules of money are here and nowhere else in schools.
#pragma once

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/school_state.hpp"
#include "models/vocational/population/school_norms.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class SchoolIncome final : public sim::Phase {
  public:
    SchoolIncome(const Setting& setting, const SchoolNorms& norms, const Params& params,
                 const sim::World& world)
        : Phase("school_income", "Schools receive public money, fees and service income."),
          setting_(setting),
          norms_(norms),
          params_(params),
          schools_(world),
          desk_(*this, setting.ledger) {}

    void run(const sim::Tick& tick) override;

  private:
    void pay_school(SchoolId school, int year);

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
    sim::Read<&SchoolStateTable::ownership> ownership_{*this};
    sim::Write<&SchoolStateTable::balance> balance_{*this};
    sim::Write<&SchoolStateTable::income> income_{*this};
    sim::Scatter<&GovernmentTable::balance> treasury_{*this};
};

}  // namespace vocational
