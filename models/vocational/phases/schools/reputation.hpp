// SPDX-License-Identifier: Apache-2.0
// 4.7 Reputation, once a year after completion: the moving mean of what a school's own completers
// know, as families see it (raw results, intake included), against schools of the kind in the
// nation:
//   R' = ρ R + (1 − ρ) (mean skill of completers − mean over schools) ÷ spread over schools,
// specific skill in vocational tracks, general skill in the others; mean and spread weigh schools
// by completers.
#pragma once

#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/graduate_record.hpp"
#include "models/vocational/params/school_supply.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Reputation final : public sim::Phase {
  public:
    Reputation(const SchoolSupplyParams& params, const sim::World& world)
        : Phase("reputation", "Results of completers become the school's reputation."),
          params_(params),
          schools_(world) {}

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override;

  private:
    // Completers and their mean skill.
    struct Result {
        double people = 0.0;
        double skill = 0.0;
    };
    Result result_of(SchoolId school) const;

    const SchoolSupplyParams& params_;
    sim::Rows<SchoolTable> schools_;
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&GraduateRecordTable::graduates> graduates_{*this};
    sim::Read<&GraduateRecordTable::general_sum> general_{*this};
    sim::Read<&GraduateRecordTable::specific_sum> specific_{*this};
    sim::Write<&SchoolTable::standing> standing_{*this};
};

}  // namespace vocational
