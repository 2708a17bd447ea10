// SPDX-License-Identifier: Apache-2.0
// Distance at 15: the way to the nearest school grows with the root of the schools that closed, and
// those whom the own city has no place for take the nearest one if it is worth the way.
#include "models/vocational/markets/track_choice.hpp"

#include <gtest/gtest.h>

#include "models/vocational/markets/zhongkao.hpp"
#include "models/vocational/phases/begin_pathways.hpp"
#include "models/vocational/phases/beliefs/form_beliefs.hpp"
#include "tests/unit/vocational/markets/twin_world.hpp"

namespace vocational::testing {
namespace {

class Chooser final : public sim::Accessor {
  public:
    explicit Chooser(const TwinWorld& world) : choice(*this, world.setting, world.params) {}
    TrackChoice choice;
};

TEST(Distance, GrowsWithTheRootOfTheSchoolsThatClosed) {
    TwinWorld world(10, 1);
    const auto outlook = [&] {
        Chooser chooser(world);
        chooser.bind(world.world);
        return chooser.choice.outlook(CityId(0));
    };
    constexpr std::size_t vocational = 2;  // position in tracks_at_15
    const double before = outlook()[vocational].informed;
    world.world.table<SchoolTable>().weight[vocational] = 0.25F;  // three of four closed
    const auto after = outlook();
    const ChoiceParams& c = world.params.choice;
    EXPECT_NEAR(before - after[vocational].informed, c.distance_weight * c.school_distance, 1e-9);
    EXPECT_NEAR(before - after[vocational].uninformed, c.distance_weight * c.school_distance, 1e-9);
    EXPECT_EQ(after[0].informed, before);
}

// A city without places: who goes to the other one, at that distance?
std::int32_t commuters(double kilometres) {
    TwinWorld world(100, 1);
    world.params.choice.no_school.assign(-2.0);
    world.world.table<CityTable>().x[1] = kilometres;
    auto& programmes = world.world.table<ProgrammeTable>();
    for (const std::size_t kind : {std::size_t{0}, std::size_t{2}}) {
        programmes.seats[world.programme(1, kind).row()] = 0;
        programmes.seats[world.programme(0, kind).row()] = 10'000;
    }
    BeginPathways begin(world.world);
    FormBeliefs beliefs(world.setting, world.params);
    Zhongkao zhongkao(world.setting, world.params);
    const sim::Quarter now(TwinWorld::first_year, 3);
    world.run(begin, now);
    world.run(beliefs, now);
    world.run(zhongkao, now);
    std::int32_t count = 0;
    for (std::size_t row = 0; row < world.persons().end_row(); ++row) {
        const bool is_second = world.setting.cohorts.segment_of(row).home.row() == 1;
        count += is_second && world.persons().state[row] == State::enrolled ? 1 : 0;
    }
    return count;
}

TEST(Distance, KeepsSomeFromTheNextCity) {
    const std::int32_t near = commuters(0.0);
    const std::int32_t far = commuters(150.0);
    EXPECT_GT(near, 300);
    EXPECT_LT(far, near);
    EXPECT_EQ(commuters(5'000.0), 0);
}

}  // namespace
}  // namespace vocational::testing
