// SPDX-License-Identifier: Apache-2.0
// Random numbers for tests that must not depend on the engine's own generator: Philox4x32 counted
// up from zero under a key of the test's choosing. Same numbers on every machine.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include <Random123/philox.h>

namespace sim::testing {

class TestRandom {
  public:
    explicit TestRandom(std::uint32_t seed, std::uint32_t stream = 0) : key_{{seed, stream}} {}

    std::uint32_t word() {
        if (used_ == 4) {
            block_ = r123::Philox4x32{}(counter_, key_);
            counter_.incr();
            used_ = 0;
        }
        return block_[used_++];
    }

    std::uint64_t bits() {
        const std::uint64_t high = word();
        return (high << 32) | word();
    }

    // In [0, 1), a multiple of 2^-53.
    double uniform() { return std::ldexp(static_cast<double>(bits() >> 11), -53); }

    // In [0, count); the bias is below count / 2^32.
    std::uint32_t below(std::uint32_t count) {
        return static_cast<std::uint32_t>((std::uint64_t{word()} * count) >> 32);
    }

    template <class T>
    void shuffle(std::span<T> values) {
        for (std::size_t left = values.size(); left > 1; --left) {
            std::swap(values[left - 1], values[below(static_cast<std::uint32_t>(left))]);
        }
    }

  private:
    r123::Philox4x32::key_type key_;
    r123::Philox4x32::ctr_type counter_{{}};
    r123::Philox4x32::ctr_type block_{{}};
    std::size_t used_ = 4;
};

// Mean and its standard error, by Welford's recursion.
class MeanOf {
  public:
    void add(double value) {
        ++count_;
        const double gap = value - mean_;
        mean_ += gap / count_;
        squares_ += gap * (value - mean_);
    }
    double mean() const { return mean_; }
    double standard_deviation() const { return std::sqrt(squares_ / (count_ - 1.0)); }
    double standard_error() const { return standard_deviation() / std::sqrt(count_); }

  private:
    double count_ = 0.0;
    double mean_ = 0.0;
    double squares_ = 0.0;
};

}  // namespace sim::testing
