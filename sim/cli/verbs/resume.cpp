// SPDX-License-Identifier: Apache-2.0
// tandem resume FILE.h5: without a checkpoint the whole job is run again, in place, from the
// scenario inside the file; nothing computed before is kept, so the result is of one piece.
#include <fmt/format.h>

#include "sim/cli/job.hpp"
#include "sim/cli/output_path.hpp"
#include "sim/core/build_info.hpp"

namespace sim {

ExitCode resume_verb(const Arguments& arguments, const Session& session) {
    const std::string& path = arguments.operands.front();
    const ResultSummary summary = read_result(path);
    if (summary.status == "complete") {
        session.console.note(fmt::format("{}: is complete, nothing to do", path));
        return ExitCode::done;
    }
    Job job = job_of_result(path, summary, session);
    if (job.scenarios.front().data_hash != summary.header.data_hash) {
        session.console.error(fmt::format(
            "{}: was begun with other data (data_hash {} in the file, {} now); not resumed", path,
            summary.header.data_hash, job.scenarios.front().data_hash));
        return ExitCode::check_failed;
    }
    if (summary.program_version != program_version()) {
        session.console.note(fmt::format("{}: was begun with version {}; runs again with {}", path,
                                         summary.program_version, program_version()));
    }
    check_output(path, Replace::allowed);
    check_state_cache(arguments.state_cache);
    return execute(std::move(job), arguments, session);
}

}  // namespace sim
