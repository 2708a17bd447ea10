// SPDX-License-Identifier: Apache-2.0
// 4.12 What there is to see of tracks: in the third quarter who went on, in the fourth how the
// leavers of the last years_out years do, by home; then peers and prestige of the year. In a
// track's outlook stand those who completed it last; in its prestige all who passed through it, so
// that who went on from general high school speaks for it where she has come to. One pass over
// people young enough. Evidence: wage_lag.
#pragma once

#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/phases/beliefs/prestige.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class NoteOutlook final : public sim::Phase {
  public:
    NoteOutlook(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("note_outlook", "Observes recent leavers; updates peers and prestige."),
          setting_(setting),
          params_(params),
          persons_(world) {}

    unsigned quarters() const override { return only(3) | only(4); }
    void run(const sim::Tick& tick) override;

  private:
    struct Leavers;  // sums over recent leavers of a cell
    struct Sums;     // of all cells

    void note_progress(int year);
    Sums observe(const sim::Tick& tick) const;
    void publish(int year, const Sums& sums);
    void update_peers();
    void update_prestige(int year, const Sums& sums);

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::completed> completed_{*this};
    sim::Read<&PersonTable::path> path_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::occupation> occupation_{*this};
    sim::Read<&PersonTable::wage> wage_{*this};
    sim::Read<&TrackCellTable::completers_home> completers_home_{*this};
    sim::Read<&TrackCellTable::continuers_home> continuers_home_{*this};
    sim::Write<&OutlookYearTable::employed> employed_{*this};
    sim::Write<&OutlookYearTable::residents> residents_{*this};
    sim::Write<&OutlookYearTable::log_wages> log_wages_{*this};
    sim::Write<&OutlookYearTable::completers> completers_{*this};
    sim::Write<&OutlookYearTable::continuers> continuers_{*this};
    sim::Write<&FieldYearTable::employed> field_employed_{*this};
    sim::Write<&FieldYearTable::log_wages> field_wages_{*this};
    sim::Write<&StandingTable::prestige> prestige_{*this};
    sim::Write<&StandingTable::campaign> campaign_{*this};
    sim::Write<&StandingTable::entrants> entrants_{*this};
    sim::Write<&StandingTable::peers> peers_{*this};
    sim::Write<&StandingTable::is_known> is_known_{*this};
};

}  // namespace vocational
