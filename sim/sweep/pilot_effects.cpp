// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/pilot_effects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/sweep/pooling.hpp"

namespace sim {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view region_dimension = "region";
constexpr std::string_view national = "_national";

bool is_pooled(const Dimension& dimension, const std::string& label) {
    const auto& chosen = dimension.headline;
    return chosen.empty() || std::find(chosen.begin(), chosen.end(), label) != chosen.end();
}

std::optional<std::size_t> variable_named(const ResultHeader& header, std::string_view name) {
    for (std::size_t v = 0; v < header.variables.size(); ++v) {
        if (header.variables[v].name == name) {
            return v;
        }
    }
    return std::nullopt;
}

}  // namespace

PilotEffects::PilotEffects(std::vector<PilotPlan> plans, const ResultHeader& header)
    : header_(header) {
    for (const Dimension& dimension : header.dimensions) {
        regions_ = dimension.name == region_dimension ? dimension.labels.size() : regions_;
    }
    find_measures();
    for (PilotPlan& plan : plans) {
        const auto mark = variable_named(header, plan.treated_in);
        if (!mark || header.variables[*mark].dims != std::vector{std::string(region_dimension)}) {
            unmarked_.push_back(plan.label);
            continue;
        }
        Judged judged{plan, *mark, {}, {}};
        judged.year[before] = quarters_of_year(plan.start - 1);
        if (plan.end - plan.start >= 3) {
            judged.year[last_year] = quarters_of_year(plan.end);
        }
        judged.levels.resize(roles);
        plans_.push_back(std::move(judged));
        treated_.emplace_back();
    }
}

bool PilotEffects::has_regions(const RecordedVariable& variable) const {
    return regions_ > 0 && !variable.dims.empty() && variable.dims.front() == region_dimension;
}

void PilotEffects::find_measures() {
    for (const RecordedVariable& headline : header_.variables) {
        if (!headline.headline) {
            continue;
        }
        std::string name = headline.name;
        if (!has_regions(headline) && name.ends_with(national)) {
            name.resize(name.size() - national.size());
        }
        const auto variable = variable_named(header_, name);
        if (!variable || !has_regions(header_.variables[*variable])) {
            continue;
        }
        const Pooling pooling =
            pooling_of(header_.variables, *variable, header_.dimensions, is_pooled);
        const RecordedVariable& of = header_.variables[*variable];
        measures_.push_back({name, std::string(of.unit.symbol), of.doc, *variable});
        pooled_.push_back(pooling.cells);
        base_.push_back(pooling.base);
    }
}

// Positions of the four quarters that end with `last`.
std::vector<std::size_t> PilotEffects::quarters_of_year(Quarter last) const {
    constexpr int quarters = 4;
    const auto found = std::find(header_.times.begin(), header_.times.end(), last);
    const auto ahead = found - header_.times.begin();
    if (found == header_.times.end() || ahead + 1 < quarters) {
        return {};
    }
    std::vector<std::size_t> positions;
    for (auto at = ahead + 1 - quarters; at <= ahead; ++at) {
        positions.push_back(static_cast<std::size_t>(at));
    }
    return positions;
}

void PilotEffects::take(std::size_t scenario, std::size_t replicate,
                        const std::vector<std::vector<double>>& values) {
    for (std::size_t p = 0; p < plans_.size(); ++p) {
        Judged& judged = plans_[p];
        const PilotPlan& plan = judged.plan;
        if (replicate >= treated_[p].size()) {
            treated_[p].resize(replicate + 1, std::vector<bool>(regions_, false));
            for (std::vector<Levels>& levels : judged.levels) {
                levels.resize(replicate + 1);
            }
        }
        if (plan.scenario == scenario) {
            judged.levels[pilot][replicate] = levels_of(judged, values);
            const std::vector<double>& marks = values.at(judged.mark);
            const auto last = std::find(header_.times.begin(), header_.times.end(), plan.end);
            for (std::size_t r = 0; r < regions_ && last != header_.times.end(); ++r) {
                const auto quarter = static_cast<std::size_t>(last - header_.times.begin());
                treated_[p][replicate][r] = marks.at(quarter * regions_ + r) > 0.0;
            }
        }
        if (plan.base == scenario) {
            judged.levels[base][replicate] = levels_of(judged, values);
        }
        if (plan.roll_out == scenario) {
            judged.levels[roll_out][replicate] = levels_of(judged, values);
        }
    }
}

PilotEffects::Levels PilotEffects::levels_of(const Judged& judged,
                                             const std::vector<std::vector<double>>& values) const {
    Levels levels(measures_.size() * windows * regions_);
    for (std::size_t m = 0; m < measures_.size(); ++m) {
        const std::vector<double>& of = values.at(measures_[m].variable);
        const std::size_t cells = pooled_[m].size();
        const std::size_t cells_of_region = cells / regions_;
        for (std::size_t w = 0; w < windows; ++w) {
            for (const std::size_t quarter : judged.year[w]) {
                for (std::size_t cell = 0; cell < cells; ++cell) {
                    const std::size_t at = quarter * cells + cell;
                    if (!pooled_[m][cell] || std::isnan(of.at(at))) {
                        continue;
                    }
                    const double weight = base_[m] ? values.at(*base_[m]).at(at) : 1.0;
                    Level& level = levels[(m * windows + w) * regions_ + cell / cells_of_region];
                    level.sum += weight * of[at];
                    level.weight += weight;
                }
            }
        }
    }
    return levels;
}

double PilotEffects::level(const Levels& levels, std::size_t measure, Window window,
                           const std::vector<bool>& regions) const {
    Level all;
    double count = 0.0;
    for (std::size_t r = 0; r < regions_ && !levels.empty(); ++r) {
        if (regions[r]) {
            const Level& one = levels[(measure * windows + window) * regions_ + r];
            all.sum += one.sum;
            all.weight += one.weight;
            count += 1.0;
        }
    }
    constexpr double quarters = 4.0;
    const bool is_count = header_.variables[measures_[measure].variable].is_count;
    const double divisor = is_count && all.weight > 0.0 ? quarters * count : all.weight;
    return divisor > 0.0 ? all.sum / divisor : not_a_number;
}

double PilotEffects::difference_in_differences(const Levels& levels, std::size_t measure,
                                               const std::vector<bool>& treated) const {
    std::vector<bool> others = treated;
    others.flip();
    const double treated_before = level(levels, measure, before, treated);
    const double treated_after = level(levels, measure, last_year, treated);
    const double others_before = level(levels, measure, before, others);
    const double others_after = level(levels, measure, last_year, others);
    if (header_.variables[measures_[measure].variable].is_count) {
        return others_before > 0.0 ? treated_after - treated_before * others_after / others_before
                                   : not_a_number;
    }
    return treated_after - treated_before - (others_after - others_before);
}

PilotEffect PilotEffects::effect_of(std::size_t plan, std::size_t measure) const {
    const Judged& judged = plans_[plan];
    const std::vector<bool> everywhere(regions_, true);
    std::vector<double> estimates;
    std::vector<double> truths;
    std::vector<double> effects;
    std::vector<double> excesses;
    for (std::size_t r = 0; r < judged.levels[pilot].size(); ++r) {
        const std::vector<bool>& treated = treated_[plan][r];
        const auto last = [&](Role role, const std::vector<bool>& regions) {
            return level(judged.levels[role][r], measure, last_year, regions);
        };
        estimates.push_back(difference_in_differences(judged.levels[pilot][r], measure, treated));
        truths.push_back(last(pilot, treated) - last(base, treated));
        effects.push_back(last(roll_out, everywhere) - last(base, everywhere));
        excesses.push_back(estimates.back() - effects.back());
    }
    return {estimate(estimates), estimate(truths), estimate(effects), estimate(excesses)};
}

std::vector<PilotResult> PilotEffects::results() const {
    std::vector<PilotResult> results;
    for (std::size_t p = 0; p < plans_.size(); ++p) {
        PilotResult result{plans_[p].plan, treated_[p], {}};
        for (std::size_t m = 0; m < measures_.size(); ++m) {
            result.effects.push_back(effect_of(p, m));
        }
        results.push_back(std::move(result));
    }
    return results;
}

ResultGroup PilotEffects::group(const std::vector<PilotResult>& results) const {
    ResultGroup group{"pilot",
                      "What an evaluation of each pilot would find, and what is true.",
                      {{"pilot", {}, "Scenario with the pilot."}},
                      {}};
    std::vector<double> start;
    std::vector<double> end;
    std::vector<double> treated;
    for (const PilotResult& result : results) {
        group.dimensions.front().labels.push_back(header_.scenarios[result.plan.scenario]);
        start.push_back(result.plan.start.number());
        end.push_back(result.plan.end.number());
        for (const std::vector<bool>& regions : result.treated) {
            treated.insert(treated.end(), regions.begin(), regions.end());
        }
    }
    for (const Dimension& dimension : header_.dimensions) {
        if (dimension.name == region_dimension) {
            group.dimensions.push_back(dimension);
        }
    }
    Dimension names{"measure", {}, "Outcome that regions have."};
    std::vector<std::string> units;
    for (const PilotMeasure& measure : measures_) {
        names.labels.push_back(measure.name);
        units.push_back(measure.unit);
    }
    group.dimensions.push_back(std::move(names));
    group.variables = {{"start", "a", "First quarter of the pilot.", {"pilot"}, start, false},
                       {"end", "a", "Last quarter of the pilot in the run.", {"pilot"}, end, false},
                       {"treated",
                        "1",
                        "1 where the pilot runs.",
                        {"pilot", "replicate", "region"},
                        treated,
                        true}};
    ResultGroup::Variable unit_names{"unit",      "1", "Unit of the measure's effects.",
                                     {"measure"}, {},  false};
    unit_names.texts = units;
    group.variables.push_back(std::move(unit_names));
    const auto add = [&](const std::string& name, Estimate PilotEffect::*which,
                         const std::string& doc) {
        const auto add_part = [&](const char* suffix, double Estimate::*part,
                                  const std::string& of) {
            ResultGroup::Variable variable{
                name + suffix,        "1", of + doc + " In the unit of the measure.",
                {"pilot", "measure"}, {},  false};
            for (const PilotResult& result : results) {
                for (const PilotEffect& effect : result.effects) {
                    variable.values.push_back(effect.*which.*part);
                }
            }
            group.variables.push_back(std::move(variable));
        };
        add_part("", &Estimate::mean, "Mean over replicates: ");
        add_part("_low", &Estimate::low, "Lower end of the 95 % interval: ");
        add_part("_high", &Estimate::high, "Upper end of the 95 % interval: ");
    };
    add("pilot_estimate", &PilotEffect::pilot_estimate,
        "difference in differences between treated and other regions within the scenario.");
    if (header_.scenarios.size() > 1) {
        add("paired_truth", &PilotEffect::paired_truth,
            "treated regions less the same regions of the base.");
        add("rollout_effect", &PilotEffect::rollout_effect,
            "all regions with the measures everywhere less all regions of the base.");
        add("excess", &PilotEffect::excess, "pilot estimate less roll-out effect.");
    }
    return group;
}

}  // namespace sim
