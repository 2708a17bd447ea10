// SPDX-License-Identifier: Apache-2.0
// The labour market's own code against R4 and R5: elasticities of matches with equal seekers, the
// loop that a cycle of demand draws, the same means whatever an agent stands for.
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "models/vocational/markets/labour/labour_market.hpp"
#include "models/vocational/phases/separations.hpp"
#include "tests/support/test_random.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

// Factories in each city that want so many posts together.
std::vector<FirmSpec> posts_of_city(std::int32_t wanted) {
    constexpr std::int32_t firms = 10;
    std::vector<FirmSpec> list;
    for (std::size_t city = 0; city < cities; ++city) {
        for (std::int32_t i = 0; i < firms; ++i) {
            list.push_back({city, manufacturing, false, wanted / firms, 0.1F});
        }
    }
    return list;
}

// No network: everybody tries any post alike, no post asks for more, nobody leaves the city.
void make_one_market(LabourWorld& economy) {
    economy.params.labour.rounds.assign(std::int64_t{1});
    economy.params.labour.own_field_weight.assign(1.0);
    economy.params.labour.level_gap_weight.assign(1.0);
    economy.params.labour.upward_weight.assign(1.0);
    economy.params.labour.move_share_rural.assign(0.0);
    economy.params.market.requirement_strictness.assign(0.0);
    economy.params.market.on_the_job_search.assign(0.0);
}

// Log matches of one quarter, by the market itself.
double log_matches(std::int32_t seekers, std::int32_t posts, std::uint64_t seed) {
    LabourWorld economy(8, posts_of_city(posts));
    economy.setting.seed = seed;
    make_one_market(economy);
    std::vector<std::int32_t> left(cities, seekers);
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        std::int32_t& more = left[economy.persons.present_city[row].row()];
        if (more > 0) {
            economy.persons.state[row] = State::unemployed;
            --more;
        }
    }
    LabourMarket market(economy.setting, economy.records, economy.params, economy.wages,
                        economy.world);
    economy.run(market, LabourWorld::now);
    return std::log(static_cast<double>(economy.count(State::employed)));
}

// By which the law multiplies matches, in logarithms, when seekers and posts grow: R4's
// V(1 − exp(−U ÷ V)).
double by_the_law(double seekers, double posts) {
    return std::log(-posts * std::expm1(-seekers / posts));
}

// R4: elasticities over a step of ± a fifth, as the law has them over the same step, within three
// standard errors of forty markets; around the step's middle they are x e^-x ÷ (1 − e^-x), x
// seekers to a post, and add up to one.
TEST(MarketLaw, ElasticitiesAreThoseOfTheUrnBallLaw) {
    struct Case {
        std::int32_t seekers;
        std::int32_t posts;
        double elasticity;
    };
    constexpr std::uint64_t markets = 40;
    const double step = std::log(1.2 / 0.8);
    for (const Case& c :
         {Case{400, 800, 0.770747}, Case{600, 600, 0.581977}, Case{800, 400, 0.313035}}) {
        const auto scaled = [](std::int32_t n, double by) {
            return static_cast<std::int32_t>(std::lround(n * by));
        };
        const auto slope = [&](const auto& log_of, bool more_seekers, bool more_posts) {
            const auto at = [&](double by) {
                return log_of(scaled(c.seekers, more_seekers ? by : 1.0),
                              scaled(c.posts, more_posts ? by : 1.0));
            };
            return (at(1.2) - at(0.8)) / step;
        };
        sim::testing::MeanOf in_seekers;
        sim::testing::MeanOf in_posts;
        sim::testing::MeanOf in_both;
        for (std::uint64_t seed = 1; seed <= markets; ++seed) {
            const auto drawn = [&](std::int32_t seekers, std::int32_t posts) {
                return log_matches(seekers, posts, seed);
            };
            in_seekers.add(slope(drawn, true, false));
            in_posts.add(slope(drawn, false, true));
            in_both.add(slope(drawn, true, true));
        }
        const double expected = slope(by_the_law, true, false);
        EXPECT_NEAR(expected, c.elasticity, 0.01) << c.seekers;  // of the step's middle
        EXPECT_NEAR(in_seekers.mean(), expected, 3.0 * in_seekers.standard_error()) << c.seekers;
        EXPECT_NEAR(in_posts.mean(), slope(by_the_law, false, true),
                    3.0 * in_posts.standard_error())
            << c.seekers;
        EXPECT_NEAR(in_both.mean(), 1.0, 3.0 * in_both.standard_error()) << c.seekers;
    }
}

struct Point {
    double unemployment;
    double vacancies;
};

// R5: jobs wanted swing about 0.96 of the labour force; market and separations do the rest. The
// last of four cycles.
std::vector<Point> last_cycle(double amplitude, int period) {
    constexpr std::int32_t firms = 40;
    std::vector<FirmSpec> list;
    for (std::size_t city = 0; city < cities; ++city) {
        for (std::int32_t i = 0; i < firms; ++i) {
            list.push_back({city, manufacturing, false, 0, 1.0F / firms});
        }
    }
    LabourWorld economy(20, list);
    make_one_market(economy);
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        economy.persons.state[row] = State::unemployed;
    }
    const auto people = static_cast<double>(economy.persons.end_row());
    LabourMarket market(economy.setting, economy.records, economy.params, economy.wages,
                        economy.world);
    Separations separations(economy.setting, economy.params, economy.world);
    std::vector<Point> path;
    for (int t = 0; t < 4 * period; ++t) {
        const double wanted =
            0.96 * (1.0 + amplitude * std::sin(2.0 * std::numbers::pi * t / period));
        double all = 0.0;
        for (std::size_t f = 0; f < economy.firms.end_row(); ++f) {
            const double before = std::floor(all);
            all += wanted * people / static_cast<double>(economy.firms.end_row());
            economy.firms.wanted[f] = static_cast<std::int32_t>(std::floor(all) - before);
        }
        economy.run(market, LabourWorld::now + t);
        economy.run(separations, LabourWorld::now + t);
        double open = 0.0;
        for (std::size_t f = 0; f < economy.firms.end_row(); ++f) {
            open += std::max(0, economy.firms.wanted[f] - economy.firms.headcount[f]);
        }
        if (t >= 3 * period) {
            path.push_back({static_cast<double>(economy.count(State::unemployed)) / people,
                            open / (wanted * people)});
        }
    }
    return path;
}

TEST(MarketLaw, ACycleOfDemandDrawsTheBeveridgeLoop) {
    for (const double amplitude : {0.01, 0.03}) {
        const std::vector<Point> path = last_cycle(amplitude, 32);
        double area = 0.0;
        double u = 0.0;
        double v = 0.0;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const Point& next = path[(i + 1) % path.size()];
            area += 0.5 *
                    (path[i].unemployment * next.vacancies - next.unemployment * path[i].vacancies);
            u += path[i].unemployment / static_cast<double>(path.size());
            v += path[i].vacancies / static_cast<double>(path.size());
        }
        double uv = 0.0;
        double uu = 0.0;
        double vv = 0.0;
        for (const Point& point : path) {
            uv += (point.unemployment - u) * (point.vacancies - v);
            uu += (point.unemployment - u) * (point.unemployment - u);
            vv += (point.vacancies - v) * (point.vacancies - v);
        }
        EXPECT_GT(area, 0.0) << amplitude;  // counter-clockwise
        EXPECT_LT(uv / std::sqrt(uu * vv), 0.0) << amplitude;
    }
}

// As many people and posts in agents of 16, 4 and 1 hundredths of them: the same share of posts
// stays open.
TEST(MarketLaw, OpenPostsDoNotDependOnScale) {
    const auto open_share = [](std::uint32_t people, std::int32_t wanted) {
        double open = 0.0;
        double posts = 0.0;
        for (int quarter = 0; quarter < 40; ++quarter) {
            LabourWorld economy(people, posts_of_city(wanted));
            for (std::size_t row = 0; row < economy.persons.end_row(); row += 2) {
                economy.persons.state[row] = State::unemployed;
            }
            LabourMarket market(economy.setting, economy.records, economy.params, economy.wages,
                                economy.world);
            economy.run(market, LabourWorld::now + quarter);
            for (std::size_t f = 0; f < economy.firms.end_row(); ++f) {
                posts += economy.firms.wanted[f];
                open += economy.firms.wanted[f] - economy.firms.headcount[f];
            }
        }
        return open / posts;
    };
    const double fine = open_share(16, 640);
    EXPECT_NEAR(open_share(4, 160), fine, 0.01);
    EXPECT_NEAR(open_share(1, 40), fine, 0.02);
}

}  // namespace
}  // namespace vocational::testing
