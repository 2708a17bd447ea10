// SPDX-License-Identifier: Apache-2.0
// Builds alias tables. Columns that rounding leaves without a partner pass what they lack to the
// heaviest category, so a category of weight zero cannot come even then.
#include "sim/random/alias_table.hpp"

#include <algorithm>
#include <limits>

namespace sim {

AliasTable::AliasTable(std::span<const double> weights) {
    SIM_EXPECT(!weights.empty() && weights.size() <= std::numeric_limits<std::uint32_t>::max());
    double total = 0.0;
    for (const double weight : weights) {
        SIM_EXPECT(weight >= 0.0 && weight <= std::numeric_limits<double>::max());
        total += weight;
    }
    SIM_EXPECT(total > 0.0 && total <= std::numeric_limits<double>::max());
    const auto heaviest = static_cast<std::uint32_t>(
        std::max_element(weights.begin(), weights.end()) - weights.begin());

    const auto count = static_cast<std::uint32_t>(weights.size());
    columns_.resize(count);
    std::vector<std::uint32_t> light;
    std::vector<std::uint32_t> heavy;
    for (std::uint32_t i = 0; i < count; ++i) {
        columns_[i] = {weights[i] / total * count, heaviest};
        (columns_[i].keep < 1.0 ? light : heavy).push_back(i);
    }
    while (!light.empty() && !heavy.empty()) {
        const std::uint32_t giver = heavy.back();
        Column& receiver = columns_[light.back()];
        light.pop_back();
        receiver.alias = giver;
        columns_[giver].keep -= 1.0 - receiver.keep;
        if (columns_[giver].keep < 1.0) {
            heavy.pop_back();
            light.push_back(giver);
        }
    }
}

}  // namespace sim
