// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/headline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

std::vector<bool> pooled_labels(const Dimension& dimension) {
    std::vector<bool> pooled;
    for (const std::string& label : dimension.labels) {
        const auto& chosen = dimension.headline;
        pooled.push_back(chosen.empty() ||
                         std::find(chosen.begin(), chosen.end(), label) != chosen.end());
    }
    return pooled;
}

// Row-major over `dims`: a cell is pooled if each of its labels is.
std::vector<bool> pooled_cells(const std::vector<std::string>& dims,
                               const std::vector<Dimension>& dimensions) {
    std::vector<bool> cells{true};
    for (const std::string& name : dims) {
        const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                        [&](const Dimension& d) { return d.name == name; });
        SIM_EXPECT(found != dimensions.end());
        const std::vector<bool> labels = pooled_labels(*found);
        std::vector<bool> product;
        for (const bool outer : cells) {
            for (const bool inner : labels) {
                product.push_back(outer && inner);
            }
        }
        cells = std::move(product);
    }
    return cells;
}

std::size_t position_of(const std::vector<RecordedVariable>& variables, const std::string& name) {
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [&](const RecordedVariable& v) { return v.name == name; });
    SIM_EXPECT(found != variables.end());
    return static_cast<std::size_t>(found - variables.begin());
}

double pooled_value(const HeadlineRule::Measure& measure, const Record& record) {
    const std::size_t times = record.times.size();
    const std::size_t used = std::min(times, HeadlineRule::quarters);
    const std::size_t cells = measure.pooled.size();
    const std::vector<double>& values = record.values.at(measure.variable);
    SIM_EXPECT(values.size() == times * cells);
    double sum = 0.0;
    double weight = 0.0;
    for (std::size_t at = (times - used) * cells; at < values.size(); ++at) {
        if (!measure.pooled[at % cells] || std::isnan(values[at])) {
            continue;
        }
        const double w = measure.base ? record.values.at(*measure.base).at(at) : 1.0;
        sum += w * values[at];
        weight += w;
    }
    const double divisor = measure.is_count ? static_cast<double>(used) : weight;
    return divisor > 0.0 ? sum / divisor : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

HeadlineRule::HeadlineRule(const std::vector<RecordedVariable>& variables,
                           const std::vector<Dimension>& dimensions) {
    for (std::size_t v = 0; v < variables.size(); ++v) {
        const RecordedVariable& variable = variables[v];
        if (!variable.headline) {
            continue;
        }
        Measure measure{variable.name,
                        std::string(variable.unit.symbol),
                        variable.doc,
                        v,
                        std::nullopt,
                        variable.is_count,
                        pooled_cells(variable.dims, dimensions)};
        if (!variable.base.empty()) {
            measure.base = position_of(variables, variable.base);
        }
        measures_.push_back(std::move(measure));
    }
}

std::vector<double> HeadlineRule::values(const Record& record) const {
    std::vector<double> values;
    for (const Measure& measure : measures_) {
        values.push_back(pooled_value(measure, record));
    }
    return values;
}

}  // namespace sim
