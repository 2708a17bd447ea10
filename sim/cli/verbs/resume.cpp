// SPDX-License-Identifier: Apache-2.0
// tandem resume FILE.h5: runs what is missing from the scenario inside the file. Replicates that
// the file holds are kept, those with a checkpoint go on from it, the others begin anew. What
// another build of the program computed is not kept, so the result is of one piece.
#include <fmt/format.h>

#include "sim/checkpoint/build_identity.hpp"
#include "sim/checkpoint/checkpoints.hpp"
#include "sim/cli/job.hpp"
#include "sim/cli/output_path.hpp"

namespace sim {

ExitCode resume_verb(const Arguments& arguments, const Session& session) {
    const std::string& path = arguments.operands.front();
    const ResultSummary summary = read_result(path);
    if (summary.status == "complete") {
        Checkpoints(checkpoint_prefix(path), {}).remove_all();  // of a process that died just then
        session.console.note(fmt::format("{}: is complete, nothing to do", path));
        return ExitCode::done;
    }
    Job job = job_of_result(path, summary, arguments, session);
    if (job.scenarios.front().data_hash != summary.header.data_hash) {
        session.console.error(fmt::format(
            "{}: was begun with other data (data_hash {} in the file, {} now); not resumed", path,
            summary.header.data_hash, job.scenarios.front().data_hash));
        return ExitCode::check_failed;
    }
    job.begin = JobBegin::resumed;
    if (summary.header.build != build_identity()) {
        job.begin = JobBegin::rerun;
        session.console.note(fmt::format(
            "{}: was begun by another program ({}); every replicate is run again with this one "
            "({})",
            path, summary.header.build.empty() ? summary.program_version : summary.header.build,
            build_identity()));
    }
    check_output(path, Replace::allowed);
    check_state_cache(arguments.state_cache);
    return execute(std::move(job), arguments, session);
}

}  // namespace sim
