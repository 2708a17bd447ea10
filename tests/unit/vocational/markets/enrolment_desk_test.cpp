// SPDX-License-Identifier: Apache-2.0
// Entrants by route, field and group, and the flows of programmes that rules check.
#include "models/vocational/markets/enrolment_desk.hpp"

#include <gtest/gtest.h>

#include "models/vocational/phases/begin_pathways.hpp"
#include "models/vocational/phases/begin_quarter.hpp"
#include "tests/unit/vocational/markets/twin_world.hpp"

namespace vocational::testing {
namespace {

constexpr sim::Quarter now{TwinWorld::first_year + 1, 3};

class DeskPhase final : public sim::Phase {
  public:
    explicit DeskPhase(const Setting& setting) : Phase("desk", "Enrols."), desk(*this, setting) {}
    void run(const sim::Tick&) override {}
    EnrolmentDesk desk;
};

TEST(EnrolmentDesk, CountsEntrantsByRouteFieldAndGroup) {
    TwinWorld world(10, 1);
    DeskPhase phase(world.setting);
    world.run(phase, now);
    const ProgrammeId machines = world.programme(0, 2);
    const ProgrammeId lessons = world.programme(0, 0);
    phase.desk.enrol(PersonId(0), 0, machines, Entry::zhongkao, now);
    phase.desk.enrol(PersonId(1), 0, lessons, Entry::zhongkao, now);
    phase.desk.enrol(PersonId(2), 0, machines, Entry::vocational_exam, now);
    phase.desk.enrol(PersonId(3), 0, machines, Entry::transfer, now);
    const auto& routes = world.world.table<RouteCellTable>();
    const auto by = [&](Entry entry) {
        return routes.entrants[route_cell(ProvinceId(0), entry).row()];
    };
    EXPECT_EQ(by(Entry::zhongkao), 2);
    EXPECT_EQ(by(Entry::gaokao), 0);
    EXPECT_EQ(by(Entry::vocational_exam), 1);
    EXPECT_EQ(by(Entry::transfer), 1);
    const auto& field_flows = world.world.table<FieldFlowTable>();
    EXPECT_EQ(field_flows.intake[sim::index_of(Field::equipment_manufacturing)], 2);
    EXPECT_EQ(field_flows.intake[sim::index_of(Field::general)], 1);
    std::int32_t all = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        all += world.world.table<GroupFlowTable>().intake[group];
    }
    EXPECT_EQ(all, 3) << "the transfer is no intake";
    const auto& programmes = world.world.table<ProgrammeTable>();
    EXPECT_EQ(programmes.joined[machines.row()], 3);
    EXPECT_EQ(programmes.admitted[machines.row()], 2);
    phase.desk.release(PersonId(0));
    EXPECT_EQ(programmes.left[machines.row()], 1);
    EXPECT_EQ(programmes.enrolled[machines.row()], 2);

    BeginPathways pathways(world.world);
    BeginQuarter quarter(world.world);
    world.run(pathways, now + 1);
    world.run(quarter, now + 1);
    EXPECT_EQ(by(Entry::zhongkao), 0);
    EXPECT_EQ(field_flows.intake[sim::index_of(Field::equipment_manufacturing)], 0);
    EXPECT_EQ(programmes.enrolled_before[machines.row()], 2);
    EXPECT_EQ(programmes.joined[machines.row()], 0);
    EXPECT_EQ(programmes.left[machines.row()], 0);
    EXPECT_EQ(programmes.admitted[machines.row()], 0);
}

}  // namespace
}  // namespace vocational::testing
