// SPDX-License-Identifier: Apache-2.0
// 4.3 Who entered a comprehensive school may choose again after each year but the last, when marks
// have told more about oneself: from the general strand into a secondary vocational programme of
// the city and back, with probability logistic(logit(switch rate) ± (talents' utility + prospects'
// difference)), + toward the vocational strand. Talents count as at 15 (markets/track_choice.hpp)
// with marks, ½ ability + ½ general skill + ½ exam noise, in place of ability; the difference is
// that of secondary vocational from general high school. The years done count. Evidence:
// switch_rate, hanushek_woessmann2006 (later sorting).
#pragma once

#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/markets/enrolment_desk.hpp"
#include "models/vocational/markets/programme_choice.hpp"
#include "models/vocational/markets/prospects.hpp"

namespace vocational {

class StrandChange final : public sim::Phase {
  public:
    StrandChange(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("strand_change", "Pupils of comprehensive schools choose their strand again."),
          setting_(setting),
          params_(params),
          persons_(world),
          prospects_(*this, setting, params),
          desk_(*this, setting) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    bool is_any_enrolled() const;
    // Out of `track`, the strand that she is in.
    bool wants_to_change(PersonId person, Track track, CityId home, const Family& family,
                         sim::Rng rng) const;
    void change(const sim::Tick& tick, CityId city, Track track,
                const std::vector<PersonId>& people);

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    Prospects prospects_;
    EnrolmentDesk desk_;
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::aptitude> aptitude_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::ses_percentile> ses_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::field> programme_field_{*this};
    sim::Read<&ProgrammeTable::seat_share> programme_share_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::standing> standing_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
};

}  // namespace vocational
