// SPDX-License-Identifier: Apache-2.0
// 4.7 Merging and closing, once a year. Up to the start the number of schools is the recorded one
// and nothing closes. After it: size is people ÷ real schools of the row. After n years on
// end below the smallest size real schools merge into the others of the row, at most a share a
// year. A row whose last school goes ends: its students go to the same field in schools of the same
// kind in the city, else in the province, in equal shares; teachers, stations, money, debt and
// places go to the first of these. No student is lost. A city keeps a general and a secondary
// vocational school, a province at least one row of each kind.
#pragma once

#include <cstdint>
#include <vector>

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Real schools that merge away this year, of `weight` with `people` students.
double closures_of(const SchoolSupplyParams& params, double weight, double people, double smallest);

class SchoolSize final : public sim::Phase {
  public:
    SchoolSize(const Setting& setting, const Records& records, const SchoolSupplyParams& params,
               const sim::World& world)
        : Phase("school_size", "Schools that stay too small merge or close."),
          setting_(setting),
          records_(records),
          params_(params),
          schools_(world),
          persons_(world),
          desk_(*this, setting.ledger) {}

    unsigned quarters() const override { return only(1); }
    void run(const sim::Tick& tick) override;

  private:
    void follow_records(SchoolId school, int year);
    void shrink(SchoolId school);
    // Other open rows of the kind: in the city, else, unless the city must keep one, in the
    // province.
    std::vector<SchoolId> heirs_of(SchoolId school) const;
    void end(SchoolId school, const std::vector<SchoolId>& heirs);
    void hand_over(SchoolId from, SchoolId to);
    void move_students(const sim::Tick& tick);

    const Setting& setting_;
    const Records& records_;
    const SchoolSupplyParams& params_;
    sim::Rows<SchoolTable> schools_;
    sim::Rows<PersonTable> persons_;
    std::vector<std::vector<SchoolId>> heirs_;  // by school that ends this year, else empty
    sim::LedgerDesk desk_;
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&PersonTable::state> state_{*this};
    sim::Write<&PersonTable::link> link_{*this};
    sim::Scatter<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Scatter<&ProgrammeTable::seats> seats_{*this};
    sim::Scatter<&SchoolTable::weight> weight_{*this};
    sim::Scatter<&SchoolTable::seat_share> seat_share_{*this};
    sim::Scatter<&SchoolStateTable::balance> balance_{*this};
    sim::Scatter<&SchoolStateTable::debt> debt_{*this};
    sim::Scatter<&SchoolStateTable::debt_service> debt_service_{*this};
    sim::Scatter<&SchoolStateTable::teachers> teachers_{*this};
    sim::Scatter<&SchoolStateTable::experienced> experienced_{*this};
    sim::Scatter<&SchoolStateTable::certified> certified_{*this};
    sim::Scatter<&SchoolStateTable::stations> stations_{*this};
    sim::Scatter<&SchoolStateTable::years_too_small> years_{*this};
    sim::Scatter<&SchoolStateTable::is_closed> is_closed_{*this};
};

}  // namespace vocational
