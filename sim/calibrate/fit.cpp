// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/fit.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/calibrate/conclusions.hpp"
#include "sim/calibrate/least_squares.hpp"
#include "sim/calibrate/posterior.hpp"
#include "sim/calibrate/tried_points.hpp"
#include "sim/core/contract.hpp"

namespace sim {

namespace {

constexpr int finalists = 3;
constexpr std::size_t chains = 16;

// Points for the screening and for each wave; the refinement has what is left.
struct Plan {
    std::size_t screening;
    std::size_t wave;
};

std::size_t least_screening(const Calibration& calibration) {
    return 2 * (calibration.parameters.size() + 1);
}

int overhead(const Calibration& calibration) {
    const int more = std::max(0, calibration.method.final_replicates - calibration.replicates);
    return calibration.replicates + more + finalists * more;
}

Plan plan_of(const Calibration& calibration) {
    const auto points = static_cast<std::size_t>((calibration.budget - overhead(calibration)) /
                                                 calibration.replicates);
    const auto waves = static_cast<std::size_t>(calibration.method.waves);
    Plan plan{};
    plan.screening = std::max(least_screening(calibration), points * 2 / 5);
    plan.wave = waves > 0 ? points * 7 / 20 / waves : 0;
    return plan;
}

class Search {
  public:
    Search(const FitRequest& request, const SimulatePoints& simulate)
        : request_(request),
          calibration_(*request.calibration),
          dimensions_(calibration_.parameters.size()),
          plan_(plan_of(calibration_)),
          tried_(calibration_, simulate) {}

    FitResult run() {
        tried_.try_start(request_.start);
        screen();
        for (int wave = 1; wave <= calibration_.method.waves; ++wave) {
            history_wave(wave);
        }
        refine();
        compare_best();
        return conclude();
    }

  private:
    void screen() {
        say(fmt::format("screening: {} points over the ranges", plan_.screening));
        tried_.try_points(sobol_points(plan_.screening, dimensions_, request_.seed));
        probe_targets();
    }

    // Where no point meets a target, one more is run where the emulator says it comes closest: a
    // target is out of reach by the model's word, not by the emulator's.
    void probe_targets() {
        const Plausibility surfaces = surfaces_on(tried_.all());
        const Box cube{Point(dimensions_, 0.0), Point(dimensions_, 1.0)};
        std::vector<Point> probes;
        for (std::size_t j = 0; j < calibration_.targets.size(); ++j) {
            if (tried_.closest(j) > calibration_.targets[j].tolerance) {
                probes.push_back(least_misfit(surfaces, tried_.closest_point(j), cube, j));
            }
        }
        probes.resize(std::min(probes.size(), points_left()));
        tried_.try_points(probes);
    }

    Plausibility surfaces_on(const std::vector<std::size_t>& which) const {
        return fitted_surfaces(tried_, which, whole_cube(dimensions_));
    }

    // Energy under the newest surfaces, with what earlier waves ruled out fenced off.
    double energy(const Plausibility& newest, const Point& point) const {
        double energy = newest.energy(point);
        for (const Plausibility& wave : waves_) {
            for (std::size_t j = 0; j < wave.moments().size(); ++j) {
                const double beyond = wave.implausibility(j, point) - calibration_.method.cutoff;
                energy += beyond > 0.0 ? beyond * beyond : 0.0;
            }
        }
        return energy;
    }

    double largest_implausibility(const Plausibility& newest, const Point& point) const {
        double largest = newest.largest(point);
        for (const Plausibility& wave : waves_) {
            largest = std::max(largest, wave.largest(point));
        }
        return largest;
    }

    // Of the volume of the ranges, what is not implausible yet.
    double share_of_ranges(const Plausibility& newest) const {
        constexpr std::size_t looked_at = 4096;
        std::size_t plausible = 0;
        for (const Point& point : sobol_points(looked_at, dimensions_, request_.seed + 500U)) {
            plausible +=
                largest_implausibility(newest, point) <= calibration_.method.cutoff ? 1U : 0U;
        }
        return static_cast<double>(plausible) / static_cast<double>(looked_at);
    }

    PosteriorDraws posterior(const Plausibility& newest, std::uint64_t salt) const {
        std::vector<Point> starts = tried_.best_points(chains);
        return draw_posterior([&](const Point& point) { return energy(newest, point); }, starts,
                              request_.seed + salt, *request_.executor);
    }

    void history_wave(int number) {
        // The first wave learns from all points, later ones from those that come near.
        const Plausibility surfaces =
            surfaces_on(number == 1 ? tried_.all() : tried_.nearest_half());
        const PosteriorDraws draws = posterior(surfaces, static_cast<std::uint64_t>(number));
        spread_ = draws.sd;
        std::vector<std::pair<double, std::size_t>> ranked;
        for (std::size_t i = 0; i < draws.points.size(); ++i) {
            ranked.emplace_back(largest_implausibility(surfaces, draws.points[i]), i);
        }
        std::sort(ranked.begin(), ranked.end());
        std::size_t kept = 0;
        while (kept < ranked.size() && ranked[kept].first <= calibration_.method.cutoff) {
            ++kept;
        }
        const double share = share_of_ranges(surfaces);
        shares_.push_back(share);
        say(fmt::format("wave {}: {:.2g} % of the ranges are not ruled out; {} points", number,
                        100.0 * share, plan_.wave));
        // If nearly all is ruled out, targets are at odds: go on where they are least so.
        kept = std::max(kept, std::min(ranked.size(), std::max(ranked.size() / 10, plan_.wave)));
        std::vector<Point> candidates;
        for (std::size_t i = 0; i < kept; ++i) {
            candidates.push_back(draws.points[ranked[i].second]);
        }
        waves_.push_back(surfaces);
        tried_.try_points(far_apart(candidates, std::min(plan_.wave, points_left()), draws.sd));
    }

    // What the budget still allows besides the comparison of the best.
    std::size_t points_left() const {
        const int more =
            std::max(0, calibration_.method.final_replicates - calibration_.replicates);
        const int left = calibration_.budget - tried_.runs() - finalists * more;
        return static_cast<std::size_t>(std::max(0, left / calibration_.replicates));
    }

    // Downhill on surfaces fitted around the best point; the box grows and shrinks with success.
    void refine() {
        constexpr double smallest = 0.05;
        std::size_t left = points_left();
        double size = 1.0;
        const std::size_t least = 2 * (dimensions_ + 1);
        int rounds = 0;
        while (left > 0 && size >= smallest) {
            const Point centre = tried_.best_points(1).front();
            const double before = tried_.misfit(tried_.best());
            const Box box = box_around(centre, half_widths(size));
            std::vector<Point> batch = proposals(centre, size, least);
            const std::size_t in_box = tried_.inside({centre, half_widths(size)}).size();
            const std::size_t wanted = in_box < least ? least - in_box : dimensions_ / 4 + 1;
            for (const Point& unit :
                 sobol_points(wanted, dimensions_,
                              request_.seed + 1000U + static_cast<std::uint64_t>(rounds))) {
                batch.push_back(stretched(unit, box));
            }
            batch.resize(std::min(batch.size(), left));
            left -= batch.size();
            tried_.try_points(batch);
            const double after = tried_.misfit(tried_.best());
            size = after < 0.95 * before ? std::min(1.5 * size, 2.0) : 0.5 * size;
            ++rounds;
        }
        say(fmt::format("refinement: {} rounds, misfit {:.3g}", rounds,
                        tried_.misfit(tried_.best())));
    }

    Point half_widths(double size) const {
        constexpr double least = 0.03;
        constexpr double most = 0.3;
        Point half(dimensions_, 0.25 * size);
        for (std::size_t k = 0; k < spread_.size(); ++k) {
            half[k] = size * std::clamp(1.5 * spread_[k], least, most);
        }
        return half;
    }

    std::vector<Point> proposals(const Point& centre, double size, std::size_t least) const {
        std::vector<Point> points;
        const Point wide = half_widths(2.0 * size);
        const std::vector<std::size_t> data = tried_.nearest_to({centre, wide}, 2 * least);
        const Plausibility local = fitted_surfaces(tried_, data, {centre, wide});
        for (const double part : {1.0, 0.4}) {
            points.push_back(
                least_misfit(local, centre, box_around(centre, half_widths(part * size))));
        }
        return points;
    }

    static Point stretched(const Point& unit, const Box& box) {
        Point point = unit;
        for (std::size_t k = 0; k < point.size(); ++k) {
            point[k] = box.low[k] + unit[k] * (box.high[k] - box.low[k]);
        }
        return point;
    }

    void compare_best() {
        tried_.try_again(tried_.best_indices(finalists), calibration_.method.final_replicates);
    }

    FitResult conclude() const {
        const Plausibility surfaces =
            surfaces_on(calibration_.method.waves > 0 ? tried_.nearest_half() : tried_.all());
        const PosteriorDraws draws = posterior(surfaces, 500);
        std::vector<double> implausibility;
        for (const Point& point : draws.points) {
            implausibility.push_back(largest_implausibility(surfaces, point));
        }
        FitResult result =
            conclusions(calibration_, request_.start, tried_, surfaces, draws, implausibility);
        result.plausible_share = shares_;
        return result;
    }

    void say(const std::string& text) const {
        if (request_.note) {
            request_.note(text);
        }
    }

    const FitRequest& request_;
    const Calibration& calibration_;
    std::size_t dimensions_;
    Plan plan_;
    TriedPoints tried_;
    std::vector<Plausibility> waves_{};
    std::vector<double> spread_{};
    std::vector<double> shares_{};
};

}  // namespace

int least_budget(const Calibration& calibration) {
    // The screening may take two fifths of the points, or nothing would be left to learn from it.
    const auto points = static_cast<int>(least_screening(calibration) * 5 / 2) + 1;
    return overhead(calibration) + points * calibration.replicates;
}

FitResult fit(const FitRequest& request, const SimulatePoints& simulate) {
    SIM_EXPECT(request.calibration->budget >= least_budget(*request.calibration));
    return Search(request, simulate).run();
}

}  // namespace sim
