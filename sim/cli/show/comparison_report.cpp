// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/comparison_report.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/cli/show/json_text.hpp"
#include "sim/cli/show/text_table.hpp"

namespace sim {

namespace {

struct ShownColumn {
    std::string title;
    std::size_t measure;
};

// Those that the model names and the run recorded; every headline measure if it names none.
std::vector<ShownColumn> columns_of(const ComparisonReport& report) {
    const auto& measures = report.rule.measures();
    std::vector<ShownColumn> columns;
    for (const ComparisonColumn& column : report.spec.columns) {
        const auto found = std::find_if(measures.begin(), measures.end(),
                                        [&](const auto& m) { return m.name == column.measure; });
        if (found != measures.end()) {
            columns.push_back({column.title, static_cast<std::size_t>(found - measures.begin())});
        }
    }
    for (std::size_t m = 0; report.spec.columns.empty() && m < measures.size(); ++m) {
        columns.push_back({measures[m].name, m});
    }
    return columns;
}

// "+0.012 ± 0.003"; the interval is symmetric.
std::string with_half_width(const Estimate& estimate) {
    if (estimate.draws == 0) {
        return people_number(estimate.mean);
    }
    const double half = (estimate.high - estimate.low) / 2.0;
    return people_effect(estimate.mean) + (std::isnan(half) ? "" : " ± " + people_number(half));
}

// Two lines for each alternative: effects, and what they are likely to be.
std::string wide_table(const ComparisonReport& report, const HeadlineTable& values) {
    const std::vector<ShownColumn> columns = columns_of(report);
    const auto unit_of = [&](const ShownColumn& c) {
        return report.rule.measures()[c.measure].unit;
    };
    std::vector<TextTable::Head> heads{{"scenario"}};
    std::vector<std::string> units{""};
    std::vector<std::string> base{report.header.scenarios.front()};
    for (const ShownColumn& column : columns) {
        heads.push_back({column.title});
        units.push_back(unit_of(column));
        base.push_back(people_number(headline_mean(values.front(), column.measure).mean));
    }
    TextTable table(std::move(heads));
    table.add(std::move(units));
    table.add(std::move(base));
    for (std::size_t s = 1; s < values.size(); ++s) {
        std::vector<std::string> effects{report.header.scenarios[s]};
        std::vector<std::string> words{""};
        for (const ShownColumn& column : columns) {
            const HeadlineEffect effect =
                headline_effect(values.front(), values[s], column.measure);
            effects.push_back(with_half_width(effect.difference));
            words.emplace_back(effect.likelihood);
        }
        table.add(std::move(effects));
        if (std::any_of(words.begin(), words.end(),
                        [](const auto& word) { return !word.empty(); })) {
            table.add(std::move(words));
        }
    }
    return table.text();
}

std::string legend(const ComparisonReport& report) {
    std::string text;
    for (const ShownColumn& column : columns_of(report)) {
        text += fmt::format("{}: {}\n", column.title, report.rule.measures()[column.measure].doc);
    }
    return text;
}

std::string attribution_text(const ComparisonReport& report, const AttributionResult& result) {
    std::string text;
    for (const ShownColumn& column : columns_of(report)) {
        const MeasureAttribution& measure = result.measures[column.measure];
        text += fmt::format("\n{}, {}: {} {} in all\n", result.scenario, column.title,
                            with_half_width(measure.bundle),
                            report.rule.measures()[column.measure].unit);
        TextTable table({{"policy"},
                         {"one in", Align::right},
                         {"one out", Align::right},
                         {"Shapley share", Align::right},
                         {"error of orders", Align::right}});
        for (const PolicyShare& share : measure.policies) {
            table.add({share.policy, with_half_width(share.one_in), with_half_width(share.one_out),
                       with_half_width(share.shapley),
                       result.pairs == 0 ? "none" : people_number(share.sampling_error)});
        }
        text += table.text();
    }
    return text;
}

std::string attributions_text(const ComparisonReport& report) {
    std::string text =
        "\nAttribution: each policy alone, the bundle less the bundle without it, and Shapley "
        "shares, which add up; ± half of the 95 % interval\n";
    for (const AttributionResult& result : report.attributions) {
        if (result.pairs > 0) {
            text += fmt::format("{}: {} orders drawn in each replicate\n", result.scenario,
                                2 * result.pairs);
        }
        text += attribution_text(report, result);
    }
    return text;
}

std::string evaluation_text(const ComparisonReport& report) {
    std::string text =
        "\nEvaluation: against the base, with 95 % intervals; no ratio where the change that it "
        "is taken to is not surely above zero\n";
    std::vector<TextTable::Head> heads{{"measure"}};
    for (std::size_t s = 1; s < report.header.scenarios.size(); ++s) {
        heads.push_back({report.header.scenarios[s], Align::right});
    }
    heads.push_back({"unit"});
    TextTable table(std::move(heads));
    for (const EvaluatedChange& change : report.evaluation) {
        std::vector<std::string> cells{change.measure->name};
        for (const Estimate& effect : change.effects) {
            const bool has_interval = effect.draws > 0 && !std::isnan(effect.low);
            cells.push_back(effect.draws == 0 ? "no ratio"
                            : !has_interval
                                ? people_number(effect.mean)
                                : fmt::format("{} ({} to {})", people_number(effect.mean),
                                              people_number(effect.low),
                                              people_number(effect.high)));
        }
        cells.push_back(change.measure->unit);
        table.add(std::move(cells));
    }
    return text + table.text();
}

std::string spillover_text(const ComparisonReport& report) {
    const Spillover& spillover = *report.spillover;
    std::string text = fmt::format(
        "\nSpillover: effects outside the places of the policies, by {}; ± half of the 95 % "
        "interval\n",
        report.spec.dimension);
    std::vector<TextTable::Head> heads{{"measure"}};
    std::vector<std::size_t> shown;
    for (std::size_t s = 0; s < spillover.untouched.size(); ++s) {
        if (!spillover.untouched[s].empty()) {
            shown.push_back(s);
            heads.push_back({fmt::format("{} ({} untouched)", report.header.scenarios[s + 1],
                                         spillover.untouched[s].size()),
                             Align::right});
        }
    }
    heads.push_back({"unit"});
    TextTable table(std::move(heads));
    for (const SpilloverMeasure& measure : spillover.measures) {
        std::vector<std::string> cells{measure.name};
        for (const std::size_t s : shown) {
            cells.push_back(with_half_width(measure.effects[s]));
        }
        cells.push_back(measure.unit);
        table.add(std::move(cells));
    }
    return text + table.text();
}

std::string equal_cost_text(const ComparisonReport& report) {
    const std::vector<CostMatch>& matches = report.options.cost_matches;
    std::string text = fmt::format(
        "\nEqual cost: strengths rescaled so that {} changes by {} (mean of {} replicate{})\n",
        report.spec.cost, people_effect(matches.front().target), matches.front().replicates,
        matches.front().replicates == 1 ? "" : "s");
    TextTable table({{"scenario"},
                     {"factor", Align::right},
                     {"cost reached", Align::right},
                     {"off by", Align::right},
                     {"trials", Align::right}});
    for (const CostMatch& match : matches) {
        table.add({match.scenario, people_number(match.factor), people_effect(match.reached),
                   fmt::format("{:.1f} %", 100.0 * std::abs(match.reached / match.target - 1.0)),
                   std::to_string(match.trials)});
    }
    return text + table.text();
}

Json attributions_json(const ComparisonReport& report) {
    Json list = Json::array();
    for (const AttributionResult& result : report.attributions) {
        Json measures = Json::array();
        for (std::size_t m = 0; m < result.measures.size(); ++m) {
            Json policies = Json::array();
            for (const PolicyShare& share : result.measures[m].policies) {
                policies.push_back({{"policy", share.policy},
                                    {"one_in", json_of(share.one_in)},
                                    {"one_out", json_of(share.one_out)},
                                    {"shapley", json_of(share.shapley)},
                                    {"sampling_error", share.sampling_error}});
            }
            measures.push_back({{"name", report.rule.measures()[m].name},
                                {"bundle", json_of(result.measures[m].bundle)},
                                {"policies", std::move(policies)}});
        }
        list.push_back({{"scenario", result.scenario},
                        {"orders", 2 * result.pairs},
                        {"measures", std::move(measures)}});
    }
    return list;
}

Json spillover_json(const ComparisonReport& report) {
    Json list = Json::array();
    for (std::size_t s = 0; s < report.spillover->untouched.size(); ++s) {
        if (report.spillover->untouched[s].empty()) {
            continue;
        }
        Json measures = Json::array();
        for (const SpilloverMeasure& measure : report.spillover->measures) {
            Json row = {{"name", measure.name}, {"unit", measure.unit}};
            row.update(json_of(measure.effects[s]));
            measures.push_back(std::move(row));
        }
        list.push_back({{"scenario", report.header.scenarios[s + 1]},
                        {"untouched", report.spillover->untouched[s]},
                        {"measures", std::move(measures)}});
    }
    return list;
}

Json evaluation_json(const ComparisonReport& report) {
    Json list = Json::array();
    for (const EvaluatedChange& change : report.evaluation) {
        Json effects = Json::array();
        for (std::size_t s = 0; s < change.effects.size(); ++s) {
            const Estimate& effect = change.effects[s];
            effects.push_back({{"scenario", report.header.scenarios[s + 1]},
                               {"difference", effect.mean},
                               {"low", effect.low},
                               {"high", effect.high},
                               {"share_below_zero", effect.share_below_zero}});
        }
        list.push_back({{"name", change.measure->name},
                        {"unit", change.measure->unit},
                        {"description", change.measure->doc},
                        {"effects", std::move(effects)}});
    }
    return list;
}

Json equal_cost_json(const ComparisonReport& report) {
    Json list = Json::array();
    for (const CostMatch& match : report.options.cost_matches) {
        list.push_back({{"scenario", match.scenario},
                        {"factor", match.factor},
                        {"target", match.target},
                        {"reached", match.reached},
                        {"replicates", match.replicates},
                        {"trials", match.trials}});
    }
    return list;
}

// In a sentence; empty if nothing was asked.
std::string precision_text(const std::vector<PrecisionRule::Width>& widths,
                           const std::vector<std::string>& scenarios, int replicates) {
    if (widths.empty()) {
        return {};
    }
    std::string missed;
    for (const PrecisionRule::Width& width : widths) {
        if (!width.is_met()) {
            missed +=
                fmt::format("  {}, {}: ± {}, not {}\n", scenarios[width.scenario], width.measure,
                            people_number(width.half_width), people_number(width.target));
        }
    }
    return missed.empty()
               ? fmt::format("Precise enough after {} replicates\n", replicates)
               : fmt::format("Not precise enough after {} replicates, which were the most:\n{}",
                             replicates, missed);
}

Json precision_json(const std::vector<PrecisionRule::Width>& widths,
                    const std::vector<std::string>& scenarios, int replicates) {
    Json list = Json::array();
    bool met = true;
    for (const PrecisionRule::Width& width : widths) {
        met = met && width.is_met();
        list.push_back({{"scenario", scenarios[width.scenario]},
                        {"measure", width.measure},
                        {"half_width", width.half_width},
                        {"target", width.target}});
    }
    return {{"replicates", replicates}, {"reached", met}, {"widths", std::move(list)}};
}

}  // namespace

std::string ComparisonReport::text(Verbosity verbosity) const {
    const ResultTable table{header, rule, values};
    std::string text =
        fmt::format("Differences from {}: {}", header.scenarios.front(), table.caption());
    text += "± half of the 95 % interval; below it how likely a draw is to lie below zero\n";
    text += wide_table(*this, values) + legend(*this);
    if (values.size() <= few + 1 || verbosity == Verbosity::verbose) {
        text += '\n' + table.compare_text();
    }
    if (!people.spec().empty()) {
        text += PeopleTable{header.scenarios, people.spec(), people.counts()}.text();
    }
    if (!frozen.empty()) {
        text += fmt::format("\nThe same with {} held at the course of the base\n",
                            fmt::join(options.freeze, ", "));
        text += wide_table(*this, frozen);
    }
    if (!evaluation.empty()) {
        text += evaluation_text(*this);
    }
    if (spillover) {
        text += spillover_text(*this);
    }
    if (!attributions.empty()) {
        text += attributions_text(*this);
    }
    if (!options.cost_matches.empty()) {
        text += equal_cost_text(*this);
    }
    const std::string precision = precision_text(widths, header.scenarios, header.replicates);
    return text + (precision.empty() ? "" : '\n' + precision);
}

std::string ComparisonReport::json() const {
    Json json = Json::parse(ResultTable{header, rule, values}.compare_json());
    json["columns"] = Json::array();
    for (const ShownColumn& column : columns_of(*this)) {
        json["columns"].push_back(
            {{"title", column.title}, {"measure", rule.measures()[column.measure].name}});
    }
    if (!people.spec().empty()) {
        json["people"] =
            Json::parse(PeopleTable{header.scenarios, people.spec(), people.counts()}.json());
    }
    if (!frozen.empty()) {
        json["frozen"] = {
            {"feedbacks", options.freeze},
            {"measures",
             Json::parse(ResultTable{header, rule, frozen}.compare_json())["measures"]}};
    }
    if (!evaluation.empty()) {
        json["evaluation"] = evaluation_json(*this);
    }
    if (spillover) {
        json["spillover"] = spillover_json(*this);
    }
    if (!attributions.empty()) {
        json["attribution"] = attributions_json(*this);
    }
    if (!options.cost_matches.empty()) {
        json["equal_cost"] = equal_cost_json(*this);
    }
    if (!widths.empty()) {
        json["precision"] = precision_json(widths, header.scenarios, header.replicates);
    }
    return printed(json);
}

std::string run_text(const ResultTable& table, const std::vector<PrecisionRule::Width>& widths) {
    return table.run_text() +
           precision_text(widths, table.header.scenarios, table.header.replicates);
}

std::string run_json(const ResultTable& table, const std::vector<PrecisionRule::Width>& widths) {
    Json json = Json::parse(table.run_json());
    if (!widths.empty()) {
        json["precision"] = precision_json(widths, table.header.scenarios, table.header.replicates);
    }
    return printed(json);
}

}  // namespace sim
