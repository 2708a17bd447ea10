// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/measure.hpp"

#include <algorithm>
#include <numeric>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

const Dimension& dimension_named(const std::vector<Dimension>& dimensions,
                                 const std::string& name) {
    const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                    [&](const Dimension& d) { return d.name == name; });
    SIM_EXPECT(found != dimensions.end());
    return *found;
}

// One label of each kept dimension.
using Labels = std::vector<std::pair<std::string, std::string>>;

std::vector<Labels> combinations(const std::vector<std::string>& kept,
                                 const std::vector<Dimension>& dimensions) {
    std::vector<Labels> all{Labels{}};
    for (const std::string& name : kept) {
        std::vector<Labels> product;
        for (const Labels& labels : all) {
            for (const std::string& label : dimension_named(dimensions, name).labels) {
                product.push_back(labels);
                product.back().emplace_back(name, label);
            }
        }
        all = std::move(product);
    }
    return all;
}

bool is_pooled(const MeasureSpec& spec, const Labels& kept, const Dimension& dimension,
               const std::string& label) {
    for (const auto& [name, chosen] : kept) {
        if (name == dimension.name) {
            return label == chosen;
        }
    }
    const auto where = spec.of.where.find(dimension.name);
    if (where != spec.of.where.end()) {
        return contains(where->second, label);
    }
    return dimension.headline.empty() || contains(dimension.headline, label);
}

}  // namespace

MeasureRule::MeasureRule(const std::vector<MeasureSpec>& specs,
                         const std::vector<RecordedVariable>& variables,
                         const std::vector<Dimension>& dimensions, std::vector<Quarter> times)
    : times_(std::move(times)) {
    for (const MeasureSpec& spec : specs) {
        add(spec, variables, dimensions);
    }
}

MemberLayout MeasureRule::layout() const {
    const bool has_time = std::any_of(shapes_.begin(), shapes_.end(), [](const MemberVariable& v) {
        return contains(v.dims, "time");
    });
    return {{}, shapes_, used_, has_time ? times_ : std::vector<Quarter>{}};
}

std::vector<std::size_t> MeasureRule::positions(const std::vector<Quarter>& quarters) const {
    std::vector<std::size_t> at;
    if (quarters.empty()) {
        const std::size_t used = std::min(times_.size(), last_quarters);
        at.resize(used);
        std::iota(at.begin(), at.end(), times_.size() - used);
        return at;
    }
    for (const Quarter quarter : quarters) {
        SIM_EXPECT(quarter >= times_.front() && quarter <= times_.back());
        at.push_back(static_cast<std::size_t>(quarter - times_.front()));
    }
    return at;
}

void MeasureRule::add(const MeasureSpec& spec, const std::vector<RecordedVariable>& variables,
                      const std::vector<Dimension>& dimensions) {
    const auto variable =
        std::find_if(variables.begin(), variables.end(),
                     [&](const RecordedVariable& v) { return v.name == spec.of.outcome; });
    SIM_EXPECT(variable != variables.end());
    MemberVariable shape{spec.name, std::string(variable->unit.symbol), variable->doc};
    std::vector<std::vector<std::size_t>> quarters{positions(spec.of.quarters)};
    if (contains(spec.by, "time")) {
        shape.dims.emplace_back("time");
        quarters.clear();
        for (std::size_t t = 0; t < times_.size(); ++t) {
            quarters.push_back({t});
        }
    }
    std::vector<std::string> kept;
    for (const std::string& name : variable->dims) {
        if (!contains(spec.by, name)) {
            continue;
        }
        kept.push_back(name);
        shape.dims.push_back(name);
        const bool is_new = std::none_of(used_.begin(), used_.end(),
                                         [&](const Dimension& d) { return d.name == name; });
        if (is_new) {
            used_.push_back(dimension_named(dimensions, name));
        }
    }
    std::vector<Cell> cells;
    for (const std::vector<std::size_t>& at : quarters) {
        for (const Labels& labels : combinations(kept, dimensions)) {
            cells.push_back(
                {pooling_of(variables, static_cast<std::size_t>(variable - variables.begin()),
                            dimensions,
                            [&](const Dimension& dimension, const std::string& label) {
                                return is_pooled(spec, labels, dimension, label);
                            }),
                 at});
        }
    }
    shape.cells = cells.size();
    shapes_.push_back(std::move(shape));
    cells_.push_back(std::move(cells));
}

std::vector<std::vector<double>> MeasureRule::values(const Record& record) const {
    std::vector<std::vector<double>> values;
    for (const std::vector<Cell>& cells : cells_) {
        std::vector<double>& of = values.emplace_back();
        for (const Cell& cell : cells) {
            of.push_back(pooled_value(cell.pooling, record, cell.quarters));
        }
    }
    return values;
}

std::vector<MeasureSpec> headline_measures(const std::vector<RecordedVariable>& variables) {
    std::vector<MeasureSpec> specs;
    for (const RecordedVariable& variable : variables) {
        if (variable.headline) {
            specs.push_back({variable.name, {variable.name, {}, {}}, {}});
        }
    }
    return specs;
}

}  // namespace sim
