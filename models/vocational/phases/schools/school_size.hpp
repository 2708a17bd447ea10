// SPDX-License-Identifier: Apache-2.0
// 4.7 Real schools behind a row, once a year. Up to the start their number is the recorded one.
// After it they are given up and opened, whole ones at a time:
//   given up = W · Φ((ln(smallest ÷ m) + σ² ÷ 2) ÷ σ) ÷ n
//   opened   = W · speed · max(0, m̄ ÷ usual − 1)
// W real schools of the row, m their mean size (people ÷ W), n years on end that a school stays too
// small, m̄ the province's mean size, usual that of the start. Sizes are log-normal; σ² = ln(1 +
// c²) − ln(1 + c² ÷ W), c the spread of sizes, is what the rows themselves do not show, none where
// W = 1: there the school's own size decides. A row whose last school goes ends: its students go to
// the same field in schools of the same kind in the city, else in the province, in equal shares;
// teachers, stations, money, debt and places go to the first of these. No student is lost. A city
// keeps a general and a secondary vocational school, a province at least one row of each kind.
// Opening is there because the records show it: general schools grew in number, not in size, until
// the start.
#pragma once

#include <cstdint>
#include <vector>

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/schools/school_count.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Share of a row's real schools that are smaller than `smallest`, `size` being their mean.
double share_too_small(double spread, double weight, double size, double smallest);

class SchoolSize final : public sim::Phase {
  public:
    SchoolSize(const Setting& setting, const Records& records, const SchoolSupplyParams& params,
               const sim::World& world)
        : Phase("school_size",
                "Schools that stay too small close; new ones open where schools are full."),
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
    double people(SchoolId school) const;
    void measure();
    void note_sizes();
    double usual_of_nation(Track track) const;
    void open(SchoolId school);
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
    std::vector<double> sizes_;                 // mean size by province × track, people
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
    sim::Scatter<&ProgrammeTable::joined> joined_{*this};
    sim::Scatter<&ProgrammeTable::left> left_{*this};
    sim::Scatter<&ProgrammeTable::admitted> admitted_{*this};
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
    sim::Read<&SchoolCountTable::share> share_{*this};
    sim::Scatter<&SchoolCountTable::closures_due> closures_due_{*this};
    sim::Scatter<&SchoolCountTable::openings_due> openings_due_{*this};
    sim::Scatter<&SchoolSizeTable::usual> usual_{*this};
    sim::Scatter<&SchoolStateTable::is_closed> is_closed_{*this};
};

}  // namespace vocational
