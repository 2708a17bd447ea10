// SPDX-License-Identifier: Apache-2.0
// The bodies of the loops are those of elementary.hpp without a branch and with whole numbers of 32
// bits, for which AVX2 has conversions; compilers make vectors of them.
#include "sim/random/elementary_batch.hpp"

#include <algorithm>
#include <cstddef>

#include "sim/random/elementary.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#define SIM_AVX2 __attribute__((target("avx2")))
#define SIM_HAS_AVX2 (__builtin_cpu_supports("avx2") != 0)
#else
#define SIM_AVX2
#define SIM_HAS_AVX2 false
#endif

namespace sim::elementary {

namespace {

[[gnu::always_inline]] inline void log_all(double* numbers, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto bits = std::bit_cast<std::uint64_t>(numbers[i]);
        const auto high = static_cast<std::int32_t>((bits - sqrt_half) >> 32U);
        const std::int32_t exponent = high >> 20;
        const std::uint64_t shifted = static_cast<std::uint64_t>(std::int64_t{exponent}) << 52U;
        numbers[i] =
            log_reduced(std::bit_cast<double>(bits - shifted) - 1.0, static_cast<double>(exponent));
    }
}

[[gnu::always_inline]] inline double whole_power_of_two(std::int32_t n) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(std::int64_t{n} + 1023) << 52U);
}

// Of numbers for which exp() has no case of its own.
[[gnu::always_inline]] inline void exp_all(double* numbers, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const double x = numbers[i];
        const auto n = static_cast<std::int32_t>(x * one_over_ln2 + (x < 0.0 ? -0.5 : 0.5));
        const double result = exp_reduced(x, static_cast<double>(n));
        const std::int32_t half = n / 2;
        numbers[i] = result * whole_power_of_two(half) * whole_power_of_two(n - half);
    }
}

SIM_AVX2 void log_avx2(double* numbers, std::size_t count) {
    log_all(numbers, count);
}
void log_plain(double* numbers, std::size_t count) {
    log_all(numbers, count);
}
SIM_AVX2 void exp_avx2(double* numbers, std::size_t count) {
    exp_all(numbers, count);
}
void exp_plain(double* numbers, std::size_t count) {
    exp_all(numbers, count);
}

const bool has_avx2 = SIM_HAS_AVX2;

}  // namespace

void log_each(std::span<double> numbers) {
    (has_avx2 ? log_avx2 : log_plain)(numbers.data(), numbers.size());
}

void exp_each(std::span<double> numbers) {
    const bool are_usual = std::all_of(numbers.begin(), numbers.end(), [](double x) {
        return x >= lowest_of_exp && x < highest_of_exp;
    });
    if (are_usual) {
        (has_avx2 ? exp_avx2 : exp_plain)(numbers.data(), numbers.size());
        return;
    }
    for (double& x : numbers) {
        x = exp(x);
    }
}

}  // namespace sim::elementary
