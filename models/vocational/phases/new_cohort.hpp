// SPDX-License-Identifier: Apache-2.0
// 4.1 The cohort of 15-year-olds enters in the third quarter, before the admission markets: those
// born from the fourth quarter 16 years ago to the third quarter 15 years ago. The recorded share
// of them has completed lower secondary school and may apply; the others, and who does not find a
// place, seek work in the same quarter. No evidence row: the share is recorded.
#pragma once

#include "models/vocational/population/traits.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class NewCohort final : public sim::Phase {
  public:
    NewCohort(const Setting& setting, const Records& records, const Traits& traits,
              PersonTable& persons)
        : Phase("new_cohort", "The cohort of 15-year-olds enters."),
          setting_(setting),
          records_(records),
          traits_(traits),
          persons_(persons) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    const Records& records_;
    const Traits& traits_;
    PersonTable& persons_;
    sim::Scatter<&PersonTable::state> state_{*this};
    sim::Scatter<&PersonTable::attained> attained_{*this};
};

}  // namespace vocational
