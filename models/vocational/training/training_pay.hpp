// SPDX-License-Identifier: Apache-2.0
// 4.9 What contracts cost in money, every quarter: training pay, pay_share of the gross cost, goes
// from the firm to the households of students under contract; the price of commissioned training,
// its gross cost, from the firm to the school. A firm spends public money in hand first and covers
// the rest by sales in the same quarter. What public money is left beyond pays its own people,
// machines and owners, so its balance returns to 0; otherwise they are no payment in the model.
// Evidence: app_gross_cost.
#pragma once

#include <vector>

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
          firms_(world),
          desk_(*this, setting.ledger) {}

    void run(const sim::Tick& tick) override;

  private:
    // What a bundle of contracts costs in the quarter.
    struct Bill {
        FirmId firm;
        bool is_commissioned;
        std::int64_t yuan;
    };

    Bill bill(std::size_t row) const;
    void add_up(std::size_t row);
    void cover(std::size_t firm) const;
    void pay(std::size_t row) const;

    const Setting& setting_;
    const Records& records_;
    const TrainingParams& params_;
    sim::Rows<PartnershipTable> partnerships_;
    sim::Rows<FirmTable> firms_;
    std::vector<std::int64_t> due_;  // by firm row; buffer of a run
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
