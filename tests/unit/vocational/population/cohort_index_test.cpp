// SPDX-License-Identifier: Apache-2.0
// Birth, home and identity follow from the row; pieces of any chunking cover all rows once.
#include "models/vocational/population/cohort_index.hpp"

#include <set>

#include <gtest/gtest.h>

namespace vocational {
namespace {

class CohortIndexTest : public testing::Test {
  protected:
    // Three birth quarters × two cities, one segment empty.
    CohortIndex index{sim::Quarter(2000, 4), 2, {3, 0, 1, 2, 20'000, 5}};
};

TEST_F(CohortIndexTest, FindsSegmentsOfRows) {
    EXPECT_EQ(index.rows(), 20'011U);
    EXPECT_EQ(index.first_row({2000, 4}), 0U);
    EXPECT_EQ(index.first_row({2001, 1}), 3U);
    EXPECT_EQ(index.first_row({2001, 3}), index.rows());
    const Segment segment = index.segment_of(4);
    EXPECT_EQ(segment.birth, sim::Quarter(2001, 1));
    EXPECT_EQ(segment.home, CityId(1));
    EXPECT_EQ(segment.begin, 4U);
    EXPECT_EQ(segment.end, 6U);
    const Segment last = index.segment_at({2001, 2}, CityId(1));
    EXPECT_EQ(last.end - last.begin, 5U);
}

TEST_F(CohortIndexTest, IdentitiesAreDistinctAndDoNotDependOnOthers) {
    std::set<sim::Identity> seen;
    for (std::size_t row = 0; row < index.rows(); ++row) {
        seen.insert(index.identity(PersonId(row)));
    }
    EXPECT_EQ(seen.size(), index.rows());
    const CohortIndex larger{sim::Quarter(2000, 4), 2, {9, 9, 1, 2, 3, 5}};
    EXPECT_EQ(larger.segment_at({2001, 1}, CityId(1)).identity(20),
              index.segment_at({2001, 1}, CityId(1)).identity(5));
}

TEST_F(CohortIndexTest, PiecesCoverEachRowOnceForAnyThreads) {
    for (const int threads : {1, 3}) {
        std::vector<int> visits(index.rows(), 0);
        index.for_segments(*sim::make_executor(sim::Backend::tbb, threads), 2, index.rows(),
                           [&](const Segment& segment, std::size_t begin, std::size_t end) {
                               EXPECT_GE(begin, segment.begin);
                               EXPECT_LE(end, segment.end);
                               for (std::size_t row = begin; row < end; ++row) {
                                   ++visits[row];
                               }
                           });
        EXPECT_EQ(visits[0] + visits[1], 0);
        EXPECT_TRUE(std::all_of(visits.begin() + 2, visits.end(), [](int n) { return n == 1; }));
    }
}

TEST_F(CohortIndexTest, ListsWhatIsMadeOfRowsInTheirOrderForAnyThreads) {
    for (const int threads : {1, 3}) {
        const auto list = index.list_of(
            *sim::make_executor(sim::Backend::tbb, threads), 1, index.rows(),
            [](std::size_t row) { return row % 3 == 2; },
            [](const Segment& segment, std::size_t row) { return segment.identity(row); });
        ASSERT_EQ(list.size(), (index.rows() - 2 + 2) / 3);
        for (std::size_t i = 0; i < list.size(); ++i) {
            EXPECT_EQ(list[i], index.identity(PersonId(3 * i + 2)));
        }
        EXPECT_TRUE(index
                        .list_of(
                            *sim::make_executor(sim::Backend::tbb, threads), 4, 4,
                            [](std::size_t) { return true; },
                            [](const Segment&, std::size_t row) { return row; })
                        .empty());
    }
}

}  // namespace
}  // namespace vocational
