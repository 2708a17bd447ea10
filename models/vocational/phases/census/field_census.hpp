// SPDX-License-Identifier: Apache-2.0
// 4.14 Counts, once a year after the third quarter's matching, the new vocational leavers and the
// skilled vacancies by province and field: how far apart they lie is a part of the adaptability
// index.
#pragma once

#include "models/vocational/agents/field_cell.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class FieldCensus final : public sim::Phase {
  public:
    FieldCensus(const Setting& setting, const sim::World& world)
        : Phase("field_census", "Counts new leavers and skilled vacancies by province and field."),
          setting_(setting),
          persons_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    void count_leavers(const sim::Tick& tick);
    void count_vacancies();

    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::completed> completed_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::present_city> present_city_{*this};
    sim::Read<&JobCellTable::vacancies> vacancies_{*this};
    sim::Scatter<&FieldCellTable::leavers> cell_leavers_{*this};
    sim::Scatter<&FieldCellTable::vacancies> cell_vacancies_{*this};
};

}  // namespace vocational
