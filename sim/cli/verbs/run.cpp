// SPDX-License-Identifier: Apache-2.0
// tandem run SCENARIO.yaml
#include "sim/cli/job.hpp"

namespace sim {

ExitCode run_verb(const Arguments& arguments, const Session& session) {
    return do_job(load_job(arguments, session), arguments, session);
}

}  // namespace sim
