// SPDX-License-Identifier: Apache-2.0
// 4.8 How many jobs firms want this quarter: as recorded up to the admission of the start year;
// after it jobs per resident out of school stay as they were then, by province and sector.
#pragma once

#include "models/vocational/agents/place.hpp"
#include "models/vocational/population/job_plan.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PlanJobs final : public sim::Phase {
  public:
    PlanJobs(const Setting& setting, const Records& records, const LabourParams& params,
             const sim::World& world)
        : Phase("plan_jobs", "Firms and pools set the number of jobs they want."),
          setting_(setting),
          records_(records),
          params_(params),
          cities_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    double growth(const sim::Tick& tick, ProvinceId province) const;

    const Setting& setting_;
    const Records& records_;
    const LabourParams& params_;
    sim::Rows<CityTable> cities_;
    sim::Read<&ProvinceTable::residents> residents_{*this};
    sim::Read<&ProvinceTable::residents_at_base> residents_at_base_{*this};
    sim::Read<&CityTable::share> city_share_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::size_share> size_share_{*this};
    sim::Write<&FirmTable::wanted> wanted_{*this};
};

}  // namespace vocational
