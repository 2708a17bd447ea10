// SPDX-License-Identifier: Apache-2.0
// What the completers of a programme knew when they left, in the last second quarter. Sums of skill
// are of whole steps (Skill::count), so their order does not matter.
#pragma once

#include "models/vocational/agents/count.hpp"
#include "models/vocational/agents/person.hpp"
#include "sim/tables/handle.hpp"

namespace vocational {

struct GraduateRecordTable final : sim::Table {
    SIM_TABLE(GraduateRecordTable, ProgrammeId, "graduate_record",
              "Programme: completers of the last second quarter and their skill.");
    SIM_COLUMN(std::int32_t, graduates, sim::unit::agents, "Completers.");
    SIM_COLUMN(std::int64_t, general_sum, sim::unit::none, "Steps of g, summed.");
    SIM_COLUMN(std::int64_t, specific_sum, sim::unit::none, "Steps of s, summed.");
    SIM_COLUMN(std::int64_t, specific_squares, sim::unit::none, "Squared steps of s, summed.");
};

// Where completion notes what was learnt; phases hold one as a member.
class GraduateRecorder {
  public:
    explicit GraduateRecorder(sim::Accessor& owner)
        : graduates_(owner), general_(owner), specific_(owner), squares_(owner) {}

    void clear(std::size_t programmes) const {
        for (std::size_t row = 0; row < programmes; ++row) {
            graduates_.data()[row] = 0;
            general_.data()[row] = 0;
            specific_.data()[row] = 0;
            squares_.data()[row] = 0;
        }
    }
    void note(ProgrammeId programme, Skill general, Skill specific) const {
        const std::int64_t steps = specific.count();
        add_to(graduates_[programme], 1);
        add_to(general_[programme], std::int64_t{general.count()});
        add_to(specific_[programme], steps);
        add_to(squares_[programme], steps * steps);
    }

  private:
    sim::Scatter<&GraduateRecordTable::graduates> graduates_;
    sim::Scatter<&GraduateRecordTable::general_sum> general_;
    sim::Scatter<&GraduateRecordTable::specific_sum> specific_;
    sim::Scatter<&GraduateRecordTable::specific_squares> squares_;
};

}  // namespace vocational
