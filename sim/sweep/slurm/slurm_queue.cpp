// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/slurm/slurm_queue.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/core/error.hpp"

namespace sim {

namespace {

// A pipe whose reading end is ours.
class Pipe {
  public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
            throw IoError(fmt::format("cannot make a pipe ({})", std::strerror(errno)));
        }
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_writer();
        ::close(ends_[0]);
    }

    int reader() const { return ends_[0]; }
    int writer() const { return ends_[1]; }
    void close_writer() {
        if (ends_[1] >= 0) {
            ::close(std::exchange(ends_[1], -1));
        }
    }

  private:
    std::array<int, 2> ends_{-1, -1};
};

// Both to their ends, so that neither fills up while the other is waited for.
void drain(const Pipe& out, const Pipe& err, CommandResult& result) {
    std::array<pollfd, 2> open{pollfd{out.reader(), POLLIN, 0}, pollfd{err.reader(), POLLIN, 0}};
    const std::array into{&result.out, &result.err};
    int left = 2;
    std::array<char, 4096> buffer{};
    while (left > 0) {
        if (::poll(open.data(), open.size(), -1) < 0 && errno != EINTR) {
            throw IoError(fmt::format("cannot wait for a program ({})", std::strerror(errno)));
        }
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i].fd < 0 || open[i].revents == 0) {
                continue;
            }
            const ssize_t got = ::read(open[i].fd, buffer.data(), buffer.size());
            if (got > 0) {
                into[i]->append(buffer.data(), static_cast<std::size_t>(got));
            } else if (got == 0 || errno != EINTR) {
                open[i].fd = -1;
                --left;
            }
        }
    }
}

std::string joined(const std::vector<std::string>& words, char between) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : std::string(1, between)) + word;
    }
    return text;
}

[[noreturn]] void refuse(const std::string& program, const CommandResult& result) {
    const std::string said = result.err.empty() ? result.out : result.err;
    constexpr int not_found = 127;
    throw IoError(result.code == not_found
                      ? fmt::format("{}: not found; the slurm executor needs Slurm's commands on "
                                    "PATH",
                                    program)
                      : fmt::format("{}: exit code {}: {}", program, result.code,
                                    said.substr(0, said.find_last_not_of('\n') + 1)));
}

}  // namespace

CommandResult run_command(const std::vector<std::string>& words) {
    Pipe out;
    Pipe err;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out.writer(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.writer(), STDERR_FILENO);
    std::vector<std::string> copies = words;
    std::vector<char*> arguments;
    for (std::string& word : copies) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int failed =
        ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    CommandResult result;
    if (failed != 0) {
        result.code = 127;
        return result;
    }
    out.close_writer();
    err.close_writer();
    drain(out, err, result);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    constexpr int killed = 128;
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : killed + WTERMSIG(status);
    return result;
}

std::string submit_job(const std::string& script, const std::vector<std::string>& after) {
    std::vector<std::string> words{"sbatch", "--parsable"};
    if (!after.empty()) {
        words.push_back("--dependency=afterany:" + joined(after, ':'));
    }
    words.push_back(script);
    const CommandResult result = run_command(words);
    const std::string job = result.out.substr(0, result.out.find_first_of(";\n"));
    if (result.code != 0 || job.empty()) {
        refuse("sbatch", result);
    }
    return job;
}

std::vector<std::string> jobs_alive(const std::vector<std::string>& jobs) {
    // All of this user's jobs: asking for one that is long gone is an error.
    const CommandResult result = run_command({"squeue", "--me", "-h", "-o", "%F"});
    if (result.code != 0) {
        refuse("squeue", result);
    }
    std::vector<std::string> alive;
    for (const std::string& job : jobs) {
        if (('\n' + result.out).find('\n' + job + '\n') != std::string::npos) {
            alive.push_back(job);
        }
    }
    return alive;
}

void cancel_jobs(const std::vector<std::string>& jobs) {
    std::vector<std::string> words{"scancel"};
    words.insert(words.end(), jobs.begin(), jobs.end());
    const CommandResult result = run_command(words);
    if (result.code != 0) {
        refuse("scancel", result);
    }
}

}  // namespace sim
