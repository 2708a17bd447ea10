// SPDX-License-Identifier: Apache-2.0
#include "sim/core/id.hpp"

#include <type_traits>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

using PersonId = Id<struct PersonTag>;
using SchoolId = Id<struct SchoolTag, std::uint16_t>;

static_assert(!std::is_convertible_v<SchoolId, PersonId>);
static_assert(!std::is_convertible_v<std::size_t, PersonId>);
static_assert(!std::is_constructible_v<PersonId, SchoolId>);
static_assert(sizeof(SchoolId) == 2);

TEST(Id, TheDefaultIsNone) {
    EXPECT_FALSE(PersonId{});
    EXPECT_FALSE(SchoolId{});
    EXPECT_EQ(SchoolId{}.value(), 65535);
    EXPECT_TRUE(PersonId(0));
}

TEST(Id, HoldsARowAndIsOrderedByIt) {
    EXPECT_EQ(PersonId(7).row(), 7U);
    EXPECT_EQ(PersonId(7), PersonId(7));
    EXPECT_LT(PersonId(7), PersonId(8));
    EXPECT_LT(PersonId(8), PersonId{});
}

}  // namespace
}  // namespace sim::testing
