// SPDX-License-Identifier: Apache-2.0
// Every ingredient of an origin changes its key and is named where it differs.
#include "sim/checkpoint/state_origin.hpp"

#include <functional>
#include <set>

#include <gmock/gmock.h>

#include "tests/unit/checkpoint/odd_world.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;

TEST(StateOrigin, EveryIngredientChangesTheKey) {
    const StateOrigin origin = about_odd_world().origin;
    const std::vector<std::pair<const char*, std::function<void(StateOrigin&)>>> changes{
        {"program", [](StateOrigin& o) { o.program += '+'; }},
        {"model", [](StateOrigin& o) { o.model = "even"; }},
        {"pen.size: 4", [](StateOrigin& o) { o.scenario.replace(o.scenario.find("3"), 1, "4"); }},
        {"scale: 1:100",
         [](StateOrigin& o) { o.scenario.insert(o.scenario.find("0\n") + 1, "0"); }},
        {"data_hash", [](StateOrigin& o) { o.data_hash = "00fe"; }},
        {"seed", [](StateOrigin& o) { o.seed = 8; }},
        {"replicate", [](StateOrigin& o) { o.replicate = 3; }},
        {"quarter", [](StateOrigin& o) { o.quarter = o.quarter + 1; }},
    };
    std::set<std::string> keys{origin.key()};
    for (const auto& [name, change] : changes) {
        StateOrigin other = origin;
        change(other);
        EXPECT_TRUE(keys.insert(other.key()).second) << name;
        EXPECT_THAT(origin.difference(other), HasSubstr(name));
    }
    EXPECT_EQ(origin.difference(origin), "");
    EXPECT_EQ(StateOrigin(origin).key(), origin.key());
    EXPECT_EQ(origin.key().size(), 32U);
}

TEST(StateOrigin, TextsDoNotRunIntoEachOther) {
    StateOrigin a = about_odd_world().origin;
    StateOrigin b = a;
    a.program = "x 1:y";
    a.model = "z";
    b.program = "x";
    b.model = "y 1:z";
    EXPECT_NE(a.key(), b.key());
}

}  // namespace
}  // namespace sim::testing
