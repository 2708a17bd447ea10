// SPDX-License-Identifier: Apache-2.0
// One number out of many cells and quarters of a recorded variable: counts add up over cells and
// are averaged over quarters; ratios are base-weighted means, never means of means; other numbers
// plain means of what is not missing.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/output/record.hpp"

namespace sim {

struct Pooling {
    std::size_t variable = 0;           // position in the record
    std::optional<std::size_t> base{};  // position of the denominator, for ratios
    bool is_count = false;
    std::vector<bool> cells{};  // which are pooled
};

// Pools the cells whose label `is_pooled` in each of the variable's dimensions.
using LabelChoice = std::function<bool(const Dimension& dimension, const std::string& label)>;
Pooling pooling_of(const std::vector<RecordedVariable>& variables, std::size_t variable,
                   const std::vector<Dimension>& dimensions, const LabelChoice& is_pooled);

// One replicate's recorded values: [variable][time × cells].
using RecordedValues = std::vector<std::vector<double>>;

// Over the quarters at these positions of the record; NaN if nothing is there.
double pooled_value(const Pooling& pooling, const RecordedValues& values,
                    const std::vector<std::size_t>& quarters);
double pooled_value(const Pooling& pooling, const Record& record,
                    const std::vector<std::size_t>& quarters);

}  // namespace sim
