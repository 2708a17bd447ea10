// SPDX-License-Identifier: Apache-2.0
// How far from the targets the model is at a point, as its emulators say: one implausibility per
// target (Craig and others 1997; Vernon, Goldstein and Bower 2010), the distance to the record over
// the standard deviation of everything that may lie between the two.
#pragma once

#include <vector>

#include "sim/calibrate/emulator.hpp"

namespace sim {

// A target as the search sees it.
struct Moment {
    double value = 0.0;
    double tolerance = 0.0;     // two standard deviations of the record
    double replicate_sd = 0.0;  // of the model's mean over the replicates of a point
    double discrepancy = 0.0;   // by how much the model cannot come closer, 0 if it can

    // Standard deviation of record, sampling and discrepancy together.
    double sd() const;
};

class Plausibility {
  public:
    Plausibility(std::vector<Moment> moments, std::vector<Emulator> emulators)
        : moments_(std::move(moments)), emulators_(std::move(emulators)) {}

    const std::vector<Moment>& moments() const { return moments_; }
    const std::vector<Emulator>& emulators() const { return emulators_; }
    double implausibility(std::size_t target, const Point& point) const;
    double largest(const Point& point) const;  // implausibility of any target
    // Minus the logarithm of the posterior density under even prior, up to a constant.
    double energy(const Point& point) const;

  private:
    std::vector<Moment> moments_;
    std::vector<Emulator> emulators_;
};

}  // namespace sim
