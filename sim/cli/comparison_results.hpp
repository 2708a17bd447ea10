// SPDX-License-Identifier: Apache-2.0
// What a finished comparison says, and how it stands in the result file.
#pragma once

#include "sim/cli/collector.hpp"
#include "sim/cli/job.hpp"
#include "sim/cli/show/comparison_report.hpp"
#include "sim/sweep/comparison/precision.hpp"

namespace sim {

ComparisonReport report_of(const Job& job, const ResultHeader& header, const ComparisonSpec& spec,
                           const Collector& collector, RunPlan& plan,
                           const PrecisionRule& precision);

// Into groups of the file, before it is finished.
// All of them must live until the file is finished.
void write_comparison(const ComparisonReport& report, const Collector& collector,
                      const Executor& executor, ResultFile& file);

}  // namespace sim
