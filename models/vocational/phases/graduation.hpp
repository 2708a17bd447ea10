// SPDX-License-Identifier: Apache-2.0
// 4.6 Completion, the last event of the second quarter: who has studied the track's years completes
// it. Most seek work or go on from the third quarter; some bachelors leave for postgraduate study
// (three years) or abroad (two), some men for military service (two): they are away, and come back
// as seekers. Who completes under a training contract may wait for the firm's reserved post. No
// evidence row: shares away are recorded or assumed.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/graduate_record.hpp"
#include "models/vocational/params/all.hpp"
#include "models/vocational/population/setting.hpp"
#include "models/vocational/training/contract_desk.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Graduation final : public sim::Phase {
  public:
    Graduation(const Setting& setting, const Records& records, const Params& params,
               const sim::World& world)
        : Phase("graduation", "Students complete their track."),
          setting_(setting),
          records_(records),
          params_(params.labour),
          contracts_(*this, setting, params.training),
          persons_(world),
          programmes_(world),
          recorder_(*this) {}

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override;

  private:
    void complete(const sim::Tick& tick, const Segment& segment, PersonId person,
                  double postgraduate, const sim::Stream& stream);

    const Setting& setting_;
    const Records& records_;
    const LabourParams& params_;
    ContractDesk contracts_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<ProgrammeTable> programmes_;
    GraduateRecorder recorder_;
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::origin> origin_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::field> programme_field_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Write<&PersonTable::state> state_{*this};
    sim::Write<&PersonTable::link> link_{*this};
    sim::Write<&PersonTable::duration> duration_{*this};
    sim::Write<&PersonTable::attained> attained_{*this};
    sim::Write<&PersonTable::field> field_{*this};
    sim::Write<&PersonTable::completed> completed_{*this};
    sim::Scatter<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Scatter<&ProgrammeTable::left> left_{*this};
    sim::Scatter<&TrackCellTable::graduates> graduates_{*this};
    sim::Scatter<&TrackCellTable::completers_home> completers_{*this};
};

}  // namespace vocational
