// SPDX-License-Identifier: Apache-2.0
#include "sim/checkpoint/state_origin.hpp"

#include <string_view>

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

namespace sim {

namespace {

// The first line in which two texts differ, which names the parameter.
std::string_view first_other_line(std::string_view text, std::string_view other) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < other.size(); ++at) {
        if (at >= text.size() || text[at] != other[at]) {
            break;
        }
        begin = other[at] == '\n' ? at + 1 : begin;
    }
    return other.substr(begin, other.find('\n', begin) - begin);
}

}  // namespace

std::string StateOrigin::key() const {
    // Lengths stand before texts, so that no two origins give the same sequence.
    const std::string all = fmt::format(
        "{}:{} {}:{} {}:{} {}:{} {} {} {}", program.size(), program, model.size(), model,
        scenario.size(), scenario, data_hash.size(), data_hash, seed, replicate, quarter.index());
    const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string StateOrigin::difference(const StateOrigin& other) const {
    const auto differs = [](std::string_view what, const auto& ours, const auto& theirs) {
        return fmt::format("{} is {}, not {}", what, theirs, ours);
    };
    if (other.program != program) {
        return differs("program", program, other.program);
    }
    if (other.model != model) {
        return differs("model", model, other.model);
    }
    if (other.data_hash != data_hash) {
        return differs("data_hash", data_hash, other.data_hash);
    }
    if (other.seed != seed) {
        return differs("seed", seed, other.seed);
    }
    if (other.replicate != replicate) {
        return differs("replicate", replicate, other.replicate);
    }
    if (other.quarter != quarter) {
        return differs("quarter", quarter.text(), other.quarter.text());
    }
    if (other.scenario != scenario) {
        return fmt::format("scenario has '{}'", first_other_line(scenario, other.scenario));
    }
    return {};
}

}  // namespace sim
