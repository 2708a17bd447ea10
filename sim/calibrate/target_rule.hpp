// SPDX-License-Identifier: Apache-2.0
// From the record of one replicate to one number per target.
#pragma once

#include <optional>
#include <vector>

#include "sim/calibrate/calibration.hpp"
#include "sim/sweep/pooling.hpp"

namespace sim {

class TargetRule {
  public:
    // The selections must fit variables and dimensions; the reader has seen to it. `first` is the
    // first recorded quarter.
    TargetRule(const std::vector<Target>& targets, const std::vector<RecordedVariable>& variables,
               const std::vector<Dimension>& dimensions, Quarter first);

    // NaN where nothing is there.
    std::vector<double> values(const Record& record) const;

  private:
    struct Part {
        Pooling pooling;
        std::vector<std::size_t> quarters;
    };
    struct Rule {
        Statistic statistic;
        Part of;
        std::optional<Part> over;
    };

    static Part part_of(const Selection& selection, const std::vector<RecordedVariable>& variables,
                        const std::vector<Dimension>& dimensions, Quarter first);

    std::vector<Rule> rules_;
};

}  // namespace sim
