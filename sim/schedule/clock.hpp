// SPDX-License-Identifier: Apache-2.0
// One tick is one quarter. A tick carries the calendar, the executor for parallel loops and what
// keys random streams; it carries no state.
#pragma once

#include <cmath>
#include <cstdint>

#include "sim/core/quarter.hpp"
#include "sim/parallel/executor.hpp"
#include "sim/random/rng.hpp"

namespace sim {

// A yearly hazard as the probability that it strikes within a quarter: 1 − (1 − h)^(1/4).
inline double quarterly(double yearly_hazard) {
    return 1.0 - std::sqrt(std::sqrt(1.0 - yearly_hazard));
}

class Tick {
  public:
    Tick(Quarter now, Quarter start, std::uint64_t seed, std::uint32_t replicate,
         const Executor& executor)
        : now_(now), start_(start), seed_(seed), replicate_(replicate), executor_(&executor) {}

    Quarter now() const { return now_; }
    // scenario time.start; earlier ticks are spin-up.
    Quarter start() const { return start_; }
    bool is_quarter(int quarter) const { return now_.quarter() == quarter; }
    // The tick's part of a random key: the same quarter has the same number in every run.
    std::uint32_t key() const { return static_cast<std::uint32_t>(now_.index()); }
    double probability(double yearly_hazard) const { return quarterly(yearly_hazard); }
    const Executor& executor() const { return *executor_; }
    // The stream of a purpose; make it once per loop, not per row.
    Stream stream(Purpose purpose) const { return Stream(seed_, replicate_, purpose); }

  private:
    Quarter now_;
    Quarter start_;
    std::uint64_t seed_;
    std::uint32_t replicate_;
    const Executor* executor_;
};

}  // namespace sim
