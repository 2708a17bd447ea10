// SPDX-License-Identifier: Apache-2.0
// tandem compare BASE.yaml ALT.yaml…: replicate r of every scenario has the same random numbers, so
// differences are paired.
#include "sim/cli/job.hpp"

namespace sim {

ExitCode compare_verb(const Arguments& arguments, const Session& session) {
    return do_job(load_job(arguments, session), arguments, session);
}

}  // namespace sim
