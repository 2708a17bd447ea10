// SPDX-License-Identifier: Apache-2.0
// 4.5 Persistence (E4): once a year, before completion, a student stops with hazard
// h(track, year) in log odds of ability and family status, centred on the track's own students so
// that the recorded mean holds. Who stops keeps what was learnt and seeks work.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/params/all.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Persistence final : public sim::Phase {
  public:
    Persistence(const Setting& setting, const PersistenceParams& params, const sim::World& world)
        : Phase("persistence", "Some students stop without completing."),
          setting_(setting),
          params_(params),
          persons_(world) {}

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override;

  private:
    double base_hazard(Track track, int year_of_study) const;
    std::array<double, tracks> mean_log_odds(const sim::Tick& tick, std::size_t begin) const;
    double log_odds(PersonId person) const;

    const Setting& setting_;
    const PersistenceParams& params_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::ses_percentile> ses_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Write<&PersonTable::state> state_{*this};
    sim::Write<&PersonTable::link> link_{*this};
    sim::Write<&PersonTable::duration> duration_{*this};
    sim::Scatter<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Scatter<&TrackCellTable::dropouts> dropouts_{*this};
};

}  // namespace vocational
