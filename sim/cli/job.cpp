// SPDX-License-Identifier: Apache-2.0
// Makes jobs and says what they would do; execute.cpp computes them.
#include "sim/cli/job.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/cli/output_path.hpp"
#include "sim/cli/preview.hpp"
#include "sim/core/error.hpp"
#include "sim/sweep/comparison/precision.hpp"
#include "sim/sweep/comparison/run_plan.hpp"
#include "sim/sweep/pilot_plan.hpp"
#include "sim/sweep/result_header.hpp"

namespace sim {

namespace {

// Stems, or where two files have the same stem, stems with a number behind.
std::vector<std::string> labels_of(const std::vector<std::string>& files) {
    std::vector<std::string> labels;
    for (const std::string& file : files) {
        const std::string stem = stem_of(file);
        std::string label = stem;
        for (int number = 2; std::find(labels.begin(), labels.end(), label) != labels.end();
             ++number) {
            label = fmt::format("{}_{}", stem, number);
        }
        labels.push_back(std::move(label));
    }
    return labels;
}

// Adds a problem where an alternative differs from the base in what a comparison needs to share.
class LikenessCheck {
  public:
    LikenessCheck(const LoadedScenario& base, const LoadedScenario& alternative, Problems& problems)
        : base_(base), alternative_(alternative), problems_(problems) {}

    void equal(std::string_view what, const std::string& base, const std::string& alternative) {
        if (base != alternative) {
            problems_.add(
                {{alternative_.file, 0, 0},
                 fmt::format("{} is {}, but {} in {}", what, alternative, base, base_.file),
                 fmt::format("the scenarios of a comparison share their {}", what),
                 {}});
        }
    }

  private:
    const LoadedScenario& base_;
    const LoadedScenario& alternative_;
    Problems& problems_;
};

void check_alike(const LoadedScenario& base, const LoadedScenario& alternative,
                 Problems& problems) {
    LikenessCheck check(base, alternative, problems);
    const Scenario& a = base.scenario;
    const Scenario& b = alternative.scenario;
    const auto outputs = [](const Scenario& s) {
        return fmt::format("'{}'{}{}", fmt::join(s.output.only, ", "),
                           s.output.spin_up ? " with spin-up" : "",
                           s.output.ledger ? "" : " without ledger");
    };
    check.equal("model", a.model, b.model);
    const auto dimensions = [](const LoadedScenario& loaded) {
        std::vector<std::string> sizes;
        for (const Dimension& dimension : loaded.model->dimensions()) {
            sizes.push_back(fmt::format("{} {}", dimension.labels.size(), dimension.name));
        }
        return fmt::format("{}", fmt::join(sizes, ", "));
    };
    if (a.model == b.model) {
        check.equal("dimensions", dimensions(base), dimensions(alternative));
    }
    check.equal("data", base.data_hash, alternative.data_hash);
    check.equal("seed", std::to_string(a.seed), std::to_string(b.seed));
    check.equal("time.start", a.start.text(), b.start.text());
    check.equal("time.end", a.end.text(), b.end.text());
    check.equal("time.spin_up_years", std::to_string(a.spin_up_years),
                std::to_string(b.spin_up_years));
    check.equal("scale", fmt::format("1:{}", a.scale), fmt::format("1:{}", b.scale));
    check.equal("replicates", std::to_string(a.replicates), std::to_string(b.replicates));
    check.equal("list of outputs", outputs(a), outputs(b));
    check.equal("output.panel", fmt::format("{}", a.output.panel),
                fmt::format("{}", b.output.panel));
}

// Refuses what is asked for beside outcomes and effects but cannot be told.
void check_analysis(const Job& job) {
    const LoadedScenario& base = job.scenarios.front();
    const HeadlineRule rule(variables_of(base), base.model->dimensions());
    static_cast<void>(PrecisionRule(job.options.until_precise, rule, base.model->comparison()));
    static_cast<void>(RunPlan(job.pointers(), job.options));
}

}  // namespace

std::vector<const LoadedScenario*> Job::pointers() const {
    std::vector<const LoadedScenario*> list;
    for (const LoadedScenario& loaded : scenarios) {
        list.push_back(&loaded);
    }
    return list;
}

std::size_t Job::replicates() const {
    std::size_t number = 0;
    for (const LoadedScenario& loaded : scenarios) {
        number += static_cast<std::size_t>(loaded.scenario.replicates);
    }
    return number;
}

std::size_t Job::quarters() const {
    std::size_t number = 0;
    for (const LoadedScenario& loaded : scenarios) {
        number += static_cast<std::size_t>(loaded.scenario.replicates) *
                  static_cast<std::size_t>(loaded.scenario.quarters());
    }
    return number;
}

Job load_job(const Arguments& arguments, const Session& session) {
    Job job;
    job.command = std::string(arguments.verb->name);
    job.labels = labels_of(arguments.operands);
    job.options = arguments.comparison;
    Overrides overrides = arguments.overrides;
    if (!job.options.until_precise.empty() && !overrides.replicates) {
        overrides.replicates = PrecisionRule::default_most;
    }
    Problems problems;
    for (const std::string& file : arguments.operands) {
        try {
            job.scenarios.push_back(
                load_scenario(file, session.models, overrides, session.shipped_data));
        } catch (const UserError& error) {
            for (const Problem& problem : error.problems()) {
                problems.add(problem);
            }
        }
    }
    problems.throw_if_any();
    for (std::size_t i = 1; i < job.scenarios.size(); ++i) {
        check_alike(job.scenarios.front(), job.scenarios[i], problems);
    }
    problems.throw_if_any();
    job.out = arguments.out.empty() ? default_output(job.labels) : arguments.out;
    if (job.command == "compare") {
        add_roll_outs(job.scenarios, job.labels, session.models, session.shipped_data);
    }
    return job;
}

Job job_of_result(const std::string& path, const ResultSummary& summary, const Arguments& arguments,
                  const Session& session) {
    Job job;
    job.command = summary.header.command;
    job.labels = summary.header.scenarios;
    job.out = path;
    job.options = ComparisonOptions::of_text(summary.header.analysis);
    Overrides overrides;
    overrides.checkpoint_every = arguments.overrides.checkpoint_every;
    if (summary.status ==
        "complete") {  // that were enough; the scenario says how many were the most
        overrides.replicates = summary.header.replicates;
    }
    for (const std::string& text : scenario_texts(summary.header.scenario_text)) {
        job.scenarios.push_back(
            load_scenario_text(text, path, session.models, overrides, session.shipped_data));
    }
    require(job.scenarios.size() == job.labels.size(),
            fmt::format("{}: holds {} scenarios, but labels of {}", path, job.scenarios.size(),
                        job.labels.size()));
    return job;
}

ExitCode do_job(Job job, const Arguments& arguments, const Session& session) {
    if (arguments.print_config) {
        session.console.data(result_header(job.command, job.pointers(), job.labels).scenario_text);
        return ExitCode::done;
    }
    check_output(job.out, arguments.force ? Replace::allowed : Replace::never);
    check_state_cache(arguments.state_cache);
    check_analysis(job);
    if (arguments.dry_run) {
        session.console.data(preview(job, arguments, session.models));
        return ExitCode::done;
    }
    return execute(std::move(job), arguments, session);
}

}  // namespace sim
