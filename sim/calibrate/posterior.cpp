// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/posterior.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/rng.hpp"

namespace sim {

namespace {

constexpr int burn_in_sweeps = 150;
constexpr int kept_sweeps = 200;
constexpr int thinning = 2;

// Back into [0, 1] as if its ends were mirrors.
double mirrored(double x) {
    const double turned = std::abs(std::fmod(x, 2.0));
    return turned > 1.0 ? 2.0 - turned : turned;
}

class Chain {
  public:
    Chain(const std::function<double(const Point&)>& energy, Point start, Rng rng)
        : energy_(energy),
          rng_(rng),
          state_(std::move(start)),
          at_(energy_(state_)),
          step_(state_.size(), 0.2) {}

    std::vector<Point> run() {
        std::vector<Point> kept;
        for (int sweep = 0; sweep < burn_in_sweeps + kept_sweeps; ++sweep) {
            const bool is_burn_in = sweep < burn_in_sweeps;
            for (std::size_t k = 0; k < state_.size(); ++k) {
                move_coordinate(k, is_burn_in);
            }
            move_along_past();
            if (is_burn_in) {
                past_.push_back(state_);  // complete before the kept part: its moves are symmetric
            } else if (sweep % thinning == 0) {
                kept.push_back(state_);
            }
        }
        return kept;
    }

  private:
    void move_coordinate(std::size_t k, bool is_burn_in) {
        Point proposal = state_;
        proposal[k] = mirrored(proposal[k] + step_[k] * rng_.normal());
        const bool moved = accept(std::move(proposal));
        if (is_burn_in) {  // towards 44 accepted moves of 100
            step_[k] = std::clamp(step_[k] * elementary::exp(moved ? 0.14 : -0.11), 1e-4, 1.0);
        }
    }

    void move_along_past() {
        if (past_.size() < 20) {
            return;
        }
        const auto drawn = [&] { return rng_.below(static_cast<std::uint32_t>(past_.size())); };
        const Point& from = past_[drawn()];
        const Point& to = past_[drawn()];
        const double stretch =
            (rng_.bernoulli(0.1) ? 1.0
                                 : 2.38 / std::sqrt(2.0 * static_cast<double>(state_.size())));
        Point proposal = state_;
        for (std::size_t k = 0; k < proposal.size(); ++k) {
            proposal[k] =
                mirrored(proposal[k] + stretch * (to[k] - from[k]) + 1e-4 * rng_.normal());
        }
        accept(std::move(proposal));
    }

    bool accept(Point proposal) {
        const double there = energy_(proposal);
        SIM_ENSURE(std::isfinite(there));
        if (at_ - there < elementary::log(rng_.uniform())) {
            return false;
        }
        state_ = std::move(proposal);
        at_ = there;
        return true;
    }

    const std::function<double(const Point&)>& energy_;
    Rng rng_;
    Point state_;
    double at_;
    std::vector<double> step_;
    std::vector<Point> past_{};
};

void describe(PosteriorDraws& draws, std::size_t dimensions) {
    const double n = static_cast<double>(draws.points.size());
    draws.mean.assign(dimensions, 0.0);
    draws.sd.assign(dimensions, 0.0);
    for (std::size_t k = 0; k < dimensions; ++k) {
        double squares = 0.0;
        for (const Point& point : draws.points) {
            draws.mean[k] += point[k] / n;
        }
        for (const Point& point : draws.points) {
            squares += (point[k] - draws.mean[k]) * (point[k] - draws.mean[k]);
        }
        draws.sd[k] = std::sqrt(squares / n);
    }
}

}  // namespace

PosteriorDraws draw_posterior(const std::function<double(const Point&)>& energy,
                              const std::vector<Point>& starts, std::uint64_t seed,
                              const Executor& executor) {
    SIM_EXPECT(!starts.empty());
    const Stream stream(seed, 0, Purpose("calibrate/posterior"));
    std::vector<std::vector<Point>> kept(starts.size());
    executor.for_rows(starts.size(), 1, [&](std::size_t chain) {
        kept[chain] = Chain(energy, starts[chain], stream.at(Identity{chain}, 0)).run();
    });
    PosteriorDraws draws;
    for (const std::vector<Point>& chain : kept) {
        draws.points.insert(draws.points.end(), chain.begin(), chain.end());
    }
    describe(draws, starts.front().size());
    return draws;
}

}  // namespace sim
