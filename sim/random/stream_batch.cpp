// SPDX-License-Identifier: Apache-2.0
// First words of many identities at once. Four Philox blocks run side by side in SSE2, which every
// x86-64 has; elsewhere and for the remainder the plain block function gives the same words.
#include <cstddef>

#include "sim/random/rng.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace sim {

namespace {

#if defined(__SSE2__)

constexpr std::size_t lanes = 4;

// Two counters in each register, one word in the low half of each 64-bit lane. High halves hold
// rubbish: the multiplication reads low halves only.
struct Pair {
    __m128i word[4];
};

class Kernel {
  public:
    Kernel(std::uint64_t key, std::uint32_t tick) : tick_(both(tick)) {
        auto low = static_cast<std::uint32_t>(key);
        auto high = static_cast<std::uint32_t>(key >> 32U);
        for (std::size_t round = 0; round < rounds; ++round) {
            key_low_[round] = both(low);
            key_high_[round] = both(high);
            low += PHILOX_W32_0;
            high += PHILOX_W32_1;
        }
    }

    // First output words for two identities in `a` and two in `b`.
    __m128i operator()(__m128i a, __m128i b) const {
        Pair first = counter(a);
        Pair second = counter(b);
#pragma GCC unroll 10
        for (std::size_t round = 0; round < rounds; ++round) {
            step(first, round);
            step(second, round);
        }
        return _mm_castps_si128(_mm_shuffle_ps(_mm_castsi128_ps(first.word[0]),
                                               _mm_castsi128_ps(second.word[0]),
                                               _MM_SHUFFLE(2, 0, 2, 0)));
    }

  private:
    static constexpr std::size_t rounds = 10;

    static __m128i both(std::uint32_t value) {
        return _mm_set1_epi64x(static_cast<long long>(value));
    }

    Pair counter(__m128i identities) const {
        return {{identities, _mm_srli_epi64(identities, 32), tick_, _mm_setzero_si128()}};
    }

    void step(Pair& pair, std::size_t round) const {
        const __m128i product0 = _mm_mul_epu32(pair.word[0], both(PHILOX_M4x32_0));
        const __m128i product1 = _mm_mul_epu32(pair.word[2], both(PHILOX_M4x32_1));
        pair.word[0] = _mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(product1, 32), pair.word[1]),
                                     key_low_[round]);
        pair.word[2] = _mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(product0, 32), pair.word[3]),
                                     key_high_[round]);
        pair.word[1] = product1;
        pair.word[3] = product0;
    }

    __m128i key_low_[rounds];
    __m128i key_high_[rounds];
    __m128i tick_;
};

#endif

}  // namespace

void Stream::fill_uniform32(Identity first, std::uint32_t tick,
                            std::span<std::uint32_t> out) const {
    std::size_t i = 0;
#if defined(__SSE2__)
    const Kernel kernel(key_, tick);
    __m128i a = _mm_set_epi64x(static_cast<long long>(first.value + 1U),
                               static_cast<long long>(first.value));
    const __m128i two = _mm_set1_epi64x(2);
    for (; i + lanes <= out.size(); i += lanes) {
        const __m128i b = _mm_add_epi64(a, two);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(&out[i]), kernel(a, b));
        a = _mm_add_epi64(b, two);
    }
#endif
    for (; i < out.size(); ++i) {
        out[i] = at(Identity{first.value + i}, tick).bits32();
    }
}

void Stream::fill_uniform32(std::span<const Identity> identities, std::uint32_t tick,
                            std::span<std::uint32_t> out) const {
    SIM_EXPECT(identities.size() == out.size());
    std::size_t i = 0;
#if defined(__SSE2__)
    const Kernel kernel(key_, tick);
    for (; i + lanes <= out.size(); i += lanes) {
        const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(&identities[i]));
        const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(&identities[i + 2]));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(&out[i]), kernel(a, b));
    }
#endif
    for (; i < out.size(); ++i) {
        out[i] = at(identities[i], tick).bits32();
    }
}

}  // namespace sim
