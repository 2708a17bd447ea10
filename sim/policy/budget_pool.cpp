// SPDX-License-Identifier: Apache-2.0
#include "sim/policy/budget_pool.hpp"

#include <algorithm>
#include <numeric>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

__extension__ using Wide = __int128;

// a · b ÷ c rounded down, and what the rounding leaves, in units of 1 ÷ c.
struct Part {
    std::int64_t whole;
    std::int64_t rest;
};
Part part_of(std::int64_t a, std::int64_t b, std::int64_t c) {
    const Wide product = static_cast<Wide>(a) * b;
    return {static_cast<std::int64_t>(product / c), static_cast<std::int64_t>(product % c)};
}

}  // namespace

BudgetPool::BudgetPool(std::vector<Budget> budgets, std::vector<std::string> policies)
    : budgets_(std::move(budgets)), policies_(std::move(policies)) {
    begin_plan();
    is_planning_ = false;
}

void BudgetPool::begin_plan() {
    claims_.assign(budgets_.size(), std::vector<Claim>(policies_.size()));
    left_.assign(budgets_.size(), 0);
    is_short_.assign(budgets_.size(), false);
    is_planning_ = true;
}

void BudgetPool::claim(std::size_t budget, PolicyId policy, std::int64_t yuan) {
    SIM_EXPECT(is_planning_ && yuan >= 0);
    claims_[budget][policy.row()].planned += yuan;
}

void BudgetPool::end_plan(const std::vector<std::int64_t>& left) {
    SIM_EXPECT(is_planning_ && left.size() == budgets_.size());
    is_planning_ = false;
    left_ = left;
    for (std::size_t budget = 0; budget < budgets_.size(); ++budget) {
        allot(budget);
    }
}

void BudgetPool::allot(std::size_t budget) {
    std::vector<Claim>& claims = claims_[budget];
    std::int64_t all = 0;
    for (const Claim& claim : claims) {
        all += claim.planned;
    }
    is_short_[budget] = all > left_[budget];
    if (!is_short_[budget]) {
        return;
    }
    std::vector<std::size_t> order(claims.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::int64_t> rests(claims.size());
    std::int64_t open = left_[budget];
    for (std::size_t p = 0; p < claims.size(); ++p) {
        const Part part = part_of(claims[p].planned, left_[budget], all);
        claims[p].allotted = part.whole;
        rests[p] = part.rest;
        open -= part.whole;
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rests[a] != rests[b] ? rests[a] > rests[b] : policies_[a] < policies_[b];
    });
    for (std::size_t i = 0; i < static_cast<std::size_t>(open); ++i) {
        ++claims[order[i]].allotted;
    }
}

std::int64_t BudgetPool::allowed(std::size_t budget, PolicyId policy, std::int64_t wanted) const {
    SIM_EXPECT(!is_planning_ && wanted >= 0);
    if (!is_short_[budget]) {
        return std::min(wanted, left_[budget]);
    }
    const Claim& claim = claims_[budget][policy.row()];
    const std::int64_t so_far = std::min(claim.wanted + wanted, claim.planned);
    const std::int64_t due =
        claim.planned > 0 ? part_of(so_far, claim.allotted, claim.planned).whole : 0;
    return std::clamp<std::int64_t>(due - claim.paid, 0, std::min(wanted, left_[budget]));
}

void BudgetPool::note_paid(std::size_t budget, PolicyId policy, std::int64_t wanted,
                           std::int64_t paid) {
    Claim& claim = claims_[budget][policy.row()];
    claim.wanted += wanted;
    claim.paid += paid;
    left_[budget] -= paid;
}

}  // namespace sim
