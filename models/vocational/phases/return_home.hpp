// SPDX-License-Identifier: Apache-2.0
// 4.6 People who were away for study or service come back as seekers when their time is over. No
// evidence row: durations are set.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/params/all.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class ReturnHome final : public sim::Phase {
  public:
    ReturnHome(const Setting& setting, const Records& records, const LabourParams& params,
               const sim::World& world)
        : Phase("return_home", "People away for study or service come back."),
          setting_(setting),
          records_(records),
          params_(params),
          persons_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    const Records& records_;
    const LabourParams& params_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::origin> origin_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Write<&PersonTable::state> state_{*this};
    sim::Write<&PersonTable::duration> duration_{*this};
};

}  // namespace vocational
