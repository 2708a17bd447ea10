// SPDX-License-Identifier: Apache-2.0
// A market in which applicants name options in order of liking and options with seats rank them.
// Lists are flat: applicant a names list_options[list_offsets[a] .. list_offsets[a + 1]), best
// first. Priority at an option: higher score, then lower lottery number, then lower applicant
// number. With distinct lottery numbers no result of this folder depends on the order of the
// applicants.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace sim {

// Stands for an option in results: no seat.
inline constexpr std::uint32_t unassigned = std::numeric_limits<std::uint32_t>::max();

// What a score belongs to: `entry` lets each option rank by its own rule, `applicant` is one exam.
enum class ScoreBy { entry, applicant };

// Only views: the caller keeps the arrays alive. An option that must not admit an applicant is left
// off that applicant's list; quota groups are options of their own.
struct ApplicationMarket {
    std::span<const std::uint32_t> list_offsets;  // applicants + 1 numbers, from 0, never falling
    std::span<const std::uint32_t> list_options;
    std::span<const std::uint32_t> capacity;  // seats by option
    std::span<const float> score;             // by list entry or by applicant; never NaN
    std::span<const std::uint64_t> lottery;   // by applicant
    ScoreBy score_by = ScoreBy::entry;

    std::uint32_t applicants() const {
        return list_offsets.empty() ? 0 : static_cast<std::uint32_t>(list_offsets.size() - 1);
    }
    std::uint32_t options() const { return static_cast<std::uint32_t>(capacity.size()); }
    float score_of(std::uint32_t applicant, std::uint32_t entry) const {
        return score[score_by == ScoreBy::entry ? entry : applicant];
    }
};

// An applicant at an option's door.
struct Claim {
    float score;
    std::uint32_t applicant;
};

// Strict total order of claims: whether the left one goes first.
struct ClaimOrder {
    std::span<const std::uint64_t> lottery;

    bool operator()(const Claim& left, const Claim& right) const {
        if (left.score != right.score) {
            return left.score > right.score;
        }
        const std::uint64_t left_lot = lottery[left.applicant];
        const std::uint64_t right_lot = lottery[right.applicant];
        return left_lot != right_lot ? left_lot < right_lot : left.applicant < right.applicant;
    }
};

// Breaks a contract unless the arrays fit together, in one pass over them.
void check_market(const ApplicationMarket& market);

}  // namespace sim
