// SPDX-License-Identifier: Apache-2.0
// A school year: what tracks add under each form of the structures, what work adds, and study
// effort that follows the exam.
#include "models/vocational/phases/learning.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/phases/exam_effort.hpp"
#include "models/vocational/phases/schools/programme_quality.hpp"
#include "models/vocational/training/training_terms.hpp"
#include "tests/unit/vocational/schools/school_world.hpp"

namespace vocational::testing {
namespace {

constexpr sim::Quarter summer{2023, 2};

class LearningTest : public ::testing::Test {
  protected:
    LearningTest() : world_(std::vector<SchoolSpec>{{.city = 0}}) { world_.populate(); }

    // Skill of the first student after a year; nobody has any before.
    SkillGain year() {
        auto& people = world_.world.table<PersonTable>();
        for (std::size_t row = 0; row < people.end_row(); ++row) {
            people.general_skill[row] = people.specific_skill[row] = 0.0;
        }
        Learning phase(world_.setting, world_.params, world_.world);
        world_.run(phase, summer);
        return {people.general_skill[0], people.specific_skill[0]};
    }
    Contract& contract() { return world_.world.table<PersonTable>().contract[0]; }

    SchoolWorld world_;
};

constexpr double step = 1.0 / 4096.0;  // of a stored skill

TEST_F(LearningTest, TechnicalLearningPicksTheYearlyGains) {
    const LearningParams& learning = world_.params.learning;
    const auto expect = [&](const char* form, double general, double specific) {
        world_.params.structures.technical_learning.assign(std::string(form));
        const SkillGain gain = year();
        EXPECT_NEAR(gain.general, general, step) << form;
        EXPECT_NEAR(gain.specific, specific, step) << form;
    };
    expect("central", learning.general_in_vocational, learning.specific_in_vocational);
    expect("gains", learning.strong_general, learning.strong_specific);
    expect("losses", learning.weak_general, learning.weak_specific);
}

TEST_F(LearningTest, TechnicalLearningIsOfUpperSecondarySchoolsOnly) {
    const LearningParams& learning = world_.params.learning;
    for (const Track track : {Track::general_high, Track::higher_vocational}) {
        const SkillGain usual = usual_gain(learning, track, TechnicalLearning::central);
        for (const auto form : {TechnicalLearning::gains, TechnicalLearning::losses}) {
            EXPECT_EQ(usual_gain(learning, track, form).general, usual.general);
            EXPECT_EQ(usual_gain(learning, track, form).specific, usual.specific);
        }
    }
}

// Three years as an intern: by relevance, by the stated premium on matched pay, or nothing.
TEST_F(LearningTest, InternshipsAreWorthWhatTheFormSays) {
    contract().sign(ContractKind::internship);
    const double alone = world_.params.learning.specific_in_vocational;
    const auto added = [&](const char* form) {
        world_.params.structures.internships.assign(std::string(form));
        return year().specific - alone;
    };
    EXPECT_NEAR(added("none"), 0.0, step);
    EXPECT_NEAR(
        added("learning"),
        world_.params.teaching.work_based_gain * world_.params.learning.relevance_internship, step);
    EXPECT_NEAR(contract_years * added("premium") * world_.params.wage.specific_skill,
                std::log(1.0 + world_.params.learning.internship_premium), 3.0 * step);
    contract().sign(ContractKind::apprenticeship);
    EXPECT_NEAR(added("none"), world_.params.teaching.work_based_gain, step);
}

// Of what three years of work add, and of that alone, a quarter is of use in the firm only.
TEST_F(LearningTest, PartOfWhatWorkAddsIsBoundToTheFirm) {
    auto& people = world_.world.table<PersonTable>();
    Learning phase(world_.setting, world_.params, world_.world);
    const double specificity = world_.params.training.order_specificity;
    for (const auto kind : {ContractKind::order_class, ContractKind::internship}) {
        contract().sign(kind);
        people.specific_skill[0] = people.specific_skill[1] = 0.0;
        people.firm_bound[0] = 0.0;
        for (int year = 0; year < contract_years; ++year) {
            world_.run(phase, summer);
        }
        const double work = contract_years * world_.params.teaching.work_based_gain *
                            relevance(world_.params.learning)[sim::index_of(kind)];
        const double skill = people.specific_skill[0];
        lose_firm_bound(people.specific_skill[0], people.firm_bound[0]);
        EXPECT_NEAR(skill - people.specific_skill[0], specificity * work, skill / 512.0);
        EXPECT_GT(people.specific_skill[0], skill - work);  // no contract takes more than it gave
        EXPECT_EQ(people.firm_bound[0], 0.0);
        EXPECT_EQ(people.firm_bound[1], 0.0);
    }
}

TEST_F(LearningTest, StudyFollowsTheExam) {
    ExamEffort effort(world_.setting, world_.params.admission);
    const SkillGain even = year();
    for (const double weight : {0.3, 0.5, 0.7}) {
        world_.world.table<ExamTable>().skill_weight[0] = weight;
        world_.run(effort, {2022, 3});
        const SkillGain gain = year();
        // ratio of efforts = ratio of weights to the declared elasticity; together they are 2
        const double ratio =
            std::pow(weight / (1.0 - weight), double{world_.params.admission.exam_effort_shift});
        EXPECT_NEAR(gain.specific / even.specific, 2.0 * ratio / (1.0 + ratio), 0.003) << weight;
        EXPECT_NEAR(gain.general / even.general, 2.0 / (1.0 + ratio), 0.003) << weight;
    }
}

// Twice the stations at one of two schools: how much better it teaches, in logs.
double gain_from_stations(const char* form) {
    SchoolWorld world({{0}, {0}});
    world.params.structures.capital_money.assign(std::string(form));
    world.states.stations[1] = 2.0 * world.states.stations[0];
    ProgrammeQuality phase(world.setting, world.norms, world.params, world.world);
    world.run(phase, SchoolWorld::later);
    return std::log(static_cast<double>(world.teaching.quality[2]) /
                    static_cast<double>(world.teaching.quality[0]));
}

// Terms of ln Q are in standard deviations: 1 score of general skill, specific_spread of the
// field's.
TEST(YearlyGain, EachSkillTakesQualityInItsOwnStandardDeviations) {
    LearningParams learning;
    learning.specific_spread.assign(0.5);
    const auto gain = [&](double quality) {
        return yearly_gain(learning, Track::secondary_vocational, 0.0, 0.0,
                           TechnicalLearning::central, {.quality = quality});
    };
    EXPECT_NEAR(gain(1.44).general / gain(1.0).general, 1.44, 1e-12);
    EXPECT_NEAR(gain(1.44).specific / gain(1.0).specific, 1.2, 1e-12);
}

TEST(CapitalMoney, CountsHalfUnderTheOtherForm) {
    const double full = gain_from_stations("as_current");
    EXPECT_GT(full, 0.0);
    EXPECT_NEAR(gain_from_stations("half"), full / 2.0, 1e-6);
}

}  // namespace
}  // namespace vocational::testing
