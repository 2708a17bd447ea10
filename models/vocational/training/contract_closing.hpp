// SPDX-License-Identifier: Apache-2.0
// 4.9 Second quarter, after persistence and before completion: the contract of who stopped just now
// ends unfulfilled. Contracts that nobody waits for any longer end without being broken. With
// either goes the skill that is of use in the firm alone.
#pragma once

#include "models/vocational/agents/careers/firm_bound.hpp"
#include "models/vocational/agents/count.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

class ContractClosing final : public sim::Phase {
  public:
    ContractClosing(const Setting& setting, const sim::World& world)
        : Phase("contract_closing", "Contracts of those who stopped end."),
          setting_(setting),
          persons_(world) {}

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override {
        const std::size_t begin = first_student_row(setting_, persons_, tick.now());
        tick.executor().for_rows(persons_.end() - begin, CohortIndex::grain, [&](std::size_t i) {
            const std::size_t row = begin + i;
            Contract& contract = contract_.data()[row];
            const State state = state_.data()[row];
            if (!contract.exists() || state == State::enrolled || state == State::employed ||
                (state == State::unemployed && link_.data()[row].firm())) {
                return;
            }
            if (duration_.data()[row] == 0) {
                const ProvinceId province = setting_.province_of[present_city_.data()[row].row()];
                add_to(breached_[training_cell(province, contract.kind())], 1);
            }
            contract.sign(ContractKind::none);
            lose_firm_bound(specific_skill_.data()[row], firm_bound_.data()[row]);
            link_.data()[row] = Link{};
        });
    }

  private:
    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::present_city> present_city_{*this};
    sim::Read<&PersonTable::duration> duration_{*this};
    sim::Write<&PersonTable::link> link_{*this};
    sim::Write<&PersonTable::contract> contract_{*this};
    sim::Write<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Write<&PersonTable::firm_bound> firm_bound_{*this};
    sim::Scatter<&TrainingCellTable::breached> breached_{*this};
};

}  // namespace vocational
