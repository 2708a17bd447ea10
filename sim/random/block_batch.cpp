// SPDX-License-Identifier: Apache-2.0
// Eight Philox blocks run side by side where the processor has AVX2; elsewhere and for the
// remainder the plain block function gives the same words.
#include <cstddef>

#if defined(__x86_64__) && defined(__GNUC__)
#define SIM_PHILOX_AVX2 1
#include <immintrin.h>
#define SIM_AVX2 __attribute__((target("avx2")))
#endif

#include "sim/random/rng.hpp"

namespace sim {

namespace {

// Counters of the blocks of a call, by number. The tick is the same for all.
struct OfNeighbours {  // block 0 of consecutive identities
    std::uint64_t first;

    std::uint64_t identity(std::size_t i) const { return first + i; }
    std::uint32_t block(std::size_t) const { return 0; }
};
struct OfMany {  // block 0 of any identities
    const Identity* who;

    std::uint64_t identity(std::size_t i) const { return who[i].value; }
    std::uint32_t block(std::size_t) const { return 0; }
};
struct OfOne {  // consecutive blocks of one identity
    std::uint64_t who;
    std::uint32_t first;

    std::uint64_t identity(std::size_t) const { return who; }
    std::uint32_t block(std::size_t i) const { return first + static_cast<std::uint32_t>(i); }
};

void keep(const PhiloxBlock& block, PhiloxBlock& out) {
    out = block;
}
void keep(const PhiloxBlock& block, std::uint32_t& first_word) {
    first_word = block[0];
}

#if defined(SIM_PHILOX_AVX2)

// Each 64-bit lane of a register holds one word of one block in its low half. High halves hold
// rubbish: the multiplication reads low halves only.
class Kernel {
  public:
    static constexpr std::size_t lanes = 4;  // of a register; two run at a time

    SIM_AVX2 Kernel(std::uint64_t key, std::uint32_t tick) : tick_(all(tick)) {
        auto low = static_cast<std::uint32_t>(key);
        auto high = static_cast<std::uint32_t>(key >> 32U);
        for (std::size_t round = 0; round < rounds; ++round) {
            key_low_[round] = all(low);
            key_high_[round] = all(high);
            low += PHILOX_W32_0;
            high += PHILOX_W32_1;
        }
    }

    // Blocks at … at + 7.
    template <class Counters, class Out>
    SIM_AVX2 void fill(const Counters& counters, std::size_t at, Out* out) const {
        Blocks first = begin(counters, at);
        Blocks second = begin(counters, at + lanes);
#pragma GCC unroll 10
        for (std::size_t round = 0; round < rounds; ++round) {
            step(first, round);
            step(second, round);
        }
        store(first, second, out);
    }

  private:
    static constexpr std::size_t rounds = 10;

    struct Blocks {
        __m256i word[4];
    };

    SIM_AVX2 static __m256i all(std::uint32_t value) {
        return _mm256_set1_epi64x(static_cast<long long>(value));
    }

    template <class Counters>
    SIM_AVX2 Blocks begin(const Counters& counters, std::size_t at) const {
        const auto identity = [&](std::size_t i) {
            return static_cast<long long>(counters.identity(at + i));
        };
        const auto block = [&](std::size_t i) {
            return static_cast<long long>(counters.block(at + i));
        };
        const __m256i identities =
            _mm256_set_epi64x(identity(3), identity(2), identity(1), identity(0));
        return {{identities, _mm256_srli_epi64(identities, 32), tick_,
                 _mm256_set_epi64x(block(3), block(2), block(1), block(0))}};
    }

    SIM_AVX2 void step(Blocks& blocks, std::size_t round) const {
        const __m256i product0 = _mm256_mul_epu32(blocks.word[0], all(PHILOX_M4x32_0));
        const __m256i product1 = _mm256_mul_epu32(blocks.word[2], all(PHILOX_M4x32_1));
        blocks.word[0] = _mm256_xor_si256(
            _mm256_xor_si256(_mm256_srli_epi64(product1, 32), blocks.word[1]), key_low_[round]);
        blocks.word[2] = _mm256_xor_si256(
            _mm256_xor_si256(_mm256_srli_epi64(product0, 32), blocks.word[3]), key_high_[round]);
        blocks.word[1] = product1;
        blocks.word[3] = product0;
    }

    SIM_AVX2 static void store(const Blocks& first, const Blocks& second, std::uint32_t* out) {
        // The shuffle works within halves: 0 1 4 5 | 2 3 6 7.
        const __m256i mixed = _mm256_castps_si256(
            _mm256_shuffle_ps(_mm256_castsi256_ps(first.word[0]),
                              _mm256_castsi256_ps(second.word[0]), _MM_SHUFFLE(2, 0, 2, 0)));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                            _mm256_permute4x64_epi64(mixed, _MM_SHUFFLE(3, 1, 2, 0)));
    }

    SIM_AVX2 static void store(const Blocks& first, const Blocks& second, PhiloxBlock* out) {
        store(first, out);
        store(second, out + lanes);
    }
    SIM_AVX2 static void store(const Blocks& blocks, PhiloxBlock* out) {
        const __m256i front = pairs(blocks.word[0], blocks.word[1]);
        const __m256i back = pairs(blocks.word[2], blocks.word[3]);
        const __m256i even = _mm256_unpacklo_epi64(front, back);  // blocks 0 and 2
        const __m256i odd = _mm256_unpackhi_epi64(front, back);   // blocks 1 and 3
        auto* to = reinterpret_cast<__m256i*>(out);
        _mm256_storeu_si256(to, _mm256_permute2x128_si256(even, odd, 0x20));
        _mm256_storeu_si256(to + 1, _mm256_permute2x128_si256(even, odd, 0x31));
    }
    // Low halves of both, side by side.
    SIM_AVX2 static __m256i pairs(__m256i low, __m256i high) {
        return _mm256_blend_epi32(low, _mm256_slli_epi64(high, 32), 0xAA);
    }

    __m256i key_low_[rounds];
    __m256i key_high_[rounds];
    __m256i tick_;
};

template <class Counters, class Out>
SIM_AVX2 std::size_t fill_with_avx2(std::uint64_t key, std::uint32_t tick, const Counters& counters,
                                    std::span<Out> out) {
    constexpr std::size_t together = 2 * Kernel::lanes;
    const Kernel kernel(key, tick);
    std::size_t i = 0;
    for (; i + together <= out.size(); i += together) {
        kernel.fill(counters, i, &out[i]);
    }
    return i;
}

#endif

// How many from the first on were filled.
template <class Counters, class Out>
std::size_t fill_side_by_side([[maybe_unused]] std::uint64_t key,
                              [[maybe_unused]] std::uint32_t tick,
                              [[maybe_unused]] const Counters& counters,
                              [[maybe_unused]] std::span<Out> out) {
#if defined(SIM_PHILOX_AVX2)
    static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
    if (has_avx2) {
        return fill_with_avx2(key, tick, counters, out);
    }
#endif
    return 0;
}

template <class Counters, class Out>
void fill(std::uint64_t key, std::uint32_t tick, const Counters& counters, std::span<Out> out) {
    for (std::size_t i = fill_side_by_side(key, tick, counters, out); i < out.size(); ++i) {
        const std::uint64_t identity = counters.identity(i);
        keep(philox({static_cast<std::uint32_t>(identity),
                     static_cast<std::uint32_t>(identity >> 32U), tick, counters.block(i)},
                    key),
             out[i]);
    }
}

}  // namespace

void Stream::fill_uniform32(Identity first, std::uint32_t tick,
                            std::span<std::uint32_t> out) const {
    fill(key_, tick, OfNeighbours{first.value}, out);
}

void Stream::fill_uniform32(std::span<const Identity> identities, std::uint32_t tick,
                            std::span<std::uint32_t> out) const {
    SIM_EXPECT(identities.size() == out.size());
    fill(key_, tick, OfMany{identities.data()}, out);
}

void Rng::fill_blocks(std::uint32_t first, std::span<PhiloxBlock> out) const {
    fill(key_, tick_, OfOne{identity_.value, first}, out);
}

}  // namespace sim
