// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/headline.hpp"

#include <algorithm>
#include <numeric>

namespace sim {

namespace {

bool is_headline(const Dimension& dimension, const std::string& label) {
    const auto& chosen = dimension.headline;
    return chosen.empty() || std::find(chosen.begin(), chosen.end(), label) != chosen.end();
}

}  // namespace

HeadlineRule::HeadlineRule(const std::vector<RecordedVariable>& variables,
                           const std::vector<Dimension>& dimensions) {
    for (std::size_t v = 0; v < variables.size(); ++v) {
        const RecordedVariable& variable = variables[v];
        if (!variable.headline) {
            continue;
        }
        Measure measure{variable.name, std::string(variable.unit.symbol), variable.doc,
                        pooling_of(variables, v, dimensions, is_headline)};
        measures_.push_back(std::move(measure));
    }
}

std::vector<double> HeadlineRule::values(const Record& record) const {
    const std::size_t used = std::min(record.times.size(), quarters);
    std::vector<std::size_t> last(used);
    std::iota(last.begin(), last.end(), record.times.size() - used);
    std::vector<double> values;
    for (const Measure& measure : measures_) {
        values.push_back(pooled_value(measure.pooling, record, last));
    }
    return values;
}

}  // namespace sim
