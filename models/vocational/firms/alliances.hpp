// SPDX-License-Identifier: Apache-2.0
// 4.9 Alliances grow older; who belongs to them is up to instruments. First of the firms' quarter:
// also sets the flows of training contracts to zero.
#pragma once

#include <algorithm>

#include "models/vocational/agents/alliance.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Alliances final : public sim::Phase {
  public:
    Alliances(const Setting& setting, const sim::World& world)
        : Phase("alliances", "Alliances grow older; the quarter's contracts count from zero."),
          setting_(setting),
          cells_(world) {}

    void run(const sim::Tick&) override {
        for (std::size_t row = cells_.first(); row < cells_.end(); ++row) {
            const bool exists = consortium_.data()[row] > 0.0F || community_.data()[row] > 0.0F;
            std::uint8_t& age = age_.data()[row];
            age = static_cast<std::uint8_t>(exists ? std::min(longest, age + 1) : 0);
        }
        for (std::int32_t* flow :
             {offered_.data(), unsupported_.data(), filled_.data(), completed_.data(),
              retained_.data(), poached_.data(), breached_.data()}) {
            std::fill_n(flow, setting_.provinces() * contract_kinds, 0);
        }
    }

  private:
    static constexpr int longest = 255;

    const Setting& setting_;
    sim::Rows<AllianceTable> cells_;
    sim::Read<&AllianceTable::consortium> consortium_{*this};
    sim::Read<&AllianceTable::community> community_{*this};
    sim::Write<&AllianceTable::age> age_{*this};
    sim::Write<&TrainingCellTable::offered> offered_{*this};
    sim::Write<&TrainingCellTable::unsupported> unsupported_{*this};
    sim::Write<&TrainingCellTable::filled> filled_{*this};
    sim::Write<&TrainingCellTable::completed> completed_{*this};
    sim::Write<&TrainingCellTable::retained> retained_{*this};
    sim::Write<&TrainingCellTable::poached> poached_{*this};
    sim::Write<&TrainingCellTable::breached> breached_{*this};
};

}  // namespace vocational
