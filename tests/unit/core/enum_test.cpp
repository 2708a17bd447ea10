// SPDX-License-Identifier: Apache-2.0
// Names come from the enumerators themselves.
#include "sim/core/enum.hpp"

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

enum class Track { general_high, secondary_vocational, none };
enum class Small : unsigned char { only };

static_assert(enum_size<Track> == 3);
static_assert(enum_size<Small> == 1);
static_assert(index_of(Track::none) == 2);

TEST(Enum, NamesItsEnumerators) {
    EXPECT_EQ(enum_name(Track::secondary_vocational), "secondary_vocational");
    EXPECT_EQ(enum_names<Track>[2], "none");
    EXPECT_EQ(enum_names<Small>[0], "only");
}

TEST(Enum, FindsByName) {
    EXPECT_EQ(enum_value<Track>("general_high"), Track::general_high);
    EXPECT_FALSE(enum_value<Track>("General_high"));
    EXPECT_FALSE(enum_value<Track>(""));
    for (const std::string_view name : enum_names<Track>) {
        EXPECT_EQ(enum_name(*enum_value<Track>(name)), name);
    }
}

}  // namespace
}  // namespace sim::testing
