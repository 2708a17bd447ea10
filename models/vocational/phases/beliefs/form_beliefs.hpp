// SPDX-License-Identifier: Apache-2.0
// 4.12 What is published before this year's choices: outcomes of recent leavers of the own province
// mixed with the nation's, wages as old as wage_lag; and, up to the year before the start, the
// reference values from which choices respond to deviations (markets/prospects.hpp).
// Evidence: long2015 (lag), own_region_weight (assumed).
#pragma once

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/markets/price.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class FormBeliefs final : public sim::Phase {
  public:
    FormBeliefs(const Setting& setting, const Params& params)
        : Phase("form_beliefs", "Publishes outcomes of leavers; keeps the reference year's."),
          setting_(setting),
          params_(params) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    struct Observed;  // sums over leavers

    Observed observed(TrackCellId cell, int year) const;
    void publish_track(Track track, int year);
    void refer_track(Track track, bool is_before_start);
    void publish_fields(int year, bool is_before_start);

    const Setting& setting_;
    const Params& params_;
    sim::Read<&OutlookYearTable::employed> employed_{*this};
    sim::Read<&OutlookYearTable::residents> residents_{*this};
    sim::Read<&OutlookYearTable::log_wages> log_wages_{*this};
    sim::Read<&OutlookYearTable::completers> completers_{*this};
    sim::Read<&OutlookYearTable::continuers> continuers_{*this};
    sim::Read<&FieldYearTable::employed> field_employed_{*this};
    sim::Read<&FieldYearTable::log_wages> field_wages_{*this};
    sim::Read<&StandingTable::prestige> prestige_{*this};
    sim::Read<&StandingTable::peers> peers_{*this};
    sim::Read<&StandingTable::is_known> has_prestige_{*this};
    sim::Read<&CityTable::share> city_share_{*this};
    sim::Read<&ProvinceTable::cohort_share> cohort_share_{*this};
    Prices prices_{*this};
    sim::Read<&OutlookTable::reached> reached_{*this};
    sim::Write<&OutlookTable::log_wage> published_wage_{*this};
    sim::Write<&OutlookTable::employment> published_employment_{*this};
    sim::Write<&OutlookTable::progress> published_progress_{*this};
    sim::Write<&OutlookTable::believed_log_wage> believed_wage_{*this};
    sim::Write<&OutlookTable::is_known> is_known_{*this};
    sim::Write<&FieldOutlookTable::premium> field_premium_{*this};
    sim::Write<&FieldOutlookTable::reference> field_reference_{*this};
    sim::Write<&FieldOutlookTable::is_known> field_known_{*this};
    sim::Write<&ReferenceTable::log_wage> reference_wage_{*this};
    sim::Write<&ReferenceTable::employment> reference_employment_{*this};
    sim::Write<&ReferenceTable::progress> reference_progress_{*this};
    sim::Write<&ReferenceTable::burden> reference_burden_{*this};
    sim::Write<&ReferenceTable::prestige> reference_prestige_{*this};
    sim::Write<&ReferenceTable::peers> reference_peers_{*this};
    sim::Write<&ReferenceTable::has_outlook> has_outlook_{*this};
    sim::Write<&ReferenceTable::has_standing> has_standing_{*this};
    sim::Write<&ReferenceTable::has_burden> has_burden_{*this};
};

}  // namespace vocational
