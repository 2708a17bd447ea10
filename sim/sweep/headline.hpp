// SPDX-License-Identifier: Apache-2.0
// Headline values: one number per measure, pooled over the labels that the model's dimensions name
// and over the last four quarters. Ratios pool as base-weighted means, never as means of means.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/output/record.hpp"
#include "sim/sweep/pooling.hpp"

namespace sim {

class HeadlineRule {
  public:
    struct Measure {
        std::string name;
        std::string unit;
        std::string doc;
        Pooling pooling;
    };

    // Takes the variables that are declared as headline.
    HeadlineRule(const std::vector<RecordedVariable>& variables,
                 const std::vector<Dimension>& dimensions);

    const std::vector<Measure>& measures() const { return measures_; }
    // One value per measure: counts are totals over cells, averaged over quarters; ratios
    // base-weighted; other numbers plain means of what is not missing. NaN if nothing is there.
    std::vector<double> values(const Record& record) const;

    static constexpr std::size_t quarters = 4;

  private:
    std::vector<Measure> measures_;
};

}  // namespace sim
