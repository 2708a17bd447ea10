// SPDX-License-Identifier: Apache-2.0
// 4.3, 4.6 Entry to college of upper-secondary completers who want to go on
// (markets/college_choice.hpp), in two markets one after the other. The gaokao is for general and
// comprehensive completers and has each cell's seats less the share of the vocational college exam;
// that exam has its share and, of college and vocational bachelor seats, what the gaokao left
// empty.
//   score = (1 − w) (½ ability + ½ general skill) + w · skill in the field + noise,
// w the weight of skill in the vocational exam, 0 in the gaokao. Whom no college took in the year
// of completion tries once more a year later with the chance reapply_share, from work, unemployment
// or neither; a job then ends.
#pragma once

#include "models/vocational/markets/college_choice.hpp"

namespace vocational {

class CollegeEntry final : public sim::Phase {
  public:
    CollegeEntry(const Setting& setting, const Params& params, const sim::World& world);

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    std::vector<Candidate> candidates(const sim::Tick& tick, Route route) const;
    bool applies(std::size_t row, Route route, int year) const;
    Candidate candidate(const Segment& segment, std::size_t row, Route route, sim::Rng rng) const;
    std::vector<std::uint32_t> open_places() const;
    std::vector<std::uint32_t> exam_places(const std::vector<std::uint32_t>& open,
                                           const sim::Tick& tick) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    EnrolmentDesk desk_;
    CollegeChoice choice_;
    CollegeMarket market_;
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&ExamTable::skill_weight> skill_weight_{*this};
    sim::Read<&TrackCellTable::exam_share> exam_share_{*this};
    sim::Read<&TrackCellTable::open_seats> open_seats_{*this};
};

}  // namespace vocational
