// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/result_tables.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/cli/show/text_table.hpp"
#include "sim/sweep/estimate.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

Estimate mean_of(const std::vector<HeadlineValues>& replicates, std::size_t measure) {
    std::vector<double> draws;
    for (const HeadlineValues& values : replicates) {
        draws.push_back(values[measure]);
    }
    return estimate(draws);
}

Estimate difference_of(const std::vector<HeadlineValues>& base,
                       const std::vector<HeadlineValues>& alternative, std::size_t measure) {
    std::vector<double> draws;
    for (std::size_t r = 0; r < base.size(); ++r) {
        draws.push_back(alternative[r][measure] - base[r][measure]);
    }
    return estimate(draws);
}

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

std::string caption(const ResultHeader& header, const HeadlineRule& rule) {
    const auto& measures = rule.measures();
    const bool has_counts =
        std::any_of(measures.begin(), measures.end(),
                    [](const HeadlineRule::Measure& m) { return m.pooling.is_count; });
    return fmt::format("{} to {}, {} replicate{}{}{}\n", first_pooled(header).text(),
                       header.times.back().text(), header.replicates,
                       header.replicates == 1 ? "" : "s", pooled_text(header),
                       has_counts ? "; counts: mean of the quarters" : "");
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

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string ResultTable::run_text() const {
    TextTable table({{"measure"}, {"mean", Align::right}, {"95 % interval"}, {"unit"}});
    for (std::size_t m = 0; m < rule.measures().size(); ++m) {
        const Estimate mean = mean_of(values.front(), m);
        table.add({rule.measures()[m].name, people_number(mean.mean),
                   people_interval(mean.low, mean.high), rule.measures()[m].unit});
    }
    return fmt::format("{}: {}{}", header.scenarios.front(), caption(header, rule), table.text());
}

std::string ResultTable::run_json() const {
    Json json = {{"scenario", header.scenarios.front()}};
    json.update(json_head(header));
    json["measures"] = Json::array();
    for (std::size_t m = 0; m < rule.measures().size(); ++m) {
        const HeadlineRule::Measure& measure = rule.measures()[m];
        const Estimate mean = mean_of(values.front(), m);
        json["measures"].push_back({{"name", measure.name},
                                    {"unit", measure.unit},
                                    {"mean", mean.mean},
                                    {"low", mean.low},
                                    {"high", mean.high},
                                    {"description", measure.doc}});
    }
    return dumped(json);
}

std::string ResultTable::compare_text() const {
    std::string text =
        fmt::format("Differences from {}: {}", header.scenarios.front(), caption(header, rule));
    for (std::size_t s = 1; s < values.size(); ++s) {
        TextTable table({{"measure"},
                         {header.scenarios.front(), Align::right},
                         {header.scenarios[s] + " − " + header.scenarios.front(), Align::right},
                         {"95 % interval"},
                         {"below 0", Align::right},
                         {"unit"}});
        for (std::size_t m = 0; m < rule.measures().size(); ++m) {
            const Estimate base = mean_of(values.front(), m);
            const Estimate effect = difference_of(values.front(), values[s], m);
            table.add({rule.measures()[m].name, people_number(base.mean),
                       (effect.mean > 0.0 ? "+" : "") + people_number(effect.mean),
                       people_interval(effect.low, effect.high),
                       effect.draws == 0 ? people_number(effect.share_below_zero)
                                         : fmt::format("{:.0f} %", effect.share_below_zero * 100.0),
                       rule.measures()[m].unit});
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
            const Estimate effect = difference_of(values.front(), values[s], m);
            effects.push_back({{"scenario", header.scenarios[s]},
                               {"difference", effect.mean},
                               {"low", effect.low},
                               {"high", effect.high},
                               {"share_below_zero", effect.share_below_zero}});
        }
        json["measures"].push_back({{"name", measure.name},
                                    {"unit", measure.unit},
                                    {"base", mean_of(values.front(), m).mean},
                                    {"effects", std::move(effects)},
                                    {"description", measure.doc}});
    }
    return dumped(json);
}

}  // namespace sim
