// SPDX-License-Identifier: Apache-2.0
// Hiring in random cells: the right number, the right people, whatever the order of the rows.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <set>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "sim/matching/job_assignment.hpp"
#include "tests/property/matching/law.hpp"
#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

struct Cell {
    std::vector<float> score;
    std::vector<std::uint64_t> lottery;
    std::vector<std::uint64_t> identity;

    Candidates view() const { return {score, lottery, identity}; }
    std::tuple<float, std::uint64_t, std::uint64_t> key(HiringMode mode, std::size_t row) const {
        return {mode == HiringMode::ranked ? -score[row] : 0.0F, lottery[row], identity[row]};
    }
};

Cell any_cell(TestRandom& random) {
    const auto size = pick<std::size_t>(0, 40);
    Cell cell;
    for (std::size_t row = 0; row < size; ++row) {
        cell.score.push_back(static_cast<float>(random.below(5)));
        cell.lottery.push_back(random.below(4));
        cell.identity.push_back(row * 7);
    }
    random.shuffle(std::span(cell.identity));
    return cell;
}

HiringMode any_mode() {
    return *rc::gen::element(HiringMode::random, HiringMode::ranked);
}

TEST(JobAssignmentLaws, TheFirstAreHiredAndTheirNumberIsTheExpectedOneRounded) {
    check_law([] {
        TestRandom random(pick_seed());
        const Cell cell = any_cell(random);
        const HiringMode mode = any_mode();
        const double weight = 1.0 + random.below(1'000);
        const auto agents = static_cast<double>(cell.score.size());
        const JobCell market{agents * weight, random.below(50) * weight, weight};
        std::vector<std::uint32_t> order(cell.score.size());
        const std::uint32_t hires = assign_jobs(market, cell.view(), mode, random.uniform(), order);
        RC_ASSERT(hires >= std::floor(expected_hires(market) - 1e-9));
        RC_ASSERT(hires <= std::ceil(expected_hires(market)));
        RC_ASSERT(hires <= cell.score.size());
        RC_ASSERT(hires <= market.vacancies / weight);
        RC_ASSERT(std::set<std::uint32_t>(order.begin(), order.end()).size() == order.size());
        for (std::size_t place = 0; place + 1 < hires; ++place) {
            RC_ASSERT(cell.key(mode, order[place]) < cell.key(mode, order[place + 1]));
        }
        for (std::size_t place = hires; hires > 0 && place < order.size(); ++place) {
            RC_ASSERT(cell.key(mode, order[hires - 1]) < cell.key(mode, order[place]));
        }
    });
}

TEST(JobAssignmentLaws, TheOrderOfRowsDoesNotMatter) {
    check_law([] {
        TestRandom random(pick_seed());
        const Cell cell = any_cell(random);
        const HiringMode mode = any_mode();
        std::vector<std::uint32_t> rows(cell.score.size());
        std::iota(rows.begin(), rows.end(), 0U);
        random.shuffle(std::span(rows));
        Cell mixed;
        for (const std::uint32_t row : rows) {
            mixed.score.push_back(cell.score[row]);
            mixed.lottery.push_back(cell.lottery[row]);
            mixed.identity.push_back(cell.identity[row]);
        }
        const std::uint32_t count = random.below(static_cast<std::uint32_t>(rows.size()) + 1);
        std::vector<std::uint32_t> straight(rows.size());
        std::vector<std::uint32_t> other(rows.size());
        choose_candidates(cell.view(), mode, count, straight);
        choose_candidates(mixed.view(), mode, count, other);
        for (std::size_t place = 0; place < count; ++place) {
            RC_ASSERT(cell.identity[straight[place]] == mixed.identity[other[place]]);
        }
    });
}

}  // namespace
}  // namespace sim::testing
