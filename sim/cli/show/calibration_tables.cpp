// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/calibration_tables.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/calibrate/write_calibration.hpp"
#include "sim/cli/show/text_table.hpp"

namespace sim {

namespace {

std::string target_verdict(const Target& target, const TargetFit& fit) {
    const std::string verdict = verdict_text(fit.verdict);
    if (fit.verdict == TargetVerdict::met) {
        return verdict;
    }
    const double away = fit.model - target.value;
    std::string text = fmt::format("{} by {} ({:.1f} tolerances)", verdict, people_number(away),
                                   std::abs(away) / target.tolerance);
    if (fit.verdict == TargetVerdict::missed) {
        text += "; some points meet it";
    }
    return text;
}

std::string summary(const FitResult& result) {
    int met = 0;
    for (const TargetFit& fit : result.targets) {
        met += fit.verdict == TargetVerdict::met ? 1 : 0;
    }
    return fmt::format("{} of {} targets met; {} runs; misfit {} (was {})\n", met,
                       result.targets.size(), result.runs, people_number(result.misfit),
                       people_number(result.start_misfit));
}

}  // namespace

std::string calibration_tables(const Calibration& calibration, const FitResult& result) {
    TextTable targets({{"target"},
                       {"recorded", Align::right},
                       {"tolerance", Align::right},
                       {"before", Align::right},
                       {"model", Align::right},
                       {"s.e.", Align::right},
                       {"unit"},
                       {"verdict"}});
    for (std::size_t j = 0; j < calibration.targets.size(); ++j) {
        const Target& target = calibration.targets[j];
        const TargetFit& fit = result.targets[j];
        targets.add({target.name, people_number(target.value), people_number(target.tolerance),
                     people_number(fit.start), people_number(fit.model),
                     people_number(fit.standard_error), target.unit, target_verdict(target, fit)});
    }
    TextTable parameters({{"parameter"},
                          {"before", Align::right},
                          {"value", Align::right},
                          {"90 % interval"},
                          {"unit"},
                          {"verdict"}});
    for (std::size_t k = 0; k < calibration.parameters.size(); ++k) {
        const ParameterFit& fit = result.parameters[k];
        parameters.add({calibration.parameters[k].name, people_number(fit.start),
                        people_number(fit.value), people_interval(fit.low, fit.high),
                        calibration.parameters[k].unit, verdict_text(fit.verdict)});
    }
    return summary(result) + '\n' + targets.text() + '\n' + parameters.text();
}

}  // namespace sim
