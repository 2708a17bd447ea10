// SPDX-License-Identifier: Apache-2.0
// 4.6 The upgrading exam: associate completers of this year who want to go on compete by score, ½
// ability + ½ general skill + noise, for places in the third year of bachelor programmes, outside
// ordinary seats. Places are recorded up to the start year, afterwards constant per associate
// completer.
#pragma once

#include "models/vocational/markets/college_choice.hpp"

namespace vocational {

class Upgrading final : public sim::Phase {
  public:
    Upgrading(const Setting& setting, const Params& params, const sim::World& world);

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    std::vector<Candidate> candidates(const sim::Tick& tick) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    EnrolmentDesk desk_;
    CollegeChoice choice_;
    CollegeMarket market_;
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&TrackCellTable::upgrade_places> upgrade_places_{*this};
};

}  // namespace vocational
