// SPDX-License-Identifier: Apache-2.0
// Random markets for laws: few options, some without seats, short and empty lists, many ties.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include <rapidcheck.h>

#include "tests/property/matching/law.hpp"
#include "tests/support/test_random.hpp"
#include "tests/unit/matching/market_case.hpp"

namespace sim::testing {

enum class Lots { distinct, tied };

inline std::vector<std::uint32_t> random_list(std::uint32_t options, TestRandom& random) {
    std::vector<std::uint32_t> list(options);
    std::iota(list.begin(), list.end(), 0U);
    random.shuffle(std::span(list));
    list.resize(random.below(options + 1));
    return list;
}

inline std::vector<float> random_scores(std::size_t count, TestRandom& random) {
    std::vector<float> scores(count);
    std::ranges::generate(scores, [&] { return static_cast<float>(random.below(4)); });
    return scores;
}

// Sizes shrink; the content follows from a number.
inline rc::Gen<MarketCase> any_market(ScoreBy score_by, Lots lots) {
    return rc::gen::exec([=] {
        const auto applicants = pick<std::uint32_t>(0, 31);
        const auto options = pick<std::uint32_t>(1, 9);
        TestRandom random(pick_seed());
        MarketCase market;
        market.score_by = score_by;
        for (std::uint32_t option = 0; option < options; ++option) {
            market.capacity.push_back(random.below(6));
        }
        for (std::uint32_t applicant = 0; applicant < applicants; ++applicant) {
            const auto list = random_list(options, random);
            const std::size_t scores = score_by == ScoreBy::applicant ? 1 : list.size();
            const std::uint64_t lot = lots == Lots::tied ? random.below(3) : random.bits();
            market.add(list, random_scores(scores, random), lot);
        }
        return market;
    });
}

}  // namespace sim::testing
