// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/uncertainty_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "sim/cli/show/json_text.hpp"
#include "sim/cli/show/text_table.hpp"
#include "sim/core/enum.hpp"
#include "sim/sweep/sensitivity/sensitivity.hpp"

namespace sim {

namespace {

struct Part {
    const char* name;
    const char* words;
    IntervalEstimate VarianceParts::*variance;
    IntervalEstimate VarianceParts::*share;
};

constexpr std::array<Part, 4> parts{{
    {"structures", "structures", &VarianceParts::structures, &VarianceParts::structure_share},
    {"parameters", "parameters", &VarianceParts::parameters, &VarianceParts::parameter_share},
    {"together", "both together", &VarianceParts::together, &VarianceParts::together_share},
    {"replicates", "replicates", &VarianceParts::replicates, &VarianceParts::replicate_share},
}};

std::string title_of(const UncertainOutcome& of) {
    return of.measure + ", " + of.scenario + (of.base.empty() ? "" : " less " + of.base);
}

std::string table_of(const UncertainOutcome& of) {
    TextTable table({{title_of(of)},
                     {"variance", Align::right},
                     {"95 %", Align::right},
                     {"share", Align::right},
                     {"95 %", Align::right}});
    const auto interval = [](const IntervalEstimate& e) { return people_interval(e.low, e.high); };
    for (const Part& part : parts) {
        const IntervalEstimate& variance = of.parts.*part.variance;
        const IntervalEstimate& share = of.parts.*part.share;
        table.add({part.words, people_number(variance.value), interval(variance),
                   people_number(share.value), interval(share)});
    }
    table.add({"total", people_number(of.parts.total.value), interval(of.parts.total), "", ""});
    return fmt::format("{}mean {}, standard deviation {} {}\n", table.text(),
                       people_number(of.parts.mean),
                       people_number(std::sqrt(std::max(of.parts.total.value, 0.0))),
                       of.unit == "1" ? "" : of.unit);
}

}  // namespace

std::string uncertainty_text(const Uncertainty& all) {
    std::string text = fmt::format(
        "Variance by source: {} structure{} × {} settings of parameters × {} replicates\n",
        all.structures, all.structures == 1 ? "" : "s", all.settings, all.replicates);
    for (const UncertainOutcome& of : all.outcomes) {
        text += '\n' + table_of(of);
        for (const std::string& sentence : of.words) {
            text += "- " + sentence + '\n';
        }
    }
    return text;
}

std::string uncertainty_json(const Uncertainty& all) {
    Json json = {{"design", enum_name(all.design.kind)},
                 {"structures", all.structures},
                 {"settings", all.settings},
                 {"replicates", all.replicates},
                 {"resamples", sensitivity_resamples},
                 {"structure_factors", all.structure_factors},
                 {"parameter_factors", all.parameter_factors},
                 {"outcomes", Json::array()},
                 {"left_out", all.left_out}};
    for (const UncertainOutcome& of : all.outcomes) {
        Json entry = {{"name", of.measure},
                      {"unit", of.unit},
                      {"scenario", of.scenario},
                      {"base", of.base.empty() ? Json() : Json(of.base)},
                      {"used", of.parts.settings_used},
                      {"mean", of.parts.mean},
                      {"variance", json_of(of.parts.total)},
                      {"parts", Json::array()}};
        for (const Part& part : parts) {
            entry["parts"].push_back({{"name", part.name},
                                      {"variance", json_of(of.parts.*part.variance)},
                                      {"share", json_of(of.parts.*part.share)}});
        }
        entry["words"] = of.words;
        json["outcomes"].push_back(std::move(entry));
    }
    return printed(json);
}

}  // namespace sim
