// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/comparison_results.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/sweep/comparison/people_shares.hpp"
#include "sim/sweep/effects.hpp"

namespace sim {

namespace {

std::vector<AttributionResult> attributed(RunPlan& plan, const Collector& collector,
                                          const ResultHeader& header) {
    std::vector<AttributionResult> results;
    for (std::size_t s = 1; s <= plan.attributions().size(); ++s) {
        const Attribution& attribution = plan.attributions()[s - 1];
        if (attribution.policies().empty()) {
            continue;
        }
        AttributionResult result{header.scenarios[s], attribution.pairs(), {}};
        for (std::size_t m = 0; m < collector.rule().measures().size(); ++m) {
            result.measures.push_back(
                attribution.result(collector.headline().front(), collector.headline()[s], m));
        }
        results.push_back(std::move(result));
    }
    return results;
}

ResultGroup equal_cost_group(const ComparisonReport& report) {
    ResultGroup group{"equal_cost",
                      "How strengths were rescaled so that alternatives cost the same, found on "
                      "few replicates.",
                      {},
                      {}};
    Dimension scenarios{"scenario", {}, "Alternatives.", {}};
    std::vector<double> factor, target, reached;
    for (const CostMatch& match : report.options.cost_matches) {
        scenarios.labels.push_back(match.scenario);
        factor.push_back(match.factor);
        target.push_back(match.target);
        reached.push_back(match.reached);
    }
    group.dimensions.push_back(std::move(scenarios));
    std::string unit;
    for (const HeadlineRule::Measure& measure : report.rule.measures()) {
        unit = measure.name == report.spec.cost ? measure.unit : unit;
    }
    group.variables = {
        {"factor", "1", "Factor of the strengths.", {"scenario"}, factor, false},
        {"target", unit, "Effect on cost to be reached.", {"scenario"}, target, false},
        {"reached", unit, "Effect on cost that was reached.", {"scenario"}, reached, false}};
    return group;
}

}  // namespace

ComparisonReport report_of(const Job& job, const ResultHeader& header, const ComparisonSpec& spec,
                           const Collector& collector, RunPlan& plan,
                           const PrecisionRule& precision) {
    ComparisonReport report{header, collector.rule(), spec, job.options, collector.people()};
    report.values = collector.headline();
    report.frozen = collector.frozen_headline();
    report.widths = precision.widths(report.values);
    report.attributions = attributed(plan, collector, header);
    std::vector<const Scenario*> scenarios;
    for (const LoadedScenario& loaded : job.scenarios) {
        scenarios.push_back(&loaded.scenario);
    }
    report.evaluation = evaluate(spec, header, collector.values());
    report.spillover = spillover(scenarios, spec, header, collector.values());
    return report;
}

void write_comparison(const ComparisonReport& report, const Collector& collector,
                      const Executor& executor, ResultFile& file) {
    const auto add = [&](std::vector<ResultGroup> groups) {
        for (ResultGroup& group : groups) {
            file.write_group(std::move(group));
        }
    };
    const ResultHeader& header = report.header;
    const auto effects = [&](ValuesOf values_of) {
        return [&executor, &variables = header.variables, values_of = std::move(values_of),
                alternatives = header.scenarios.size() - 1](std::size_t variable) {
            return paired_effects(variables[variable].name, variable, alternatives, values_of,
                                  executor);
        };
    };
    file.write_effects(effects(collector.values()));
    add(headline_groups("effects/headline", header, report.rule, report.values));
    if (!report.people.spec().empty()) {
        file.write_group(people_share_group(header, report.people.spec(), report.people.counts()));
    }
    if (!report.frozen.empty()) {
        const std::string doc =
            fmt::format("Held at the base's course: {}.", fmt::join(report.options.freeze, ", "));
        file.write_effects(effects(collector.frozen_values()), "effects_frozen", doc);
        add(headline_groups("effects_frozen/headline", header, report.rule, report.frozen));
    }
    if (!report.evaluation.empty()) {
        add(evaluation_groups(header, report.evaluation));
    }
    if (report.spillover) {
        add(spillover_groups(header, *report.spillover));
    }
    if (!report.attributions.empty() && !report.rule.measures().empty()) {
        add(attribution_groups(report.rule, report.attributions));
    }
    if (!report.options.cost_matches.empty()) {
        file.write_group(equal_cost_group(report));
    }
}

}  // namespace sim
