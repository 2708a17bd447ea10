// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/seeker_queue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vocational {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::size_t cities = 3;

Seeker person(std::uint32_t row, std::size_t home, std::uint16_t type, bool is_employed = false) {
    Seeker seeker{};
    seeker.row = row;
    seeker.home = CityId(home);
    seeker.type = type;
    seeker.is_employed = is_employed;
    return seeker;
}

// Chunks are placed last first, as other threads may.
class SeekerQueueTest : public ::testing::TestWithParam<int> {
  protected:
    SeekerQueueTest() : executor_(sim::make_executor(sim::Backend::tbb, GetParam())) {}

    void collect(const std::vector<std::vector<Seeker>>& chunks) {
        queue_.begin(chunks.size(), cities);
        for (std::size_t chunk = 0; chunk < chunks.size(); ++chunk) {
            for (const Seeker& seeker : chunks[chunk]) {
                queue_.expect(chunk, seeker.is_employed, seeker.home);
            }
        }
        queue_.arrange();
        for (std::size_t chunk = chunks.size(); chunk-- > 0;) {
            for (const Seeker& seeker : chunks[chunk]) {
                EXPECT_EQ(queue_[queue_.place(chunk, seeker)].row, seeker.row);
            }
        }
        queue_.sort_by_type(*executor_);
    }

    // Row 30 goes to city 0, the others stay.
    void form() {
        queue_.form(*executor_, [](Seeker& seeker) {
            seeker.city = seeker.row == 30 ? CityId(0) : seeker.home;
        });
    }

    std::vector<std::uint32_t> rows_of(std::span<const std::uint32_t> line) {
        std::vector<std::uint32_t> rows;
        for (const std::uint32_t i : line) {
            rows.push_back(queue_[i].row);
        }
        return rows;
    }
    std::vector<std::uint32_t> line(std::size_t city) { return rows_of(queue_.line(CityId(city))); }
    std::vector<std::uint32_t> living_in(std::size_t city) const {
        std::vector<std::uint32_t> rows;
        for (const Seeker& seeker : queue_.living_in(CityId(city))) {
            rows.push_back(seeker.row);
        }
        return rows;
    }

    std::unique_ptr<sim::Executor> executor_;
    SeekerQueue queue_;
};

const std::vector<std::vector<Seeker>> two_chunks = {
    {person(10, 0, 7), person(11, 0, 2, true), person(12, 0, 2), person(13, 1, 2)},
    {person(30, 1, 2), person(31, 0, 2), person(32, 1, 0)}};

TEST_P(SeekerQueueTest, LinesAreByTypeOwnPeopleFirstJoblessBeforeEmployed) {
    collect(two_chunks);
    form();
    EXPECT_THAT(line(0), ElementsAre(12, 31, 11, 30, 10));
    EXPECT_THAT(line(1), ElementsAre(32, 13));
    EXPECT_THAT(line(2), IsEmpty());
    EXPECT_THAT(rows_of(queue_.line(CityId(0), 2)), ElementsAre(12, 31, 11, 30));
    EXPECT_THAT(rows_of(queue_.line(CityId(0), 7)), ElementsAre(10));
    EXPECT_THAT(rows_of(queue_.line(CityId(1), 7)), IsEmpty());
    EXPECT_EQ(queue_.line_length(), 7U);
    EXPECT_EQ(queue_.line_begin(CityId(1)), 5U);
}

TEST_P(SeekerQueueTest, WhoLeavesIsInNoLaterLine) {
    collect(two_chunks);
    form();
    queue_.remove_if(*executor_, [](const Seeker& seeker) { return seeker.is_employed; });
    queue_.remove_if(*executor_, [](const Seeker& seeker) { return seeker.row == 13; });
    form();
    EXPECT_THAT(line(0), ElementsAre(12, 31, 30, 10));
    EXPECT_THAT(line(1), ElementsAre(32));
}

TEST_P(SeekerQueueTest, WhoRestsStillLivesThere) {
    collect(two_chunks);
    form();
    queue_.let_go_on(*executor_, [](const Seeker& seeker) { return seeker.row >= 12; });
    form();
    EXPECT_THAT(line(0), ElementsAre(12, 31, 30));
    EXPECT_THAT(living_in(0), ElementsAre(12, 31, 11, 10));
}

TEST_P(SeekerQueueTest, NobodySeeks) {
    collect({{}, {}});
    form();
    EXPECT_THAT(line(0), IsEmpty());
    EXPECT_EQ(queue_.line_length(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Threads, SeekerQueueTest, ::testing::Values(1, 3));

}  // namespace
}  // namespace vocational
