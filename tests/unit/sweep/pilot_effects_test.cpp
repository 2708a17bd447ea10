// SPDX-License-Identifier: Apache-2.0
// R17b: a pilot of richer regions with an effort bonus looks better than the roll-out turns out.
#include "sim/sweep/pilot_effects.hpp"

#include <cmath>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/sweep/result_header.hpp"
#include "sim/sweep/run_local.hpp"
#include "tests/unit/sweep/pilot_model.hpp"

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* pilot_policies =
    "policies:\n"
    "  - {instrument: richer_first, label: pilot, start: 2023Q3, end: 2025Q2}\n"
    "  - {instrument: raise_level, pilot: pilot}\n";

// The mean of z over z > 0, √(2/π), on the grid of the regions.
double mean_of_richer() {
    double sum = 0.0;
    for (std::size_t r = pilot_regions / 2; r < pilot_regions; ++r) {
        sum += affluence_of(r);
    }
    return sum / (pilot_regions / 2.0);
}

class PilotEffectsTest : public ::testing::Test {
  protected:
    void compare(const std::string& policies) {
        scenarios_.push_back(pilot_scenario(models_));
        scenarios_.push_back(pilot_scenario(models_, policies));
        labels_ = {"base", "pilot"};
        add_roll_outs(scenarios_, labels_, models_, "");
        evaluate("compare");
    }
    void evaluate(const std::string& command) {
        std::vector<const LoadedScenario*> pointers;
        for (const LoadedScenario& loaded : scenarios_) {
            pointers.push_back(&loaded);
        }
        header_ = result_header(command, pointers, labels_);
        effects_ = std::make_unique<PilotEffects>(pilot_plans(pointers), header_);
        ASSERT_TRUE(run_local(pointers, models_, {1, Backend::serial},
                              [&](std::size_t scenario, Record&& record) {
                                  effects_->take(scenario, record.replicate, record.values);
                              }));
        results_ = effects_->results();
    }
    const PilotEffect& effect_on(const std::string& measure) const {
        for (std::size_t m = 0; m < effects_->measures().size(); ++m) {
            if (effects_->measures()[m].name == measure) {
                return results_.front().effects[m];
            }
        }
        throw std::out_of_range(measure);
    }

    ModelCatalogue models_ = pilot_models();
    std::vector<LoadedScenario> scenarios_;
    std::vector<std::string> labels_;
    ResultHeader header_;
    std::unique_ptr<PilotEffects> effects_;
    std::vector<PilotResult> results_;
};

TEST_F(PilotEffectsTest, PilotLooksBetterThanItsRollOut) {
    compare(pilot_policies);
    EXPECT_THAT(labels_, ElementsAre("base", "pilot", "pilot_rolled_out"));
    ASSERT_EQ(results_.size(), 1U);
    const PilotEffect& level = effect_on("level");
    const double expected = (1.0 + mean_of_richer() * 0.25) * 1.3;
    EXPECT_NEAR(level.pilot_estimate.mean, expected, 1e-9);
    EXPECT_NEAR(level.pilot_estimate.mean, 1.55931, 1e-3);
    EXPECT_NEAR(level.paired_truth.mean, expected, 1e-9);
    EXPECT_NEAR(level.rollout_effect.mean, 1.0, 1e-9);
    EXPECT_NEAR(level.excess.mean, expected - 1.0, 1e-9);
    EXPECT_EQ(level.pilot_estimate.draws, 2U);
}

TEST_F(PilotEffectsTest, CountsAreMeasuredAgainstTheGrowthOfTheOthers) {
    compare(pilot_policies);
    // In the pilot's last year, 2024Q3 to 2025Q2, people number 3.375 times the first on average.
    const PilotEffect& people = effect_on("people");
    EXPECT_NEAR(people.pilot_estimate.mean, 0.1 * 200'000.0 * 3.375, 1.0);
    EXPECT_NEAR(people.paired_truth.mean, 0.1 * 200'000.0 * 3.375, 1.0);
    EXPECT_NEAR(people.rollout_effect.mean, 0.1 * 150'000.0 * 3.375, 1.0);
}

TEST_F(PilotEffectsTest, MarksWhatIsTreated) {
    compare(pilot_policies);
    for (const std::vector<bool>& regions : results_.front().treated) {
        for (std::size_t r = 0; r < pilot_regions; ++r) {
            ASSERT_EQ(regions[r], affluence_of(r) > 0.0);
        }
    }
    const ResultGroup group = effects_->group(results_);
    EXPECT_EQ(group.group, "pilot");
    EXPECT_THAT(group.dimensions.front().labels, ElementsAre("pilot"));
    EXPECT_EQ(group.variables.front().values, std::vector{2023.5});
}

TEST_F(PilotEffectsTest, WithoutSelectionAndBonusThereIsNoBias) {
    compare(
        "policies:\n"
        "  - {instrument: richer_first, label: pilot, start: 2023Q3, bonus: 0}\n"
        "  - {instrument: raise_level, pilot: pilot, slope: 0}\n");
    const PilotEffect& level = effect_on("level");
    EXPECT_NEAR(level.pilot_estimate.mean, 1.0, 1e-9);
    EXPECT_NEAR(level.excess.mean, 0.0, 1e-9);
}

TEST_F(PilotEffectsTest, ARunHasTheEstimateAlone) {
    scenarios_.push_back(pilot_scenario(models_, pilot_policies));
    labels_ = {"pilot"};
    evaluate("run");
    EXPECT_NEAR(effect_on("level").pilot_estimate.mean, 1.55931, 1e-3);
    EXPECT_TRUE(std::isnan(effect_on("level").paired_truth.mean));
    for (const ResultGroup::Variable& variable : effects_->group(results_).variables) {
        EXPECT_FALSE(variable.name.starts_with("paired_truth")) << variable.name;
    }
}

TEST_F(PilotEffectsTest, ARollOutThatIsThereIsNotRunAgain) {
    scenarios_.push_back(pilot_scenario(models_));
    scenarios_.push_back(pilot_scenario(models_, pilot_policies));
    scenarios_.push_back(
        pilot_scenario(models_, "policies:\n  - {instrument: raise_level, start: 2023Q3}\n"));
    labels_ = {"base", "pilot", "everywhere"};
    add_roll_outs(scenarios_, labels_, models_, "");
    EXPECT_THAT(labels_, ElementsAre("base", "pilot", "everywhere"));
    evaluate("compare");
    EXPECT_NEAR(effect_on("level").rollout_effect.mean, 1.0, 1e-9);
}

TEST_F(PilotEffectsTest, AYearThatIsNotThereIsMissing) {
    compare(
        "policies:\n"
        "  - {instrument: richer_first, label: pilot, start: 2022Q4}\n"
        "  - {instrument: raise_level, pilot: pilot}\n");
    EXPECT_TRUE(std::isnan(effect_on("level").pilot_estimate.mean));
    EXPECT_NEAR(effect_on("level").paired_truth.mean, 1.55931, 1e-3);
}

TEST_F(PilotEffectsTest, SeveralPilotsAreNotTold) {
    compare(
        "policies:\n"
        "  - {instrument: richer_first, label: one}\n"
        "  - {instrument: richer_first, label: two}\n");
    EXPECT_THAT(results_, IsEmpty());
    EXPECT_EQ(labels_.size(), 2U);
}

TEST_F(PilotEffectsTest, RollOutLeavesNothingOfAPilotThatDoesNotAct) {
    const LoadedScenario loaded =
        pilot_scenario(models_,
                       "policies:\n"
                       "  - {instrument: richer_first, label: idle, strength: 0}\n"
                       "  - {instrument: raise_level, label: of_idle, pilot: idle}\n"
                       "  - {instrument: raise_level, label: free, start: 2024Q1}\n");
    const Scenario everywhere = rolled_out(loaded.scenario, *loaded.model);
    ASSERT_EQ(everywhere.policies.size(), 1U);
    EXPECT_EQ(everywhere.policies.front(), loaded.scenario.policies.back());
}

}  // namespace
}  // namespace sim::testing
