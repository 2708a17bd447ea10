// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/core/enum.hpp"
#include "sim/core/text.hpp"
#include "sim/sweep/sensitivity/uncertainty.hpp"

namespace sim {

namespace {

struct Source {
    const char* name;
    IntervalEstimate VarianceParts::*part;
    IntervalEstimate VarianceParts::*share;
};

constexpr Source sources[] = {
    {"structures", &VarianceParts::structures, &VarianceParts::structure_share},
    {"parameters", &VarianceParts::parameters, &VarianceParts::parameter_share},
    {"both together", &VarianceParts::together, &VarianceParts::together_share},
    {"replicates", &VarianceParts::replicates, &VarianceParts::replicate_share}};

// Which source is largest, if its interval lies above all others'.
void add_largest(const VarianceParts& parts, std::vector<std::string>& words) {
    const Source* largest = nullptr;
    for (const Source& source : sources) {
        const double share = (parts.*source.share).value;
        if (!std::isnan(share) && (largest == nullptr || share > (parts.*largest->share).value)) {
            largest = &source;
        }
    }
    if (largest == nullptr) {
        return;
    }
    bool is_clear = true;
    for (const Source& source : sources) {
        is_clear = is_clear && (&source == largest ||
                                !((parts.*source.share).high >= (parts.*largest->share).low));
    }
    words.push_back(fmt::format("{:.0f} % of the variance comes from {}{}",
                                100.0 * std::min((parts.*largest->share).value, 1.0), largest->name,
                                is_clear ? ""
                                         : ", but intervals overlap: more points or "
                                           "replicates are needed to say that it is most"));
}

void add_negative(const VarianceParts& parts, std::vector<std::string>& words) {
    std::vector<std::string> negative;
    for (const Source& source : sources) {
        const double share = (parts.*source.share).value;
        if (share < 0.0) {
            negative.push_back(fmt::format("{} ({:.3f})", source.name, share));
        }
    }
    if (!negative.empty()) {
        words.push_back(fmt::format(
            "share below 0: {}. A variance cannot be negative, but its estimate is unbiased and "
            "scatters around the true value, so where that is near 0 half of all estimates fall "
            "below it: read it as 0 within its interval",
            listed(negative)));
    }
}

}  // namespace

std::vector<std::string> uncertainty_words(const Uncertainty& all, const UncertainOutcome& of) {
    const VarianceParts& parts = of.parts;
    std::vector<std::string> words;
    if (parts.settings_used < all.settings) {
        words.push_back(
            fmt::format("{} of {} settings have all their members; the others are left out",
                        parts.settings_used, all.settings));
    }
    if (parts.settings_used == 0) {
        return words;
    }
    if (!(parts.total.value > 0.0)) {
        words.emplace_back("the outcome does not vary, so nothing has a share of its variance");
        return words;
    }
    add_largest(parts, words);
    add_negative(parts, words);
    if (!of.base.empty()) {
        words.push_back(fmt::format(
            "of the effect of {} against {}: both meet the same luck in each replicate, so only "
            "what luck does to the effect is left",
            of.scenario, of.base));
    }
    const bool is_crossed =
        all.design.kind == DesignKind::crossed || all.design.kind == DesignKind::factorial;
    if (!is_crossed && !all.structure_factors.empty()) {
        words.push_back(fmt::format(
            "points of a {} design change structures ({}) and parameters at once: their share is "
            "that of both (a crossed design keeps them apart)",
            enum_name(all.design.kind), listed(all.structure_factors)));
    }
    if (all.design.kind == DesignKind::lhs) {
        words.push_back(fmt::format(
            "points of one Latin hypercube are spread too evenly: the parameters' share is up to "
            "1 part in {} too large (a crossed design is not)",
            parts.settings_used - 1));
    }
    if (all.structures == 1 && all.structure_factors.empty()) {
        words.emplace_back("no structure was varied: what the form of the model does is not in it");
    }
    return words;
}

}  // namespace sim
