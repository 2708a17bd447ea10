// SPDX-License-Identifier: Apache-2.0
// 4.14 Sets the flows of the quarter to zero and notes the students of the quarter before. First of
// the tick: everything after it adds to them.
#pragma once

#include "models/vocational/agents/school.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class BeginQuarter final : public sim::Phase {
  public:
    explicit BeginQuarter(const sim::World& world)
        : Phase("begin_quarter", "Sets the flows of the quarter to zero."),
          cells_(world),
          programmes_(world) {}

    void run(const sim::Tick& tick) override {
        for (std::size_t cell = cells_.first(); cell < cells_.end(); ++cell) {
            for (std::int32_t* flow :
                 {open_seats_.data(), applicants_.data(), first_choices_.data(), intake_.data(),
                  transfers_in_.data(), upgrade_entrants_.data(), graduates_.data(),
                  dropouts_.data(), continuers_.data()}) {
                flow[cell] = 0;
            }
            if (tick.is_quarter(2)) {
                completers_.data()[cell] = 0;
            }
        }
        for (std::size_t row = programmes_.first(); row < programmes_.end(); ++row) {
            before_.data()[row] = enrolled_.data()[row];
            joined_.data()[row] = left_.data()[row] = admitted_.data()[row] = 0;
        }
    }

  private:
    sim::Rows<TrackCellTable> cells_;
    sim::Rows<ProgrammeTable> programmes_;
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Write<&ProgrammeTable::enrolled_before> before_{*this};
    sim::Write<&ProgrammeTable::joined> joined_{*this};
    sim::Write<&ProgrammeTable::left> left_{*this};
    sim::Write<&ProgrammeTable::admitted> admitted_{*this};
    sim::Write<&TrackCellTable::open_seats> open_seats_{*this};
    sim::Write<&TrackCellTable::applicants> applicants_{*this};
    sim::Write<&TrackCellTable::first_choices> first_choices_{*this};
    sim::Write<&TrackCellTable::intake> intake_{*this};
    sim::Write<&TrackCellTable::transfers_in> transfers_in_{*this};
    sim::Write<&TrackCellTable::upgrade_entrants> upgrade_entrants_{*this};
    sim::Write<&TrackCellTable::graduates> graduates_{*this};
    sim::Write<&TrackCellTable::dropouts> dropouts_{*this};
    sim::Write<&TrackCellTable::continuers_home> continuers_{*this};
    sim::Write<&TrackCellTable::completers_home> completers_{*this};
};

}  // namespace vocational
