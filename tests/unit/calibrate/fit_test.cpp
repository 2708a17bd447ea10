// SPDX-License-Identifier: Apache-2.0
// The search on worlds whose best point is known in closed form.
#include "sim/calibrate/fit.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"

namespace sim {
namespace {

using Values = std::vector<double>;
using World = std::function<Values(const Values&)>;

Calibration calibration_of(std::size_t parameters, const Values& records, double tolerance) {
    Calibration calibration;
    for (std::size_t k = 0; k < parameters; ++k) {
        calibration.parameters.push_back(
            {"p" + std::to_string(k), "1", {0.0, 2.0}, FitScale::linear});
    }
    for (std::size_t j = 0; j < records.size(); ++j) {
        Target target{"t" + std::to_string(j)};
        target.value = records[j];
        target.tolerance = tolerance;
        calibration.targets.push_back(target);
    }
    calibration.budget = 300;
    return calibration;
}

// Replicate r shifts every number by noise of its own, the same at each point.
FitResult fitted(const Calibration& calibration, const World& world, double noise, int threads = 1,
                 int* runs = nullptr) {
    const auto executor = make_executor(Backend::tbb, threads);
    FitRequest request{
        &calibration, Values(calibration.parameters.size(), 1.0), 7, executor.get(), {}};
    return fit(request, [&](const std::vector<Values>& points, int replicates) {
        std::vector<Draws> draws;
        for (const Values& point : points) {
            Draws at;
            for (int r = 0; r < replicates; ++r) {
                Values numbers = world(point);
                Rng rng = Stream(1, static_cast<std::uint32_t>(r), Purpose("noise")).at({}, 0);
                for (double& number : numbers) {
                    number += noise * rng.normal();
                }
                at.push_back(std::move(numbers));
                if (runs != nullptr) {
                    ++*runs;
                }
            }
            draws.push_back(std::move(at));
        }
        return draws;
    });
}

TEST(Fit, FindsTheSolutionOfALinearWorld) {
    // t0 = 2 a + b, t1 = a - b: solved by a = 0.7, b = 1.6.
    const Calibration calibration = calibration_of(2, {3.0, -0.9}, 0.02);
    const FitResult result = fitted(
        calibration,
        [](const Values& p) {
            return Values{2 * p[0] + p[1], p[0] - p[1]};
        },
        0.0);
    EXPECT_NEAR(result.parameters[0].value, 0.7, 0.005);
    EXPECT_NEAR(result.parameters[1].value, 1.6, 0.005);
    for (const ParameterFit& parameter : result.parameters) {
        EXPECT_EQ(parameter.verdict, ParameterVerdict::identified);
        EXPECT_LE(parameter.low, parameter.value);
        EXPECT_GE(parameter.high, parameter.value);
    }
    for (const TargetFit& target : result.targets) {
        EXPECT_EQ(target.verdict, TargetVerdict::met);
    }
    // Slopes times the width of the range.
    EXPECT_NEAR(result.parameters[0].sensitivity[0], 4.0, 1e-6);
    EXPECT_NEAR(result.parameters[1].sensitivity[1], -2.0, 1e-6);
    EXPECT_GT(result.start_misfit, result.misfit);
}

TEST(Fit, IntervalIsThatOfTheLinearPosterior) {
    // One number, one parameter: s.d. of the record 0.05 over slope 2 gives 0.025, times 1.645.
    const Calibration calibration = calibration_of(1, {2.2}, 0.1);
    const FitResult result = fitted(
        calibration, [](const Values& p) { return Values{2 * p[0]}; }, 0.0);
    EXPECT_NEAR(result.parameters[0].low, 1.1 - 0.0411, 0.004);
    EXPECT_NEAR(result.parameters[0].high, 1.1 + 0.0411, 0.004);
    ASSERT_FALSE(result.plausible.empty());
    for (const PlausiblePoint& point : result.plausible) {
        EXPECT_LE(point.implausibility, 3.0);
        EXPECT_NEAR(2 * point.values[0], 2.2, 3.001 * 0.05);
    }
}

TEST(Fit, FindsTheSolutionOfACurvedNoisyWorld) {
    const World world = [](const Values& p) {
        return Values{1.0 / (1.0 + std::exp(-3.0 * (p[0] - p[1]))), p[0] * p[1] + p[2],
                      std::exp(0.8 * p[2])};
    };
    const Values truth{1.4, 0.8, 0.5};
    const Calibration calibration = calibration_of(3, world(truth), 0.04);
    const FitResult result = fitted(calibration, world, 0.005);
    for (std::size_t k = 0; k < truth.size(); ++k) {
        EXPECT_NEAR(result.parameters[k].value, truth[k], 0.06) << k;
    }
    for (const TargetFit& target : result.targets) {
        EXPECT_EQ(target.verdict, TargetVerdict::met);
        EXPECT_GT(target.standard_error, 0.0);
    }
}

TEST(Fit, SaysWhichParameterNoTargetTells) {
    // The second does nothing; only the sum of the third and fourth matters.
    const Calibration calibration = calibration_of(4, {0.6, 2.5}, 0.02);
    const FitResult result = fitted(
        calibration,
        [](const Values& p) {
            return Values{p[0], p[2] + p[3]};
        },
        0.001);
    EXPECT_EQ(result.parameters[0].verdict, ParameterVerdict::identified);
    EXPECT_EQ(result.parameters[1].verdict, ParameterVerdict::not_identified);
    EXPECT_EQ(result.parameters[1].sensitivity, (Values{0.0, 0.0}));
    EXPECT_NE(result.parameters[2].verdict, ParameterVerdict::identified);
    EXPECT_NE(result.parameters[3].verdict, ParameterVerdict::identified);
    EXPECT_NEAR(result.parameters[2].value + result.parameters[3].value, 2.5, 0.02);
}

TEST(Fit, NamesATargetOutOfReachAndFitsTheOthers) {
    // The second number never exceeds 1; the record says 5, which must not pull the first away.
    const Calibration calibration = calibration_of(2, {1.3, 5.0}, 0.02);
    const FitResult result = fitted(
        calibration,
        [](const Values& p) {
            return Values{p[0], 1.0 - 0.2 * (p[1] - 1.5) * (p[1] - 1.5) - 0.1 * p[0]};
        },
        0.0);
    EXPECT_EQ(result.targets[0].verdict, TargetVerdict::met);
    EXPECT_EQ(result.targets[1].verdict, TargetVerdict::out_of_reach);
    EXPECT_NEAR(result.targets[1].closest, 4.0, 0.02);
    EXPECT_NEAR(result.parameters[0].value, 1.3, 0.02);
}

TEST(Fit, TellsTargetsAtOddsFromTargetsOutOfReach) {
    // Both records can be met, but not together: the misses split evenly.
    const Calibration calibration = calibration_of(1, {0.8, 1.2}, 0.02);
    const FitResult result = fitted(
        calibration,
        [](const Values& p) {
            return Values{p[0], p[0]};
        },
        0.0);
    EXPECT_EQ(result.targets[0].verdict, TargetVerdict::missed);
    EXPECT_EQ(result.targets[1].verdict, TargetVerdict::missed);
    EXPECT_NEAR(result.parameters[0].value, 1.0, 0.01);
    EXPECT_TRUE(result.plausible.empty());
    EXPECT_TRUE(std::isnan(result.parameters[0].set_low));
}

TEST(Fit, SaysThatAParameterStandsAtItsBound) {
    const Calibration calibration = calibration_of(1, {2.6}, 0.02);
    const FitResult result = fitted(
        calibration, [](const Values& p) { return Values{p[0]}; }, 0.0);
    EXPECT_EQ(result.parameters[0].verdict, ParameterVerdict::at_bound);
    EXPECT_NEAR(result.parameters[0].value, 2.0, 1e-6);
    EXPECT_EQ(result.targets[0].verdict, TargetVerdict::out_of_reach);
}

TEST(Fit, WorksWithTwentyParametersAndFewRuns) {
    // Each number is moved by three parameters, one of them through a curve.
    const std::size_t many = 20;
    const World world = [&](const Values& p) {
        Values numbers;
        for (std::size_t j = 0; j < 24; ++j) {
            numbers.push_back(p[j % many] + 0.4 * p[(j + 1) % many] +
                              0.3 * std::exp(0.7 * p[(7 * j + 3) % many]));
        }
        return numbers;
    };
    Values truth;
    for (std::size_t k = 0; k < many; ++k) {
        truth.push_back(0.4 + 0.06 * static_cast<double>(k));
    }
    Calibration calibration = calibration_of(many, world(truth), 0.2);
    calibration.budget = 600;
    const FitResult result = fitted(calibration, world, 0.01);
    int met = 0;
    for (const TargetFit& target : result.targets) {
        met += target.verdict == TargetVerdict::met ? 1 : 0;
    }
    EXPECT_GE(met, 23);
    EXPECT_LT(result.misfit, 0.02 * result.start_misfit);
}

TEST(Fit, DoesNotDependOnThreadsAndKeepsToItsBudget) {
    const World world = [](const Values& p) { return Values{p[0] * p[1], std::exp(p[0])}; };
    const Calibration calibration = calibration_of(2, {1.1, 3.0}, 0.05);
    int runs = 0;
    const FitResult one = fitted(calibration, world, 0.01, 1, &runs);
    const FitResult four = fitted(calibration, world, 0.01, 4);
    EXPECT_LE(one.runs, calibration.budget);
    for (std::size_t k = 0; k < 2; ++k) {
        EXPECT_EQ(one.parameters[k].value, four.parameters[k].value);
        EXPECT_EQ(one.parameters[k].low, four.parameters[k].low);
        EXPECT_EQ(one.parameters[k].width, four.parameters[k].width);
    }
    ASSERT_EQ(one.plausible.size(), four.plausible.size());
    for (std::size_t i = 0; i < one.plausible.size(); ++i) {
        EXPECT_EQ(one.plausible[i].values, four.plausible[i].values);
    }
}

TEST(Fit, RefusesATargetThatHasNoValue) {
    Calibration calibration = calibration_of(1, {1.0, 1.0}, 0.1);
    calibration.targets[1].place = {"file.yaml", 12, 5};
    try {
        fitted(
            calibration,
            [](const Values& p) {
                return Values{p[0], std::nan("")};
            },
            0.0);
        FAIL() << "expected a UserError";
    } catch (const UserError& error) {
        ASSERT_EQ(error.problems().size(), 1U);
        EXPECT_EQ(error.problems()[0].place.line, 12);
        EXPECT_NE(error.problems()[0].what.find("'t1'"), std::string::npos);
    }
}

TEST(Fit, LivesWithPointsAtWhichATargetHasNoValue) {
    const Calibration calibration = calibration_of(1, {1.3}, 0.02);
    const FitResult result = fitted(
        calibration, [](const Values& p) { return Values{p[0] > 1.7 ? std::nan("") : p[0]}; }, 0.0);
    EXPECT_NEAR(result.parameters[0].value, 1.3, 0.01);
}

}  // namespace
}  // namespace sim
