// SPDX-License-Identifier: Apache-2.0
// 4.8, 4.11 The path of pay: in each quarter
//   path(province, level) = share · mean of (a − a0) over the province's formal jobs
//                           + pay scale of the level,
// a the log technology of the job's firm, a0 that at the admission of the start year, `share`
// productivity_share: firms of a province compete for the same people, so productivity reaches all
// of them. Up to that admission the first term is 0. Pools move with the first term. Who is hired
// gets the path of the day; everybody else follows on the birthday. Pay scales are policies'
// (skilled_wage_policy): firms bear them, and jobs wanted answer (plan_jobs).
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PayPaths final : public sim::Phase {
  public:
    PayPaths(const Setting& setting, const Params& params)
        : Phase("pay_paths", "Pay follows productivity and pay scales."),
          setting_(setting),
          wages_(params.wage) {}

    void run(const sim::Tick& tick) override;

  private:
    double technology_gained(ProvinceId province) const;
    void move(PayPathId group, double productivity) const;

    const Setting& setting_;
    const WageParams& wages_;
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::headcount> headcount_{*this};
    sim::Read<&FirmStateTable::technology> technology_{*this};
    sim::Read<&FirmStateTable::technology_at_base> technology_at_base_{*this};
    sim::Read<&PayPathTable::pay_scale> pay_scale_{*this};
    sim::Write<&PayPathTable::now> now_{*this};
    sim::Write<&PayPathTable::ago_1> ago_1_{*this};
    sim::Write<&PayPathTable::ago_2> ago_2_{*this};
    sim::Write<&PayPathTable::ago_3> ago_3_{*this};
    sim::Write<&PayPathTable::ago_4> ago_4_{*this};
};

}  // namespace vocational
