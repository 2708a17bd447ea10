// SPDX-License-Identifier: Apache-2.0
// Skills of the initial population age as those of everybody later: by the vintage of the courses.
#include "models/vocational/population/past_learning.hpp"

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

TEST(PastLearningTest, SkillIsForgottenByTheAgeOfTheCourseAndTheYearsSince) {
    LabourWorld economy(1, {{0, manufacturing, false, 10}});
    const SectorPace pace(economy.params.firm, economy.records);
    const SkillAgeing ageing(economy.params.learning, economy.params.career,
                             economy.params.structures, pace);
    PastLearning past(economy.persons, economy.params.learning, TechnicalLearning::central, ageing,
                      5.0);
    economy.persons.field[0] = Field::equipment_manufacturing;
    economy.persons.general_skill[0] = 2.0;
    economy.persons.specific_skill[0] = 2.0;
    past.forget(0, 10);
    double general = 2.0;
    double specific = 2.0;
    for (int year = 0; year < 10; ++year) {
        general *= 1.0 - economy.params.learning.general_decay;
        specific *= 1.0 - economy.params.learning.specific_decay -
                    economy.params.career.obsolescence *
                        pace.of_field(Field::equipment_manufacturing) * (5 + year);
    }
    EXPECT_NEAR(economy.persons.general_skill[0], general, 1.0 / 4096);
    EXPECT_NEAR(economy.persons.specific_skill[0], specific, 1.0 / 4096);
}

}  // namespace
}  // namespace vocational::testing
