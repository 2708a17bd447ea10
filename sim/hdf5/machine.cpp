// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/machine.hpp"

#include <chrono>
#include <fstream>
#include <thread>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/utsname.h>

namespace sim {

namespace {

std::string processor() {
    std::ifstream list("/proc/cpuinfo");
    std::string line;
    while (std::getline(list, line)) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) {
            return line.substr(colon + 2);
        }
    }
    return "unknown processor";
}

}  // namespace

std::string machine_description() {
    utsname system{};
    const bool known = uname(&system) == 0;
    return fmt::format("{}, {} threads, {}", processor(), std::thread::hardware_concurrency(),
                       known
                           ? fmt::format("{} {} {}", system.sysname, system.release, system.machine)
                           : "unknown system");
}

std::string utc_time() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

}  // namespace sim
