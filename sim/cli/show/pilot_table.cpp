// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/pilot_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/cli/show/json_text.hpp"
#include "sim/cli/show/text_table.hpp"

namespace sim {

namespace {

// "6", or "5 to 7" where it differs by replicate.
std::string treated_text(const PilotResult& result) {
    std::vector<std::ptrdiff_t> numbers;
    for (const std::vector<bool>& regions : result.treated) {
        numbers.push_back(std::count(regions.begin(), regions.end(), true));
    }
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
    return *least == *most ? fmt::format("{}", *least) : fmt::format("{} to {}", *least, *most);
}

std::string estimate_text(const Estimate& estimate) {
    return fmt::format("{}{} ({})", estimate.mean > 0.0 ? "+" : "", people_number(estimate.mean),
                       people_interval(estimate.low, estimate.high));
}

Json estimate_json(const Estimate& estimate) {
    return {{"mean", estimate.mean}, {"low", estimate.low}, {"high", estimate.high}};
}

}  // namespace

std::string PilotTable::text() const {
    const bool is_comparison = header.scenarios.size() > 1;
    std::string text;
    for (const PilotResult& result : results) {
        const PilotPlan& plan = result.plan;
        text += fmt::format(
            "{}Pilot {} of {}: {} of {} regions treated from {}; year before it and year to {}\n",
            text.empty() ? "" : "\n", plan.label, header.scenarios[plan.scenario],
            treated_text(result), result.treated.front().size(), plan.start.text(),
            plan.end.text());
        std::vector<TextTable::Head> heads{{"measure"}, {"pilot estimate (95 %)", Align::right}};
        if (is_comparison) {
            heads.push_back({"paired truth (95 %)", Align::right});
            heads.push_back({"roll-out effect (95 %)", Align::right});
        }
        heads.push_back({"unit"});
        TextTable table(std::move(heads));
        for (std::size_t m = 0; m < measures.size(); ++m) {
            const PilotEffect& effect = result.effects[m];
            std::vector<std::string> cells{measures[m].name, estimate_text(effect.pilot_estimate)};
            if (is_comparison) {
                cells.push_back(estimate_text(effect.paired_truth));
                cells.push_back(estimate_text(effect.rollout_effect));
            }
            cells.push_back(measures[m].unit);
            table.add(std::move(cells));
        }
        text += table.text();
    }
    return text;
}

std::string PilotTable::added_to_json(const std::string& table) const {
    const bool is_comparison = header.scenarios.size() > 1;
    Json json = Json::parse(table);
    json["pilots"] = Json::array();
    for (const PilotResult& result : results) {
        Json pilot = {{"scenario", header.scenarios[result.plan.scenario]},
                      {"label", result.plan.label},
                      {"start", result.plan.start.text()},
                      {"end", result.plan.end.text()},
                      {"measures", Json::array()}};
        for (std::size_t m = 0; m < measures.size(); ++m) {
            const PilotEffect& effect = result.effects[m];
            Json measure = {{"name", measures[m].name},
                            {"unit", measures[m].unit},
                            {"pilot_estimate", estimate_json(effect.pilot_estimate)}};
            if (is_comparison) {
                measure["paired_truth"] = estimate_json(effect.paired_truth);
                measure["rollout_effect"] = estimate_json(effect.rollout_effect);
            }
            pilot["measures"].push_back(std::move(measure));
        }
        json["pilots"].push_back(std::move(pilot));
    }
    return printed(json);
}

}  // namespace sim
