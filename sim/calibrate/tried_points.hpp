// SPDX-License-Identifier: Apache-2.0
// What the search has run so far: points of the cube with the targets' statistics in each of their
// replicates, and how far these are from the record.
#pragma once

#include <functional>
#include <vector>

#include "sim/calibrate/fit.hpp"
#include "sim/calibrate/plausibility.hpp"

namespace sim {

struct TriedPoint {
    Point unit;
    std::vector<double> values;  // of the parameters
    Draws draws;                 // [replicate][target]
    std::vector<double> means;   // of each target over the replicates that the search uses
};

class TriedPoints {
  public:
    TriedPoints(const Calibration& calibration, const SimulatePoints& simulate)
        : calibration_(calibration), simulate_(simulate) {}

    // The base scenario's values, with as many replicates as the result: tells the sampling error.
    // Throws UserError where a target has no value.
    void try_start(const std::vector<double>& values);
    // Points that were tried before are passed over.
    void try_points(const std::vector<Point>& units);
    // Runs points again with more replicates and remembers all.
    void try_again(const std::vector<std::size_t>& indices, int replicates);

    const std::vector<TriedPoint>& points() const { return points_; }
    int runs() const { return runs_; }

    // The targets as the search sees them now: with sampling error and discrepancy.
    std::vector<Moment> moments() const;
    // Squared distances over standard deviations, over all targets, of the means.
    double misfit(std::size_t index) const;
    double distance(std::size_t index, std::size_t target) const;  // to the record, not negative
    double closest(std::size_t target) const;
    const Point& closest_point(std::size_t target) const;

    // Indices, by misfit where that is an order.
    std::size_t best() const { return best_indices(1).front(); }
    std::vector<std::size_t> best_indices(std::size_t count) const;
    std::vector<Point> best_points(std::size_t count) const;
    std::vector<std::size_t> all() const;
    // The half with the least misfit, but as many as a surface needs.
    std::vector<std::size_t> nearest_half() const;
    std::vector<std::size_t> inside(const Region& region) const;
    // Those inside the region and, up to `count`, the nearest of the others in its widths.
    std::vector<std::size_t> nearest_to(const Region& region, std::size_t count) const;

  private:
    void add(Point unit, std::vector<double> values, Draws draws);

    const Calibration& calibration_;
    const SimulatePoints& simulate_;
    std::vector<TriedPoint> points_{};
    std::vector<double> replicate_sd_{};  // of a mean over the replicates of the search
    int runs_ = 0;
};

// One surface per target on the points `which`.
Plausibility fitted_surfaces(const TriedPoints& tried, const std::vector<std::size_t>& which,
                             const Region& region);

// Up to `count` points of `candidates`, each far from those before it in units of `scale`; the
// first is the first.
std::vector<Point> far_apart(const std::vector<Point>& candidates, std::size_t count,
                             const std::vector<double>& scale);

}  // namespace sim
