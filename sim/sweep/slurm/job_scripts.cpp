// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/slurm/job_scripts.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

// Slurm looks at limits every half minute, so a warning may come that much too late.
constexpr int warning_seconds = 90;

std::string log_path(const SlurmRequest& request, const char* pattern) {
    return (fs::path(request.folder) / "slurm" / pattern).string();
}

std::string command(const SlurmRequest& request) {
    std::string text = fmt::format("{} sweep {} -o {} -q", shell_word(request.program),
                                   shell_word(request.experiment), shell_word(request.folder));
    for (const std::string& option : request.options) {
        text += ' ' + shell_word(option);
    }
    return text;
}

std::string job_name(const SlurmRequest& request) {
    return "tandem-" + fs::path(request.experiment).stem().string();
}

}  // namespace

std::string shell_word(const std::string& text) {
    std::string word = "'";
    for (const char letter : text) {
        if (letter == '\'') {
            word += "'\\''";
        } else {
            word += letter;
        }
    }
    return word + '\'';
}

std::string array_script(const SlurmRequest& request) {
    SIM_EXPECT(request.tasks > 0 && request.threads > 0);
    std::string text = fmt::format(
        "#!/bin/bash\n"
        "#SBATCH --job-name={}\n"
        "#SBATCH --array=1-{}\n"
        "#SBATCH --cpus-per-task={}\n"
        "#SBATCH --requeue\n"
        "#SBATCH --open-mode=append\n"
        "#SBATCH --output={}\n",
        shell_word(job_name(request)), request.tasks, request.threads,
        shell_word(log_path(request, "%A_%a.log")));
    if (request.time_limit) {
        const int minutes = std::max(1, static_cast<int>(std::ceil(*request.time_limit / 60.0)));
        text += fmt::format("#SBATCH --time={}\n#SBATCH --signal=B:USR1@{}\n", minutes,
                            warning_seconds);
    }
    text += fmt::format(
        "# A shell handles a signal only between commands, so the program runs beside it.\n"
        "warned=no\n"
        "trap 'warned=yes; kill -TERM \"$program\"' USR1\n"
        "trap 'kill -TERM \"$program\"' TERM\n"
        "{} --resume --shard \"$SLURM_ARRAY_TASK_ID/{}\" -j {} &\n"
        "program=$!\n"
        "wait \"$program\"\n"
        "code=$?\n"
        "while kill -0 \"$program\" 2>/dev/null; do\n"
        "    wait \"$program\"\n"
        "    code=$?\n"
        "done\n"
        "if [ \"$code\" = 5 ] && [ \"$warned\" = yes ]; then\n"
        "    scontrol requeue \"${{SLURM_ARRAY_JOB_ID}}_${{SLURM_ARRAY_TASK_ID}}\"\n"
        "fi\n"
        "exit \"$code\"\n",
        command(request), request.tasks, request.threads);
    return text;
}

std::string collect_script(const SlurmRequest& request) {
    return fmt::format(
        "#!/bin/bash\n"
        "#SBATCH --job-name={}\n"
        "#SBATCH --output={}\n"
        "exec {} --collect{}\n",
        shell_word(job_name(request) + "-collect"), shell_word(log_path(request, "%j.log")),
        command(request), request.collect == Collect::by_copy ? " --pack" : "");
}

}  // namespace sim
