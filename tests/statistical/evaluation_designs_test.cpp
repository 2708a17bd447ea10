// SPDX-License-Identifier: Apache-2.0
// R17 Evaluation designs inside the model: what studies find beside what is true. Pilots (b) are in
// unit/sweep/pilot_effects_test.cpp and policies/test_pilot.py, postponement (c) in
// unit/vocational/firms/training_value_test.cpp. Seats go by the engine's markets, quality by the
// model's equation.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "models/vocational/agents/schools/quality_equation.hpp"
#include "sim/matching/serial_dictatorship.hpp"
#include "sim/random/normal.hpp"
#include "tests/support/least_squares.hpp"
#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

// A market in which everyone ranks the same options, by one score.
struct SharedList {
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint32_t> options;
    std::vector<std::uint64_t> lottery;

    SharedList(std::size_t applicants, std::size_t listed, TestRandom& random) : offsets{0} {
        for (std::size_t a = 0; a < applicants; ++a) {
            for (std::size_t i = 0; i < listed; ++i) {
                options.push_back(static_cast<std::uint32_t>(i));
            }
            offsets.push_back(static_cast<std::uint32_t>(options.size()));
            lottery.push_back(random.bits());
        }
    }
    std::vector<std::uint32_t> assigned(const std::vector<std::uint32_t>& seats,
                                        const std::vector<float>& score) const {
        return serial_dictatorship({offsets, options, seats, score, lottery, ScoreBy::applicant});
    }
};

double normal(TestRandom& random) {
    return normal_quantile(std::clamp(random.uniform(), 1e-12, 1.0 - 1e-12));
}

// R17a. An exam admits the better half; being admitted is worth t0 + t1 · ability to the person.
TEST(EvaluationDesigns, DiscontinuityAtTheCutoffIsTheEffectOnTheMarginalEntrant) {
    constexpr std::size_t people = 200'000;
    constexpr double t0 = 0.3;
    constexpr double t1 = 0.2;
    constexpr double noise = 0.5;
    constexpr double width = 0.25;
    TestRandom random(17);
    std::vector<double> ability(people);
    std::vector<float> score(people);
    for (std::size_t i = 0; i < people; ++i) {
        ability[i] = normal(random);
        score[i] = static_cast<float>(ability[i] + noise * normal(random));
    }
    const auto admitted = SharedList(people, 1, random).assigned({people / 3}, score);
    float cutoff = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < people; ++i) {
        cutoff = admitted[i] == unassigned ? cutoff : std::min(cutoff, score[i]);
    }
    std::vector<std::vector<double>> rows;
    std::vector<double> outcomes;
    MeanOf gap_admitted;
    MeanOf gap_others;
    for (std::size_t i = 0; i < people; ++i) {
        const double is_in = admitted[i] == unassigned ? 0.0 : 1.0;
        const double outcome =
            0.5 * ability[i] + is_in * (t0 + t1 * ability[i]) + 0.3 * normal(random);
        (is_in > 0.0 ? gap_admitted : gap_others).add(outcome);
        const double distance = static_cast<double>(score[i]) - static_cast<double>(cutoff);
        if (std::abs(distance) <= width) {
            rows.push_back({1.0, is_in, distance, is_in * distance});
            outcomes.push_back(outcome);
        }
    }
    // Ability given a score s has the mean s ÷ (1 + noise²).
    const double marginal = static_cast<double>(cutoff) / (1.0 + noise * noise);
    const double structural = t0 + t1 * marginal;
    const Fit fit = least_squares(rows, outcomes);
    EXPECT_NEAR(fit.coefficients[1], structural, 3.0 * fit.standard_errors[1]);
    EXPECT_LT(fit.standard_errors[1], 0.02);
    // The raw gap holds the selection too.
    EXPECT_GT(gap_admitted.mean() - gap_others.mean(), structural + 0.5);
}

// R17d. A lottery lets half of those who take part choose among schools of falling quality; the
// others stay at theirs, of quality 0. Winners less losers, at a share of the district.
double lottery_effect(double participation, std::uint32_t seats_per_school) {
    constexpr std::size_t people = 20'000;
    constexpr std::size_t schools = 10;
    TestRandom random(170);
    const auto winners = static_cast<std::size_t>(participation * people / 2.0);
    const std::vector<float> score(winners, 0.0F);
    const std::vector<std::uint32_t> seats(schools, seats_per_school);
    const auto school = SharedList(winners, schools, random).assigned(seats, score);
    MeanOf gained;
    for (const std::uint32_t at : school) {
        const double quality = at == unassigned ? 0.0 : 1.0 - 0.1 * static_cast<double>(at);
        gained.add(quality);
    }
    return gained.mean();
}

TEST(EvaluationDesigns, LotteryEffectsFallAsParticipationRisesWhereGoodSeatsAreScarce) {
    double before = lottery_effect(0.05, 1'000);
    EXPECT_DOUBLE_EQ(before, 1.0);
    for (const double participation : {0.2, 0.4, 0.6, 0.8, 1.0}) {
        const double effect = lottery_effect(participation, 1'000);
        EXPECT_LT(effect, before) << participation;
        before = effect;
    }
    EXPECT_NEAR(before, 0.55, 1e-12);  // all ten schools filled
    // With good seats for all who want them it does not.
    EXPECT_DOUBLE_EQ(lottery_effect(1.0, 10'000), lottery_effect(0.05, 10'000));
}

// R17e. A district on a ring, a school in the middle of each neighbourhood. A student chooses by
// weight · achievement − (1 − weight) · distance, achievement being what a school reports: the mean
// ability of its neighbourhood and its own value added. What a student gains is the value added and
// the quality of its class, which falls in crowded ones.
class District {
  public:
    District(double ability_spread, double value_spread, std::uint32_t seed) {
        TestRandom random(seed);
        for (std::size_t s = 0; s < schools; ++s) {
            ability_.push_back(ability_spread * normal(random));
            value_.push_back(value_spread * normal(random));
        }
        for (std::size_t i = 0; i < students; ++i) {
            home_.push_back(schools * (static_cast<double>(i) + 0.5) / students);
        }
    }
    // Mean gain over the district.
    double mean_gain(double weight) const {
        std::vector<std::size_t> chosen(students);
        std::vector<double> enrolled(schools, 0.0);
        for (std::size_t i = 0; i < students; ++i) {
            const auto utility = [&](std::size_t s) {
                const double gap = std::abs(home_[i] - (static_cast<double>(s) + 0.5));
                const double distance = std::min(gap, static_cast<double>(schools) - gap);
                return weight * (ability_[s] + value_[s]) - (1.0 - weight) * distance;
            };
            for (std::size_t s = 1; s < schools; ++s) {
                chosen[i] = utility(s) > utility(chosen[i]) ? s : chosen[i];
            }
            enrolled[chosen[i]] += 1.0;
        }
        const double norm = static_cast<double>(students) / schools;
        double sum = 0.0;
        for (std::size_t s = 0; s < schools; ++s) {
            vocational::QualityTerms terms;
            terms.crowding = std::max(1.0, enrolled[s] / norm);
            const double quality =
                vocational::log_quality(params_, vocational::Track::general_high, terms);
            vocational::QualityTerms usual;
            sum += enrolled[s] *
                   (value_[s] + quality -
                    vocational::log_quality(params_, vocational::Track::general_high, usual));
        }
        return sum / students;
    }

  private:
    static constexpr std::size_t schools = 20;
    static constexpr std::size_t students = 4'000;

    vocational::TeachingParams params_;
    std::vector<double> ability_;  // mean of the neighbourhood
    std::vector<double> value_;
    std::vector<double> home_;
};

// Mean over districts of the gain at a weight, less that of going to the nearest school.
MeanOf change_of_gain(double weight, double ability_spread, double value_spread) {
    MeanOf change;
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const District district(ability_spread, value_spread, seed);
        change.add(district.mean_gain(weight) - district.mean_gain(0.0));
    }
    return change;
}

TEST(EvaluationDesigns, MoreWeightOnAchievementCanLowerTheDistrictMean) {
    // Where reported achievement is mostly the neighbourhood's, the mean falls over the whole range
    // in which it moves anybody, and the more the more weight it has.
    double before = 0.0;
    for (const double weight : {0.3, 0.5, 0.7, 0.9}) {
        const MeanOf change = change_of_gain(weight, 1.0, 0.1);
        EXPECT_LT(change.mean() + 3.0 * change.standard_error(), 0.0) << weight;
        EXPECT_LT(change.mean(), before) << weight;
        before = change.mean();
    }
    // Where it is mostly value added, a little weight raises the mean.
    for (const double weight : {0.3, 0.5}) {
        const MeanOf change = change_of_gain(weight, 0.1, 1.0);
        EXPECT_GT(change.mean() - 3.0 * change.standard_error(), 0.0) << weight;
    }
}

}  // namespace
}  // namespace sim::testing
