// SPDX-License-Identifier: Apache-2.0
// The executable counts with all its bytes. Libraries of the system, which round the mathematical
// functions, count with path, size and time of change: enough to notice an update.
#include "sim/checkpoint/build_identity.hpp"

#include <array>

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <link.h>
#include <sys/stat.h>
#include <xxhash.h>

#include "sim/checkpoint/descriptor.hpp"
#include "sim/core/build_info.hpp"

namespace sim {

namespace {

std::uint64_t digest_of(const std::string& text) {
    return XXH3_64bits(text.data(), text.size());
}

std::uint64_t digest_of_executable() {
    const Descriptor file = Descriptor::open_for_reading("/proc/self/exe");
    std::array<std::byte, std::size_t{1} << 18> buffer{};
    std::uint64_t digest = 0;
    const std::uint64_t bytes = file.size();
    for (std::uint64_t at = 0; at < bytes; at += buffer.size()) {
        const std::size_t part = std::min<std::uint64_t>(buffer.size(), bytes - at);
        file.read_at(at, {buffer.data(), part});
        digest = XXH3_64bits_withSeed(buffer.data(), part, digest);
    }
    return digest;
}

int add_library(dl_phdr_info* info, std::size_t, void* list) {
    struct stat status {};
    if (info->dlpi_name != nullptr && ::stat(info->dlpi_name, &status) == 0) {
        *static_cast<std::string*>(list) +=
            fmt::format("{} {} {}.{}\n", info->dlpi_name, status.st_size, status.st_mtim.tv_sec,
                        status.st_mtim.tv_nsec);
    }
    return 0;
}

std::string find_identity() {
    std::string libraries;
    ::dl_iterate_phdr(add_library, &libraries);
    return fmt::format("{} {}{} build {:016x}{:016x}", program_version(), git_commit(),
                       git_dirty() ? "+changes" : "", digest_of_executable(), digest_of(libraries));
}

}  // namespace

const std::string& build_identity() {
    static const std::string identity = find_identity();
    return identity;
}

}  // namespace sim
