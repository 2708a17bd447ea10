// SPDX-License-Identifier: Apache-2.0
#include "sim/statistics/variance_parts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/random/rng.hpp"

namespace sim {

namespace {

constexpr std::size_t axes = 3;
constexpr unsigned structure = 1;
constexpr unsigned setting = 2;
constexpr unsigned replicate = 4;

constexpr unsigned flag(std::size_t axis) {
    return 1U << axis;
}

// How often a resample holds each row of an axis.
using Weights = std::array<std::vector<double>, axes>;

class Table {
  public:
    // Outcomes are [structure][setting][replicate] without gaps, less their mean.
    Table(std::vector<double> outcomes, const std::array<std::size_t, axes>& sizes,
          const std::array<std::size_t, axes>& all, std::vector<std::size_t> block_of_setting)
        : outcomes_(std::move(outcomes)), sizes_(sizes), all_(all) {
        for (std::size_t axis = 0; axis < axes; ++axis) {
            group_[axis].resize(sizes[axis]);
            for (std::size_t row = 0; row < sizes[axis]; ++row) {
                group_[axis][row] = row;
            }
        }
        group_[1] = std::move(block_of_setting);
        for (std::size_t axis = 0; axis < axes; ++axis) {
            groups_[axis] = group_[axis].empty() ? 0 : group_[axis].back() + 1;
        }
    }

    // Whether the axis has rows that were drawn apart.
    bool varies(std::size_t axis) const { return groups_[axis] > 1; }
    bool is_whole(std::size_t axis) const { return all_[axis] == sizes_[axis]; }
    std::size_t size(std::size_t axis) const { return sizes_[axis]; }
    const std::vector<std::size_t>& groups(std::size_t axis) const { return group_[axis]; }

    // Expected product of two outcomes that have `same` in common and draw everything else apart;
    // where that may give the same one of a short list, unless `settled`.
    double product(unsigned same, const Weights& weights, unsigned settled = 0) const {
        for (std::size_t axis = 0; axis < axes; ++axis) {
            if ((same & flag(axis)) != 0) {
                continue;
            }
            if (!varies(axis)) {
                return product(same | flag(axis), weights, settled);
            }
            if (all_[axis] > 0 && (settled & flag(axis)) == 0) {
                const double chance = 1.0 / static_cast<double>(all_[axis]);
                return chance * product(same | flag(axis), weights, settled) +
                       (1.0 - chance) * product(same, weights, settled | flag(axis));
            }
        }
        return mean_product(same, weights);
    }

  private:
    // The mean over pairs that are the same row in `same` and of different groups in the others:
    // all pairs less those that are of one group in any of these, by inclusion and exclusion.
    double mean_product(unsigned same, const Weights& weights) const {
        const unsigned others = (flag(axes) - 1U) & ~same;
        double sum = 0.0;
        for (unsigned equal = 0; equal < flag(axes); ++equal) {
            if ((equal & ~others) == 0) {
                const bool is_odd = std::popcount(equal) % 2 != 0;
                sum += (is_odd ? -1.0 : 1.0) * sum_of_products(same, equal, weights);
            }
        }
        double pairs = 1.0;
        for (std::size_t axis = 0; axis < axes; ++axis) {
            pairs *= pairs_of(axis, (same & flag(axis)) != 0, weights[axis]);
        }
        return pairs > 0.0 ? sum / pairs : std::numeric_limits<double>::quiet_NaN();
    }

    double pairs_of(std::size_t axis, bool is_same, const std::vector<double>& weights) const {
        double all = 0.0;
        std::vector<double> by_group(groups_[axis], 0.0);
        for (std::size_t row = 0; row < weights.size(); ++row) {
            all += weights[row];
            by_group[group_[axis][row]] += weights[row];
        }
        double within = 0.0;
        for (const double group : by_group) {
            within += group * group;
        }
        return is_same ? all : all * all - within;
    }

    double sum_of_products(unsigned same, unsigned equal, const Weights& weights) const {
        std::array<std::size_t, axes> steps{};
        std::size_t cells = 1;
        for (std::size_t axis = 0; axis < axes; ++axis) {
            const bool is_kept = ((same | equal) & flag(axis)) != 0;
            steps[axis] = is_kept ? cells : 0;
            cells *= !is_kept ? 1 : (same & flag(axis)) != 0 ? sizes_[axis] : groups_[axis];
        }
        std::vector<double> sums(cells, 0.0);
        std::vector<double> shared(cells, 0.0);  // weight of the rows in `same`
        std::size_t at = 0;
        for (std::size_t i = 0; i < sizes_[0]; ++i) {
            for (std::size_t j = 0; j < sizes_[1]; ++j) {
                for (std::size_t k = 0; k < sizes_[2]; ++k, ++at) {
                    const std::array<std::size_t, axes> rows{i, j, k};
                    std::size_t cell = 0;
                    double apart = 1.0;
                    double common = 1.0;
                    for (std::size_t axis = 0; axis < axes; ++axis) {
                        const bool is_same = (same & flag(axis)) != 0;
                        const std::size_t row = rows[axis];
                        cell += steps[axis] * (is_same ? row : group_[axis][row]);
                        (is_same ? common : apart) *= weights[axis][row];
                    }
                    sums[cell] += apart * outcomes_[at];
                    shared[cell] = common;
                }
            }
        }
        double sum = 0.0;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            sum += shared[cell] * sums[cell] * sums[cell];
        }
        return sum;
    }

    std::vector<double> outcomes_;
    std::array<std::size_t, axes> sizes_;
    std::array<std::size_t, axes> all_;
    std::array<std::vector<std::size_t>, axes> group_{};
    std::array<std::size_t, axes> groups_{};
};

// Structures, parameters, both together, replicates, total.
using Parts = std::array<double, 5>;

Parts parts_of(const Table& table, const Weights& weights) {
    const double all = table.product(structure | setting | replicate, weights);
    const double both = table.product(structure | setting, weights);
    const double by_structure = table.product(structure, weights);
    const double by_setting = table.product(setting, weights);
    const double apart = table.product(0, weights);
    return {by_structure - apart, by_setting - apart, both - by_structure - by_setting + apart,
            all - both, all - apart};
}

// Rows drawn anew, with replacement, within the groups in which they were drawn; a list that is
// whole leaves nothing to draw.
std::vector<double> redrawn(const Table& table, std::size_t axis, Rng& rng) {
    std::vector<double> weights(table.size(axis), table.is_whole(axis) ? 1.0 : 0.0);
    if (table.is_whole(axis)) {
        return weights;
    }
    const std::vector<std::size_t>& groups = table.groups(axis);
    const bool has_blocks = groups.size() > groups.back() + 1;
    for (std::size_t row = 0; row < weights.size(); ++row) {
        std::size_t first = 0;
        std::size_t end = weights.size();
        if (has_blocks) {
            first = static_cast<std::size_t>(
                std::lower_bound(groups.begin(), groups.end(), groups[row]) - groups.begin());
            end = static_cast<std::size_t>(
                std::upper_bound(groups.begin(), groups.end(), groups[row]) - groups.begin());
        }
        weights[first + rng.below(static_cast<std::uint32_t>(end - first))] += 1.0;
    }
    return weights;
}

}  // namespace

VarianceParts variance_parts(std::span<const double> outcomes, const CrossedTable& shape,
                             std::size_t resamples, std::uint64_t seed) {
    SIM_EXPECT(shape.replicates >= 2);
    SIM_EXPECT(outcomes.size() == shape.structures * shape.settings * shape.replicates);
    SIM_EXPECT(shape.blocks == 0 || shape.settings % shape.blocks == 0);
    const auto at = [&](std::size_t i, std::size_t j, std::size_t k) {
        return outcomes[(i * shape.settings + j) * shape.replicates + k];
    };
    std::vector<std::size_t> used;
    std::vector<std::size_t> blocks;
    for (std::size_t j = 0; j < shape.settings; ++j) {
        bool is_there = true;
        for (std::size_t i = 0; i < shape.structures; ++i) {
            for (std::size_t k = 0; k < shape.replicates; ++k) {
                is_there = is_there && !std::isnan(at(i, j, k));
            }
        }
        if (!is_there) {
            continue;
        }
        const std::size_t block =
            shape.blocks == 0 ? used.size() : j / (shape.settings / shape.blocks);
        used.push_back(j);
        blocks.push_back(block);
    }
    VarianceParts result;
    result.settings_used = used.size();
    if (used.empty()) {
        return result;
    }
    std::vector<double> values;
    double sum = 0.0;
    for (std::size_t i = 0; i < shape.structures; ++i) {
        for (const std::size_t j : used) {
            for (std::size_t k = 0; k < shape.replicates; ++k) {
                values.push_back(at(i, j, k));
                sum += values.back();
            }
        }
    }
    result.mean = sum / static_cast<double>(values.size());
    for (double& value : values) {
        value -= result.mean;  // keeps digits
    }
    const Table table(std::move(values), {shape.structures, used.size(), shape.replicates},
                      {shape.all_structures, shape.all_settings, 0}, std::move(blocks));
    Weights once;
    for (std::size_t axis = 0; axis < axes; ++axis) {
        once[axis].assign(table.size(axis), 1.0);
    }
    const Parts found = parts_of(table, once);
    std::array<std::vector<double>, 5> draws;
    std::array<std::vector<double>, 4> shares;
    const Stream stream(seed, 0, Purpose("sensitivity/parts"));
    for (std::size_t b = 0; b < resamples; ++b) {
        Rng rng = stream.at(Identity{b}, 0);
        Weights weights;
        for (std::size_t axis = 0; axis < axes; ++axis) {
            weights[axis] = redrawn(table, axis, rng);
        }
        const Parts drawn = parts_of(table, weights);
        for (std::size_t part = 0; part < drawn.size(); ++part) {
            draws[part].push_back(drawn[part]);
            if (part < shares.size()) {
                shares[part].push_back(drawn[part] / drawn.back());
            }
        }
    }
    const std::array<bool, 5> exists{table.varies(0), table.varies(1),
                                     table.varies(0) && table.varies(1), true, true};
    const std::array<IntervalEstimate*, 5> into{&result.structures, &result.parameters,
                                                &result.together, &result.replicates,
                                                &result.total};
    const std::array<IntervalEstimate*, 4> share_into{
        &result.structure_share, &result.parameter_share, &result.together_share,
        &result.replicate_share};
    for (std::size_t part = 0; part < found.size(); ++part) {
        if (exists[part]) {
            *into[part] = percentile_interval(found[part], std::move(draws[part]));
        }
        if (exists[part] && part < shares.size() && found.back() > 0.0) {
            *share_into[part] =
                percentile_interval(found[part] / found.back(), std::move(shares[part]));
        }
    }
    return result;
}

}  // namespace sim
