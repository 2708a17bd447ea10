// SPDX-License-Identifier: Apache-2.0
// 4.9 What contracts cost in money, every quarter: training pay, pay_share of the gross cost, goes
// from the firm to the households of students under contract; the price of commissioned training,
// its gross cost, from the firm to the school. A firm covers it by sales in the same quarter, so
// its balance stays as it was. The rest of the gross cost is the firm's own people and machines: no
// payment to anybody in the model. Evidence: app_gross_cost.
#pragma once

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class TrainingPay final : public sim::Phase {
  public:
    TrainingPay(const Setting& setting, const Records& records, const TrainingParams& params,
                const sim::World& world)
        : Phase("training_pay", "Firms pay students under contract and commissioned schools."),
          setting_(setting),
          records_(records),
          params_(params),
          partnerships_(world),
          desk_(*this, setting.ledger) {}

    void run(const sim::Tick& tick) override;

  private:
    void pay(std::size_t row) const;

    const Setting& setting_;
    const Records& records_;
    const TrainingParams& params_;
    sim::Rows<PartnershipTable> partnerships_;
    sim::LedgerDesk desk_;
    sim::Read<&PartnershipTable::firm> partner_{*this};
    sim::Read<&PartnershipTable::generation> partner_generation_{*this};
    sim::Read<&PartnershipTable::students> students_{*this};
    sim::Read<&FirmTable::city> city_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmStateTable::generation> generation_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Scatter<&FirmStateTable::balance> firm_balance_{*this};
    sim::Scatter<&SchoolStateTable::balance> school_balance_{*this};
};

}  // namespace vocational
