// SPDX-License-Identifier: Apache-2.0
// 4.13 Sums the quarter's money for outputs: public cost, borrowing and debt service of provinces
// from the ledger, income of schools by track. National payments count where their region says; the
// nation's own region holds only taxes of the centre.
#pragma once

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class MoneyCensus final : public sim::Phase {
  public:
    MoneyCensus(const Setting& setting, const EvaluationParams& params, const sim::World& world)
        : Phase("money_census", "Sums public cost, debt and income of schools."),
          setting_(setting),
          params_(params),
          schools_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    const EvaluationParams& params_;
    sim::Rows<SchoolTable> schools_;
    sim::Read<&sim::FlowTable::amount> amount_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolMoneyTable::received> school_received_{*this};
    sim::Scatter<&TrackMoneyTable::received> received_{*this};
    sim::Scatter<&TrackMoneyTable::received_in_school_year> received_in_year_{*this};
    sim::Write<&ProvinceMoneyTable::public_cost> public_cost_{*this};
    sim::Write<&ProvinceMoneyTable::borrowing> borrowing_{*this};
    sim::Write<&ProvinceMoneyTable::debt_service> debt_service_{*this};
    sim::Write<&ProvinceMoneyTable::present_cost> present_cost_{*this};
};

}  // namespace vocational
