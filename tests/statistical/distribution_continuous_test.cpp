// SPDX-License-Identifier: Apache-2.0
// Continuous variates against the distribution functions of Boost.Math, and their moments.
#include <cmath>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/extreme_value.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/pareto.hpp>

#include "sim/random/distributions.hpp"
#include "tests/statistical/distribution_check.hpp"

namespace sim::testing {
namespace {

template <class Law>
Cdf cdf_of(Law law) {
    return [law](double x) { return boost::math::cdf(law, x); };
}

TEST(DistributionContinuous, Uniform) {
    expect_continuous(
        "uniform", [](Rng& rng) { return rng.uniform(); }, [](double u) { return u; });
}

TEST(DistributionContinuous, Normal) {
    expect_continuous(
        "normal", [](Rng& rng) { return draw::normal(rng, -3.0, 2.5); },
        cdf_of(boost::math::normal(-3.0, 2.5)));
}

TEST(DistributionContinuous, LogNormal) {
    expect_continuous(
        "log-normal", [](Rng& rng) { return draw::log_normal(rng, 0.4, 0.7); },
        cdf_of(boost::math::lognormal(0.4, 0.7)));
}

TEST(DistributionContinuous, Exponential) {
    expect_continuous(
        "exponential", [](Rng& rng) { return draw::exponential(rng, 4.0); },
        cdf_of(boost::math::exponential(0.25)));
}

TEST(DistributionContinuous, Gumbel) {
    expect_continuous(
        "gumbel", [](Rng& rng) { return draw::gumbel(rng, 1.0, 2.0); },
        cdf_of(boost::math::extreme_value(1.0, 2.0)));
}

TEST(DistributionContinuous, Pareto) {
    expect_continuous(
        "pareto", [](Rng& rng) { return draw::pareto(rng, 3.0, 1.06); },
        cdf_of(boost::math::pareto(3.0, 1.06)));
}

TEST(DistributionContinuous, Gamma) {
    for (const double shape : {0.05, 0.7, 1.0, 2.5, 30.0, 5000.0}) {
        expect_continuous(
            "gamma " + std::to_string(shape),
            [&](Rng& rng) { return draw::gamma(rng, shape, 2.0); },
            cdf_of(boost::math::gamma_distribution<>(shape, 2.0)));
    }
}

TEST(DistributionContinuous, Beta) {
    for (const auto& [one, zero] :
         {std::pair{1.0, 1.0}, {0.5, 0.5}, {2.0, 5.0}, {0.1, 3.0}, {80.0, 20.0}}) {
        expect_continuous(
            "beta " + std::to_string(one) + ' ' + std::to_string(zero),
            [first = one, second = zero](Rng& rng) { return draw::beta(rng, first, second); },
            cdf_of(boost::math::beta_distribution<>(one, zero)));
    }
}

TEST(DistributionContinuous, TruncatedNormal) {
    const boost::math::normal law(10.0, 2.0);
    for (const auto& [low, high] : {std::pair{9.0, 12.0}, {14.0, 15.0}, {-1e9, 4.0}, {20.0, 1e9}}) {
        const draw::TruncatedNormal variate(10.0, 2.0, low, high);
        // The upper tail is used where it is the smaller one: far out, differences of the lower
        // tail have no digits left.
        const bool is_upper = low > 10.0;
        const auto tail = [&law, is_upper](double x) {
            return is_upper ? boost::math::cdf(boost::math::complement(law, x))
                            : boost::math::cdf(law, x);
        };
        const double from = tail(low);
        const double width = tail(high) - from;
        expect_continuous("truncated normal from " + std::to_string(low), variate,
                          [&](double x) { return (tail(x) - from) / width; });
    }
}

// The first two moments, which p-values of distances see less sharply.
TEST(DistributionContinuous, MomentsAreRight) {
    struct Case {
        const char* name;
        double (*draw_one)(Rng&);
        double mean;
        double sd;
    };
    constexpr double pi = 3.14159265358979323846;
    const Case cases[] = {
        {"uniform", [](Rng& rng) { return rng.uniform(); }, 0.5, std::sqrt(1.0 / 12.0)},
        {"normal", [](Rng& rng) { return rng.normal(); }, 0.0, 1.0},
        {"normal squared", [](Rng& rng) { return std::pow(rng.normal(), 2); }, 1.0, std::sqrt(2.0)},
        {"exponential", [](Rng& rng) { return rng.exponential(); }, 1.0, 1.0},
        {"exponential squared", [](Rng& rng) { return std::pow(rng.exponential(), 2); }, 2.0,
         std::sqrt(20.0)},
        {"gumbel", [](Rng& rng) { return rng.gumbel(); }, 0.57721566490153286, pi / std::sqrt(6.0)},
        {"gamma", [](Rng& rng) { return draw::gamma(rng, 4.0, 0.5); }, 2.0, 1.0},
        {"beta", [](Rng& rng) { return draw::beta(rng, 2.0, 2.0); }, 0.5, std::sqrt(0.05)},
    };
    for (const Case& row : cases) {
        PValues p_values(row.name);
        std::vector<double> all;
        for (std::uint32_t key = 0; key < check_keys; ++key) {
            const auto sample = keyed_sample<double>(key, row.draw_one);
            p_values.add(mean_p_value(sample, row.mean, row.sd));
            all.insert(all.end(), sample.begin(), sample.end());
        }
        p_values.expect_uniform();
        EXPECT_GT(mean_p_value(all, row.mean, row.sd), 1e-4) << row.name;
    }
}

}  // namespace
}  // namespace sim::testing
