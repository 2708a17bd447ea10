// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/training/training_value.hpp"

#include <gtest/gtest.h>

#include "models/vocational/training/training_terms.hpp"

namespace vocational {
namespace {

// Germany 2017/18 (evidence rows app_gross_cost, app_return), euros.
TrainingTerms german_apprenticeship() {
    TrainingTerms terms;
    terms.years = 3;
    terms.yearly_cost = 20855.0;
    terms.yearly_output = 14377.0;
    return terms;
}

TEST(TrainingValueTest, NetCostOfAnApprenticeshipIsR18) {
    EXPECT_NEAR(training_value(german_apprenticeship(), 0.0), -19434.00, 0.005);
    EXPECT_NEAR(training_value(german_apprenticeship(), 0.03), -18873.46, 0.005);
    EXPECT_NEAR(training_value(german_apprenticeship(), 0.05), -18523.26, 0.005);
}

TEST(TrainingValueTest, FirmsBreakEvenAtTheBenefitOfR18) {
    const auto value = [](double rate, double retention, double benefit) {
        TrainingTerms terms = german_apprenticeship();
        terms.retention = retention;
        terms.hiring_cost_saved = benefit;
        return training_value(terms, rate);
    };
    EXPECT_NEAR(value(0.0, 0.6, 32390.00), 0.0, 0.01);
    EXPECT_NEAR(value(0.03, 0.6, 34372.56), 0.0, 0.01);
    EXPECT_NEAR(value(0.05, 0.8, 26803.74), 0.0, 0.01);
    EXPECT_LT(value(0.05, 0.8, 26803.0), 0.0);
}

TEST(TrainingValueTest, PartsHaveTheirSigns) {
    TrainingTerms terms = german_apprenticeship();
    terms.retention = 0.6;
    terms.hiring_cost_saved = 8000.0;
    terms.yearly_gain = 2000.0;
    terms.tenure_years = 5;
    terms.poaching = 0.2;
    terms.poaching_loss = 3000.0;
    const double plain = training_value(terms, 0.05);
    const auto with = [&](double TrainingTerms::*part, double value) {
        TrainingTerms changed = terms;
        changed.*part = value;
        return training_value(changed, 0.05) - plain;
    };
    EXPECT_NEAR(with(&TrainingTerms::yearly_subsidy, 1000.0), present_sum(1000.0, 3, 0.05), 1e-6);
    EXPECT_GT(with(&TrainingTerms::retention, 0.7), 0.0);
    EXPECT_LT(with(&TrainingTerms::poaching, 0.3), 0.0);
    EXPECT_GT(with(&TrainingTerms::hiring_cost_saved, 9000.0), 0.0);
    EXPECT_GT(with(&TrainingTerms::taste, 1.0), 0.0);
    // A credit counts up to the tax due.
    terms.credit = 0.3;
    terms.yearly_liability = 5000.0;
    EXPECT_NEAR(training_value(terms, 0.0) - 3 * 0.3 * 5000.0,
                training_value(
                    [&] {
                        TrainingTerms none = terms;
                        none.credit = 0.0;
                        return none;
                    }(),
                    0.0),
                1e-6);
}

TEST(TrainingValueTest, PuttingPlacesOffMakesAGapWithoutNetEffect) {
    constexpr double share = 0.0804598;
    const double before = shifting_factor(share, true, false);
    const double after = shifting_factor(share, false, true);
    EXPECT_NEAR(after / before - 1.0, 0.175, 1e-5);
    EXPECT_DOUBLE_EQ(before + after, 2.0);
    EXPECT_DOUBLE_EQ(shifting_factor(share, false, false), 1.0);
}

TEST(TrainingTermsTest, RivalsPoachMoreWhereTheFirmIsSmall) {
    const TrainingParams params;
    const Trainer small{0.01, 0.0, 0.0, 0.0, 0.0};
    const Trainer alone{1.0, 0.0, 0.0, 0.0, 0.0};
    const TrainingTerms exposed = terms_of(params, ContractKind::apprenticeship, small);
    const TrainingTerms safe = terms_of(params, ContractKind::apprenticeship, alone);
    EXPECT_GT(exposed.poaching, safe.poaching);
    EXPECT_LT(training_value(exposed, 0.05), training_value(safe, 0.05));
    EXPECT_DOUBLE_EQ(safe.retention, params.order_place_prob);
}

TEST(TrainingTermsTest, OpenPostsRaiseWhatTrainingSaves) {
    const TrainingParams params;
    const TrainingTerms calm =
        terms_of(params, ContractKind::order_class, {0.1, 0.0, 0.0, 0.0, 0.0});
    const TrainingTerms short_of_people =
        terms_of(params, ContractKind::order_class, {0.1, 4.0, 0.0, 0.0, 0.0});
    EXPECT_DOUBLE_EQ(short_of_people.hiring_cost_saved,
                     calm.hiring_cost_saved * (1.0 + params.hiring_cost_age_slope));
}

}  // namespace
}  // namespace vocational
