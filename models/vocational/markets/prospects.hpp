// SPDX-License-Identifier: Apache-2.0
// 4.2 What families see in a track beyond its constant (E2), from one city of home:
//   b_w (E ln w − ref) + b_e (E emp − ref) + b_up (progress − ref) + 2 J (peers − ref)
//   + b_p (1 + slope · status) (P − ref) − b_c [net cost / (y + k) − ref],
// w the wage and emp the employed share of recent leavers, progress the share of completers who go
// on, peers the track's share of last year's entrants of the city, P its prestige there with
// campaigns, status between −½ and ½, y income, k income_floor, net cost that of the mean over the
// track's schools (markets/price.hpp tells public from private ones). Each term is a deviation from
// the national value of the reference year, so that constants are utilities at that year's outlook.
// A share know_rank of families, the same for life, believes the published figures. The others'
// belief is
//   E = (1 − v) (ref + bias) + v · published,   v = belief_update · share that publication reaches,
// with bias ln(1 + wage_bias) of ln w and employment_bias · ref of emp. The mean error of the
// reference year, (1 − know_rank) (b_w, b_e · bias), belongs to the constant and is taken off for
// everybody. The coefficient b_w is the elasticity ÷ (1 − first_choice_share), by
// structures.wage_response. Evidence: elas_wage_applied, know_rank, belief_wage_bias,
// belief_emp_bias, info_belief_update.
#pragma once

#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/markets/price.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// A track as seen from a city; what depends on the family is kept apart.
struct Prospect {
    double informed = 0.0;       // utility of pay, jobs, progress, peers as published
    double uninformed = 0.0;     // the same as believed by others
    double work_informed = 0.0;  // of these that of pay and jobs: leaving school with the track
    double work_uninformed = 0.0;
    double prestige = 0.0;  // utility in a family of middle status
    Price price;
    double reference_burden = 0.0;  // utility: cost term of the reference year, mean over families
};

class Prospects {
  public:
    Prospects(sim::Accessor& owner, const Setting& setting, const Params& params)
        : setting_(setting),
          params_(params),
          log_wage_(owner),
          employment_(owner),
          progress_(owner),
          reached_(owner),
          is_known_(owner),
          prestige_(owner),
          campaign_(owner),
          peers_(owner),
          has_prestige_(owner),
          reference_wage_(owner),
          reference_employment_(owner),
          reference_progress_(owner),
          reference_burden_(owner),
          reference_prestige_(owner),
          reference_peers_(owner),
          has_outlook_(owner),
          has_standing_(owner),
          prices_(owner),
          field_premium_(owner),
          field_reference_(owner),
          field_known_(owner) {}

    Prospect of(CityId home, Track track) const;
    // What the track costs in a province, and what can be borrowed for it.
    Price price(ProvinceId province, Track track) const;
    double utility(const Prospect& prospect, const Family& family) const;
    // Utility of working with the track already completed.
    static double work_utility(const Prospect& prospect, const Family& family) {
        return family.is_informed ? prospect.work_informed : prospect.work_uninformed;
    }
    // Whether the family can pay for a place at some school of the track.
    static bool is_affordable(const Prospect& prospect, const Family& family) {
        return prospect.price.is_payable(family);
    }
    // Utility that the pay of a field's recent leavers adds, mean over families, at that share of
    // the level's places.
    double field_appeal(Level level, Field field, double share) const;

    // Coefficient of an expected log wage at a share of choices.
    static double wage_coefficient(const Params& params, double share);

  private:
    // Weight of published figures with families who do not know them of themselves.
    double published_weight(TrackCellId cell) const {
        return params_.beliefs.belief_update * reached_[cell];
    }
    void add_outlook(TrackCellId cell, TrackId track, Prospect& prospect) const;
    void add_standing(CityTrackId cell, TrackId track, Prospect& prospect) const;

    const Setting& setting_;
    const Params& params_;
    sim::Read<&OutlookTable::log_wage> log_wage_;
    sim::Read<&OutlookTable::employment> employment_;
    sim::Read<&OutlookTable::progress> progress_;
    sim::Read<&OutlookTable::reached> reached_;
    sim::Read<&OutlookTable::is_known> is_known_;
    sim::Read<&StandingTable::prestige> prestige_;
    sim::Read<&StandingTable::campaign> campaign_;
    sim::Read<&StandingTable::peers> peers_;
    sim::Read<&StandingTable::is_known> has_prestige_;
    sim::Read<&ReferenceTable::log_wage> reference_wage_;
    sim::Read<&ReferenceTable::employment> reference_employment_;
    sim::Read<&ReferenceTable::progress> reference_progress_;
    sim::Read<&ReferenceTable::burden> reference_burden_;
    sim::Read<&ReferenceTable::prestige> reference_prestige_;
    sim::Read<&ReferenceTable::peers> reference_peers_;
    sim::Read<&ReferenceTable::has_outlook> has_outlook_;
    sim::Read<&ReferenceTable::has_standing> has_standing_;
    Prices prices_;
    sim::Read<&FieldOutlookTable::premium> field_premium_;
    sim::Read<&FieldOutlookTable::reference> field_reference_;
    sim::Read<&FieldOutlookTable::is_known> field_known_;
};

// Whether a person's family knows the published figures: the same all life long.
inline bool is_informed(const sim::Stream& stream, sim::Identity person, double share) {
    return stream.at(person, 0).bernoulli(share);
}
inline constexpr sim::Purpose information_purpose{"information of families"};

}  // namespace vocational
