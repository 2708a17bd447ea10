// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/pooling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

// Row-major over `dims`: a cell is pooled if each of its labels is.
std::vector<bool> pooled_cells(const std::vector<std::string>& dims,
                               const std::vector<Dimension>& dimensions,
                               const LabelChoice& is_pooled) {
    std::vector<bool> cells{true};
    for (const std::string& name : dims) {
        const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                        [&](const Dimension& d) { return d.name == name; });
        SIM_EXPECT(found != dimensions.end());
        std::vector<bool> product;
        for (const bool outer : cells) {
            for (const std::string& label : found->labels) {
                product.push_back(outer && is_pooled(*found, label));
            }
        }
        cells = std::move(product);
    }
    return cells;
}

std::size_t position_of_variable(const std::vector<RecordedVariable>& variables,
                                 const std::string& name) {
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [&](const RecordedVariable& v) { return v.name == name; });
    SIM_EXPECT(found != variables.end());
    return static_cast<std::size_t>(found - variables.begin());
}

}  // namespace

Pooling pooling_of(const std::vector<RecordedVariable>& variables, std::size_t variable,
                   const std::vector<Dimension>& dimensions, const LabelChoice& is_pooled) {
    const RecordedVariable& of = variables.at(variable);
    Pooling pooling{variable, std::nullopt, of.is_count,
                    pooled_cells(of.dims, dimensions, is_pooled)};
    if (!of.base.empty()) {
        pooling.base = position_of_variable(variables, of.base);
    }
    return pooling;
}

double pooled_value(const Pooling& pooling, const Record& record,
                    const std::vector<std::size_t>& quarters) {
    SIM_EXPECT(record.values.at(pooling.variable).size() ==
               record.times.size() * pooling.cells.size());
    return pooled_value(pooling, record.values, quarters);
}

double pooled_value(const Pooling& pooling, const RecordedValues& recorded,
                    const std::vector<std::size_t>& quarters) {
    const std::size_t cells = pooling.cells.size();
    const std::vector<double>& values = recorded.at(pooling.variable);
    double sum = 0.0;
    double weight = 0.0;
    for (const std::size_t quarter : quarters) {
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const std::size_t at = quarter * cells + cell;
            if (!pooling.cells[cell] || std::isnan(values.at(at))) {
                continue;
            }
            const double w = pooling.base ? recorded.at(*pooling.base).at(at) : 1.0;
            sum += w * values[at];
            weight += w;
        }
    }
    const double divisor = pooling.is_count ? static_cast<double>(quarters.size()) : weight;
    return divisor > 0.0 ? sum / divisor : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace sim
