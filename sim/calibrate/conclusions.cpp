// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/conclusions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sim {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
// An even spread over a range of width 1 has this standard deviation.
const double even_sd = std::sqrt(1.0 / 12.0);
constexpr double identified_width = 0.4;
constexpr double weakly_identified_width = 0.85;
constexpr double near_a_bound = 0.02;  // of the range
constexpr std::size_t most_listed = 1000;

struct Estimated {
    double mean;
    double standard_error;
};

Estimated estimated(const TriedPoint& point, std::size_t target) {
    const auto n = static_cast<double>(point.draws.size());
    double mean = 0.0;
    for (const std::vector<double>& draw : point.draws) {
        mean += draw[target] / n;
    }
    double squares = 0.0;
    for (const std::vector<double>& draw : point.draws) {
        squares += (draw[target] - mean) * (draw[target] - mean);
    }
    return {mean, n > 1.0 ? std::sqrt(squares / (n - 1.0) / n) : missing};
}

double misfit(const TriedPoint& point, const std::vector<Moment>& moments) {
    double sum = 0.0;
    for (std::size_t j = 0; j < moments.size(); ++j) {
        const double away = (estimated(point, j).mean - moments[j].value) / moments[j].sd();
        sum += away * away;
    }
    return sum;
}

// The best of the points that were run with the most replicates.
std::size_t winner(const TriedPoints& tried, const std::vector<Moment>& moments) {
    std::size_t most = 0;
    for (const TriedPoint& point : tried.points()) {
        most = std::max(most, point.draws.size());
    }
    std::size_t best = tried.points().size();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < tried.points().size(); ++i) {
        const TriedPoint& point = tried.points()[i];
        if (point.draws.size() == most && misfit(point, moments) < least) {
            least = misfit(point, moments);
            best = i;
        }
    }
    return best < tried.points().size() ? best : tried.best();
}

double quantile(std::vector<double> values, double share) {
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

ParameterVerdict verdict_of(double width, double unit) {
    if (width > weakly_identified_width) {
        return ParameterVerdict::not_identified;
    }
    if (unit < near_a_bound || unit > 1.0 - near_a_bound) {
        return ParameterVerdict::at_bound;
    }
    return width <= identified_width ? ParameterVerdict::identified
                                     : ParameterVerdict::weakly_identified;
}

ParameterFit parameter_fit(const FittedParameter& parameter, std::size_t k, const TriedPoint& best,
                           const PosteriorDraws& draws, const std::vector<bool>& is_plausible) {
    ParameterFit fit;
    fit.value = best.values[k];
    std::vector<double> all;
    std::vector<double> plausible;
    for (std::size_t i = 0; i < draws.points.size(); ++i) {
        all.push_back(draws.points[i][k]);
        if (is_plausible[i]) {
            plausible.push_back(draws.points[i][k]);
        }
    }
    fit.low = std::min(fit.value, value_at(parameter, quantile(all, 0.05)));
    fit.high = std::max(fit.value, value_at(parameter, quantile(all, 0.95)));
    fit.set_low = missing;
    fit.set_high = missing;
    if (!plausible.empty()) {
        const auto [low, high] = std::minmax_element(plausible.begin(), plausible.end());
        fit.set_low = value_at(parameter, *low);
        fit.set_high = value_at(parameter, *high);
    }
    fit.width = draws.sd[k] / even_sd;
    fit.verdict = verdict_of(fit.width, best.unit[k]);
    return fit;
}

TargetFit target_fit(const Target& target, std::size_t j, const TriedPoints& tried,
                     const TriedPoint& best) {
    const Estimated model = estimated(best, j);
    TargetFit fit;
    fit.start = estimated(tried.points().front(), j).mean;
    fit.model = model.mean;
    fit.standard_error = model.standard_error;
    fit.closest = std::fmin(tried.closest(j), std::abs(model.mean - target.value));
    if (std::abs(model.mean - target.value) <= target.tolerance) {
        fit.verdict = TargetVerdict::met;
    } else if (fit.closest <= target.tolerance) {
        fit.verdict = TargetVerdict::missed;
    } else {
        fit.verdict = TargetVerdict::out_of_reach;
    }
    return fit;
}

std::vector<PlausiblePoint> plausible_points(const Calibration& calibration,
                                             const PosteriorDraws& draws,
                                             const std::vector<double>& implausibility) {
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < draws.points.size(); ++i) {
        if (implausibility[i] <= calibration.method.cutoff) {
            inside.push_back(i);
        }
    }
    const std::size_t step =
        std::max<std::size_t>(1, (inside.size() + most_listed - 1) / most_listed);
    std::vector<PlausiblePoint> points;
    for (std::size_t n = 0; n < inside.size(); n += step) {
        PlausiblePoint point{{}, implausibility[inside[n]]};
        for (std::size_t k = 0; k < calibration.parameters.size(); ++k) {
            point.values.push_back(value_at(calibration.parameters[k], draws.points[inside[n]][k]));
        }
        points.push_back(std::move(point));
    }
    return points;
}

}  // namespace

FitResult conclusions(const Calibration& calibration, const std::vector<double>& start,
                      const TriedPoints& tried, const Plausibility& surfaces,
                      const PosteriorDraws& draws, const std::vector<double>& implausibility) {
    const std::vector<Moment> moments = tried.moments();
    const TriedPoint& best = tried.points()[winner(tried, moments)];
    std::vector<bool> is_plausible;
    for (const double value : implausibility) {
        is_plausible.push_back(value <= calibration.method.cutoff);
    }
    FitResult result;
    for (std::size_t k = 0; k < calibration.parameters.size(); ++k) {
        result.parameters.push_back(
            parameter_fit(calibration.parameters[k], k, best, draws, is_plausible));
        result.parameters.back().start = start[k];
    }
    for (std::size_t j = 0; j < calibration.targets.size(); ++j) {
        result.targets.push_back(target_fit(calibration.targets[j], j, tried, best));
        const std::vector<double> slopes = surfaces.emulators()[j].gradient(best.unit);
        for (std::size_t k = 0; k < slopes.size(); ++k) {
            result.parameters[k].sensitivity.push_back(slopes[k]);
        }
    }
    result.plausible = plausible_points(calibration, draws, implausibility);
    result.misfit = misfit(best, moments);
    result.start_misfit = misfit(tried.points().front(), moments);
    result.runs = tried.runs();
    return result;
}

}  // namespace sim
