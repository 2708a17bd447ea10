// SPDX-License-Identifier: Apache-2.0
// What every admission mechanism owes to applicants and options, on random markets.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "sim/matching/application_rejection.hpp"
#include "sim/matching/deferred_acceptance.hpp"
#include "sim/matching/serial_dictatorship.hpp"
#include "tests/property/matching/law.hpp"
#include "tests/property/matching/market_generator.hpp"
#include "tests/unit/matching/textbook_mechanisms.hpp"

namespace sim::testing {
namespace {

std::uint32_t any_band() {
    return pick<std::uint32_t>(1, 10);
}

TEST(MarketLaws, DeferredAcceptanceHasNoBlockingPairAndIsBestForApplicants) {
    check_law([] {
        const MarketCase market = *any_market(ScoreBy::entry, Lots::tied);
        const Matching matching = deferred_acceptance(market.view());
        RC_ASSERT(is_feasible(market, matching));
        RC_ASSERT(!wastes_seats(market, matching));
        RC_ASSERT(!has_envy(market, matching));
        RC_ASSERT(matching == textbook_deferred_acceptance(market));
    });
}

TEST(MarketLaws, BandedMechanismsFollowTheTextbookAndNeverOverfillOrWaste) {
    check_law([] {
        const MarketCase market = *any_market(ScoreBy::entry, Lots::tied);
        const std::uint32_t band = any_band();
        const Matching matching = application_rejection(market.view(), band);
        RC_ASSERT(is_feasible(market, matching));
        RC_ASSERT(!wastes_seats(market, matching));
        RC_ASSERT(matching == textbook_application_rejection(market, band));
    });
}

TEST(MarketLaws, ACommonScoreMakesDeferredAcceptanceASerialDictatorship) {
    check_law([] {
        const MarketCase market = *any_market(ScoreBy::applicant, Lots::tied);
        RC_ASSERT(serial_dictatorship(market.view()) == deferred_acceptance(market.view()));
    });
}

TEST(MarketLaws, NoFalseListPaysUnderDeferredAcceptance) {
    check_law([] {
        MarketCase market = *any_market(ScoreBy::applicant, Lots::tied);
        RC_PRE(market.applicants() > 0);
        const auto liar = pick<std::uint32_t>(0, market.applicants());
        TestRandom random(pick_seed());
        const Matching honest = deferred_acceptance(market.view());
        const auto options = static_cast<std::uint32_t>(market.capacity.size());
        // Scores by entry, so that the liar's new list carries the old score everywhere.
        MarketCase reports;
        reports.capacity = market.capacity;
        for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
            const auto list = market.list(applicant);
            const std::vector<std::uint32_t> truth(list.begin(), list.end());
            const auto report = applicant == liar ? random_list(options, random) : truth;
            reports.add(report, std::vector<float>(report.size(), market.score[applicant]),
                        market.lottery[applicant]);
        }
        const Matching other = deferred_acceptance(reports.view());
        RC_ASSERT(market.place(liar, honest[liar]) <= market.place(liar, other[liar]));
    });
}

// The same with a score of its own for each pair of applicant and option.
TEST(MarketLaws, NoFalseListPaysWhenOptionsRankDifferently) {
    check_law([] {
        const auto applicants = pick<std::uint32_t>(1, 25);
        const auto options = pick<std::uint32_t>(1, 7);
        TestRandom random(pick_seed());
        const std::vector<float> table = random_scores(applicants * options, random);
        std::vector<std::vector<std::uint32_t>> lists;
        for (std::uint32_t applicant = 0; applicant < applicants; ++applicant) {
            lists.push_back(random_list(options, random));
        }
        std::vector<std::uint32_t> capacity(options);
        std::ranges::generate(capacity, [&] { return random.below(4); });
        const auto market_of = [&] {
            MarketCase market;
            market.capacity = capacity;
            for (std::uint32_t applicant = 0; applicant < applicants; ++applicant) {
                std::vector<float> scores;
                for (const std::uint32_t option : lists[applicant]) {
                    scores.push_back(table[applicant * options + option]);
                }
                market.add(lists[applicant], scores, applicant % 3);
            }
            return market;
        };
        const MarketCase truth = market_of();
        const Matching honest = deferred_acceptance(truth.view());
        for (std::uint32_t liar = 0; liar < applicants; ++liar) {
            const std::vector<std::uint32_t> kept = lists[liar];
            lists[liar] = random_list(options, random);
            const Matching other = deferred_acceptance(market_of().view());
            RC_ASSERT(truth.place(liar, honest[liar]) <= truth.place(liar, other[liar]));
            lists[liar] = kept;
        }
    });
}

TEST(MarketLaws, TheOrderOfApplicantsDoesNotMatter) {
    check_law([] {
        const MarketCase market = *any_market(ScoreBy::entry, Lots::distinct);
        const std::uint32_t band = any_band();
        TestRandom random(pick_seed());
        std::vector<std::uint32_t> order(market.applicants());
        std::iota(order.begin(), order.end(), 0U);
        random.shuffle(std::span(order));
        MarketCase shuffled;
        shuffled.capacity = market.capacity;
        for (const std::uint32_t applicant : order) {
            const auto list = market.list(applicant);
            const auto scores =
                std::span(market.score).subspan(market.list_offsets[applicant], list.size());
            shuffled.add({list.begin(), list.end()}, {scores.begin(), scores.end()},
                         market.lottery[applicant]);
        }
        const Matching straight = application_rejection(market.view(), band);
        const Matching mixed = application_rejection(shuffled.view(), band);
        for (std::size_t row = 0; row < order.size(); ++row) {
            RC_ASSERT(mixed[row] == straight[order[row]]);
        }
    });
}

TEST(MarketLaws, AClearingRoundKeepsSeatsAndLeavesNoneThatSomebodyWants) {
    check_law([] {
        const MarketCase market = *any_market(ScoreBy::entry, Lots::tied);
        const std::uint32_t band = any_band();
        // First round: some seats go to some of those who want them.
        Matching matching = application_rejection(market.view(), 1);
        TestRandom random(pick_seed());
        for (std::uint32_t& option : matching) {
            option = random.below(2) == 0 ? unassigned : option;
        }
        const Matching before = matching;
        const std::uint32_t placed = clearing_round(market.view(), band, matching);
        RC_ASSERT(is_feasible(market, matching));
        std::uint32_t gained = 0;
        for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
            if (before[applicant] != unassigned) {
                RC_ASSERT(matching[applicant] == before[applicant]);
            } else if (matching[applicant] != unassigned) {
                ++gained;
            } else {
                const auto taken = seats_taken(market, matching);
                RC_ASSERT(std::ranges::all_of(market.list(applicant), [&](std::uint32_t option) {
                    return taken[option] == market.capacity[option];
                }));
            }
        }
        RC_ASSERT(gained == placed);
    });
}

}  // namespace
}  // namespace sim::testing
