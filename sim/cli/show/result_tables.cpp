// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/result_tables.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/cli/show/json_text.hpp"
#include "sim/cli/show/text_table.hpp"

namespace sim {

namespace {

Quarter first_pooled(const ResultHeader& header) {
    const std::size_t used = std::min(header.times.size(), HeadlineRule::quarters);
    return header.times[header.times.size() - used];
}

// "region: all; track: a, b" for the dimensions in which only some labels are pooled.
std::string pooled_text(const ResultHeader& header) {
    std::string text;
    for (const Dimension& dimension : header.dimensions) {
        if (!dimension.headline.empty()) {
            text += fmt::format("; {}: {}", dimension.name, fmt::join(dimension.headline, ", "));
        }
    }
    return text;
}

Json json_head(const ResultHeader& header) {
    Json pooled = Json::object();
    for (const Dimension& dimension : header.dimensions) {
        if (!dimension.headline.empty()) {
            pooled[dimension.name] = dimension.headline;
        }
    }
    return {{"from", first_pooled(header).text()},
            {"to", header.times.back().text()},
            {"replicates", header.replicates},
            {"pooled", pooled}};
}

}  // namespace

std::string people_percent(double share) {
    return std::isnan(share) ? people_number(share) : fmt::format("{:.0f} %", share * 100.0);
}

std::string people_effect(double difference) {
    return (difference > 0.0 ? "+" : "") + people_number(difference);
}

std::string ResultTable::caption() const {
    const auto& measures = rule.measures();
    const bool has_counts =
        std::any_of(measures.begin(), measures.end(),
                    [](const HeadlineRule::Measure& m) { return m.pooling.is_count; });
    return fmt::format("{} to {}, {} replicate{}{}{}\n", first_pooled(header).text(),
                       header.times.back().text(), header.replicates,
                       header.replicates == 1 ? "" : "s", pooled_text(header),
                       has_counts ? "; counts: mean of the quarters" : "");
}

std::string ResultTable::run_text() const {
    TextTable table({{"measure"}, {"mean", Align::right}, {"95 % interval"}, {"unit"}});
    for (std::size_t m = 0; m < rule.measures().size(); ++m) {
        const Estimate mean = headline_mean(values.front(), m);
        table.add({rule.measures()[m].name, people_number(mean.mean),
                   people_interval(mean.low, mean.high), rule.measures()[m].unit});
    }
    return fmt::format("{}: {}{}", header.scenarios.front(), caption(), table.text());
}

std::string ResultTable::run_json() const {
    Json json = {{"scenario", header.scenarios.front()}};
    json.update(json_head(header));
    json["measures"] = Json::array();
    for (std::size_t m = 0; m < rule.measures().size(); ++m) {
        const HeadlineRule::Measure& measure = rule.measures()[m];
        const Estimate mean = headline_mean(values.front(), m);
        json["measures"].push_back({{"name", measure.name},
                                    {"unit", measure.unit},
                                    {"mean", mean.mean},
                                    {"low", mean.low},
                                    {"high", mean.high},
                                    {"description", measure.doc}});
    }
    return printed(json);
}

std::string ResultTable::compare_text() const {
    std::string text;
    for (std::size_t s = 1; s < values.size(); ++s) {
        TextTable table({{"measure"},
                         {header.scenarios.front(), Align::right},
                         {header.scenarios[s] + " − " + header.scenarios.front(), Align::right},
                         {"95 % interval"},
                         {"below 0", Align::right},
                         {"which is"},
                         {"variance saved", Align::right},
                         {"unit"}});
        for (std::size_t m = 0; m < rule.measures().size(); ++m) {
            const Estimate base = headline_mean(values.front(), m);
            const HeadlineEffect effect = headline_effect(values.front(), values[s], m);
            const Estimate& difference = effect.difference;
            table.add({rule.measures()[m].name, people_number(base.mean),
                       people_effect(difference.mean),
                       people_interval(difference.low, difference.high),
                       people_percent(difference.share_below_zero),
                       effect.likelihood.empty() ? "–" : std::string(effect.likelihood),
                       people_percent(effect.variance_saved), rule.measures()[m].unit});
        }
        text += (s == 1 ? "" : "\n") + table.text();
    }
    return text;
}

std::string ResultTable::compare_json() const {
    Json json = {{"base", header.scenarios.front()},
                 {"alternatives",
                  std::vector<std::string>(header.scenarios.begin() + 1, header.scenarios.end())}};
    json.update(json_head(header));
    json["measures"] = Json::array();
    for (std::size_t m = 0; m < rule.measures().size(); ++m) {
        const HeadlineRule::Measure& measure = rule.measures()[m];
        Json effects = Json::array();
        for (std::size_t s = 1; s < values.size(); ++s) {
            const HeadlineEffect effect = headline_effect(values.front(), values[s], m);
            effects.push_back({{"scenario", header.scenarios[s]},
                               {"difference", effect.difference.mean},
                               {"low", effect.difference.low},
                               {"high", effect.difference.high},
                               {"share_below_zero", effect.difference.share_below_zero},
                               {"likelihood_below_zero", effect.likelihood},
                               {"variance_saved", effect.variance_saved}});
        }
        json["measures"].push_back({{"name", measure.name},
                                    {"unit", measure.unit},
                                    {"base", headline_mean(values.front(), m).mean},
                                    {"effects", std::move(effects)},
                                    {"description", measure.doc}});
    }
    return printed(json);
}

}  // namespace sim
