// SPDX-License-Identifier: Apache-2.0
// 4.10 Time away from the labour market: on birthdays, and in the quarter after leaving school or
// losing a job, each person out of school is put in or out of the labour force by
// population/attachment.hpp. Who comes in seeks work in the same quarter.
#pragma once

#include "models/vocational/phases/end_job.hpp"
#include "models/vocational/population/attachment.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Participation final : public sim::Phase {
  public:
    Participation(const Setting& setting, const Records& records, const sim::World& world)
        : Phase("participation", "Who is in the labour force, by age, sex and registration."),
          setting_(setting),
          records_(records),
          rows_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    // Everybody of a segment on the birthday; else those who became jobless in the last quarter.
    void decide_all(const Attachment& attachment, const JobColumns& jobs, sim::Quarter now,
                    const Segment& segment, std::size_t begin, std::size_t end) const;
    void decide_new(const Attachment& attachment, const JobColumns& jobs, sim::Quarter now,
                    const Segment& segment, std::size_t begin, std::size_t end) const;

    const Setting& setting_;
    const Records& records_;
    sim::Rows<PersonTable> rows_;
    sim::Read<&PersonTable::origin> origin_{*this};
    sim::Write<&PersonTable::state> state_{*this};
    sim::Write<&PersonTable::link> link_{*this};
    sim::Write<&PersonTable::duration> duration_{*this};
    sim::Write<&PersonTable::occupation> occupation_{*this};
    sim::Write<&PersonTable::wage> wage_{*this};
    sim::Write<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Write<&PersonTable::firm_bound> firm_bound_{*this};
    sim::Scatter<&FirmTable::headcount> headcount_{*this};
};

}  // namespace vocational
