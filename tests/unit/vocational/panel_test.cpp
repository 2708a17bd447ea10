// SPDX-License-Identifier: Apache-2.0
// What the panel writes of a person.
#include "models/vocational/panel.hpp"

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

TEST(PanelTest, TellsTheVintageOfSkillAsACalendarYear) {
    LabourWorld economy(1, {{0, manufacturing, false, 10}});
    const SchoolTable& schools = economy.world.add<SchoolTable>();
    const ProgrammeTable& programmes = economy.world.add<ProgrammeTable>();
    economy.persons.specific_skill[0] = 0.5;
    economy.persons.skill_vintage[0] = 1995 & 255;
    std::vector<sim::EventColumn> columns;
    add_panel_columns(economy.setting, Data{}, columns);
    std::vector<std::vector<double>> values(2 + columns.size());
    add_panel_rows(economy.setting, economy.tick({2020, 4}), 1.0,
                   {economy.persons, economy.firms, schools, programmes}, values);
    std::size_t vintage = 0;
    while (vintage < columns.size() && columns[vintage].name != "skill_vintage") {
        ++vintage;
    }
    ASSERT_LT(vintage, columns.size());
    const std::vector<double>& found = values[2 + vintage];
    ASSERT_EQ(found.size(), economy.persons.end_row());
    EXPECT_EQ(found[0], 1995.0);
    EXPECT_EQ(found[1], 0.0);
}

}  // namespace
}  // namespace vocational::testing
