// SPDX-License-Identifier: Apache-2.0
// 4.8 How many jobs firms want this quarter: as recorded up to the admission of the start year;
// after it jobs per resident out of school stay as they were then, by province and sector, until
// shocks (firms/demand_shocks.hpp), jobs for work abroad that a policy brings, or a firm's
// technology or wage (firms/job_demand.hpp) move them. All of this enters a firm's jobs as one
// factor on those of the start year, so that nobody is hired or laid off because other firms'
// roundings changed. Evidence: labour_demand_elas.
#pragma once

#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/sector_pace.hpp"
#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/firms/demand_shocks.hpp"
#include "models/vocational/population/job_plan.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PlanJobs final : public sim::Phase {
  public:
    PlanJobs(const Setting& setting, const Records& records, const Params& params,
             const sim::World& world)
        : Phase("plan_jobs", "Firms and pools set the number of jobs they want."),
          setting_(setting),
          records_(records),
          labour_(params.labour),
          firm_(params.firm),
          demand_(params.demand),
          cities_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    struct Deviation {
        double factor;
        double mandated_cost;  // log points
    };

    double growth(ProvinceId province) const;
    double mandated_cost(ProvinceId province, std::size_t sector) const;
    std::vector<Deviation> common_deviations(const DemandShocks& shocks, double cycle) const;
    void deviate(CityId city, const sim::Tick& tick, double years, const SectorPace& pace,
                 const std::vector<Deviation>& deviations) const;

    const Setting& setting_;
    const Records& records_;
    const LabourParams& labour_;
    const FirmParams& firm_;
    const DemandParams& demand_;
    sim::Rows<CityTable> cities_;
    sim::Read<&ProvinceTable::residents> residents_{*this};
    sim::Read<&ProvinceTable::residents_at_base> residents_at_base_{*this};
    sim::Read<&CityTable::share> city_share_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::size_share> size_share_{*this};
    sim::Read<&FirmStateTable::generation> generation_{*this};
    sim::Read<&FirmStateTable::technology> technology_{*this};
    sim::Read<&FirmStateTable::technology_at_base> technology_at_base_{*this};
    sim::Read<&FirmStateTable::wage_cost> wage_cost_{*this};
    sim::Read<&FirmStateTable::wage_cost_at_base> wage_cost_at_base_{*this};
    sim::Read<&PayPathTable::pay_scale> pay_scale_{*this};
    sim::Read<&SectorLeverTable::outward_demand> outward_{*this};
    sim::Write<&FirmTable::wanted> wanted_{*this};
};

}  // namespace vocational
