// SPDX-License-Identifier: Apache-2.0
// 4.13 Adds up what people gain in money, discounted to the start: a quarter of the yearly gross
// pay of the employed by residence, and what households got from governments and firms (grants,
// training pay) less what they paid for schooling. Last of the tick's money: after the census.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/money/present_value.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class BenefitCensus final : public sim::Phase {
  public:
    BenefitCensus(const Setting& setting, const EvaluationParams& params)
        : Phase("benefit_census", "Adds up what people gain in money, discounted to the start."),
          setting_(setting),
          params_(params) {}

    void run(const sim::Tick& tick) override {
        if (tick.now() < tick.start()) {
            return;
        }
        const double discount = discount_factor(params_.discount_rate, tick.now() - tick.start());
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            const ProvinceId province(p);
            std::int64_t pay = 0;
            for (std::size_t l = 0; l < levels; ++l) {
                pay += wage_sum_[labour_cell(province, static_cast<Level>(l))];
            }
            const double quarter = 0.25 * setting_.scale * static_cast<double>(pay);
            benefits_[province] += discount * (quarter + static_cast<double>(net_receipts(p)));
        }
    }

  private:
    static bool pays_households(Account payer) {
        return payer <= Account::city || payer == Account::firm;
    }
    // Pay of teachers, which schools pay to households too, is a cost of teaching, not a gain.
    std::int64_t net_receipts(std::size_t province) const {
        const std::size_t cells = setting_.ledger.cells() / setting_.ledger.regions;
        const std::size_t household = sim::index_of(Account::household);
        std::int64_t sum = 0;
        for (std::size_t cell = province * cells; cell < (province + 1) * cells; ++cell) {
            const std::int64_t yuan = amount_.data()[cell];
            if (yuan == 0) {
                continue;
            }
            const sim::FlowCell at = setting_.ledger.at(cell);
            sum +=
                at.payee == household && pays_households(static_cast<Account>(at.payer)) ? yuan : 0;
            sum -= at.payer == household ? yuan : 0;
        }
        return sum;
    }

    const Setting& setting_;
    const EvaluationParams& params_;
    sim::Read<&sim::FlowTable::amount> amount_{*this};
    sim::Read<&LabourCellTable::wage_sum> wage_sum_{*this};
    sim::Write<&ProvinceMoneyTable::present_benefits> benefits_{*this};
};

}  // namespace vocational
