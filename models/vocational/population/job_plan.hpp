// SPDX-License-Identifier: Apache-2.0
// 4.8 Jobs wanted, first form: recorded jobs of province and sector up to the start year, shared
// out over cities by people, over firms by size. Recorded jobs are filled jobs, so firms want more
// by the vacancy share. Rounding is fixed in time: no firm grows or shrinks by rounding alone.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

class JobPlan {
  public:
    struct Firms {
        const std::uint8_t* sector;
        const std::uint8_t* is_pool;
        const float* size_share;
        std::int32_t* wanted;
    };

    JobPlan(const Setting& setting, const Records& records, const LabourParams& params)
        : setting_(setting),
          records_(records),
          params_(params),
          rounding_(setting.seed, setting.replicate, sim::Purpose("job rounding")) {}

    // Fills `wanted` of the city's firms; years after the start year count as it.
    void plan(CityId city, double city_share, int year, const Firms& firms) const;

  private:
    const Setting& setting_;
    const Records& records_;
    const LabourParams& params_;
    sim::Stream rounding_;
};

}  // namespace vocational
