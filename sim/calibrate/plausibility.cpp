// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/plausibility.hpp"

#include <algorithm>
#include <cmath>

namespace sim {

double Moment::sd() const {
    const double record = 0.5 * tolerance;
    return std::sqrt(record * record + replicate_sd * replicate_sd + discrepancy * discrepancy);
}

double Plausibility::implausibility(std::size_t target, const Point& point) const {
    const Moment& moment = moments_[target];
    const Emulator::Prediction model = emulators_[target].predict(point);
    return std::abs(model.mean - moment.value) / std::hypot(moment.sd(), model.sd);
}

double Plausibility::largest(const Point& point) const {
    double largest = 0.0;
    for (std::size_t j = 0; j < moments_.size(); ++j) {
        largest = std::max(largest, implausibility(j, point));
    }
    return largest;
}

double Plausibility::energy(const Point& point) const {
    double energy = 0.0;
    for (std::size_t j = 0; j < moments_.size(); ++j) {
        const Emulator::Prediction model = emulators_[j].predict(point);
        const double variance = moments_[j].sd() * moments_[j].sd() + model.sd * model.sd;
        const double away = model.mean - moments_[j].value;
        energy += 0.5 * away * away / variance + 0.5 * std::log(variance);
    }
    return energy;
}

}  // namespace sim
