// SPDX-License-Identifier: Apache-2.0
// Random numbers as a function of (seed, replicate, purpose, identity, tick, draw number) and of
// nothing else: no order, thread or rank enters, and there is no state to save. A Stream is the
// numbers of one purpose, an Rng those of one identity at one tick. Thread-safe: both are values.
#pragma once

#include <cstdint>
#include <span>

#include "sim/core/contract.hpp"
#include "sim/random/identity.hpp"
#include "sim/random/normal.hpp"
#include "sim/random/philox.hpp"
#include "sim/random/purpose.hpp"

namespace sim {

// What a probability may lie outside [0, 1] by the rounding of what it was computed from.
inline constexpr double probability_rounding = 1e-9;

// The number of 32-bit words below which an event of probability p happens. The probability that
// results is off by at most 2^-33; p of 0 gives never, p of 1 always. A p outside [0, 1] by more
// than rounding is a mistake of the caller, as is NaN.
inline std::uint64_t bernoulli_threshold(double p) {
    SIM_EXPECT(p >= -probability_rounding && p <= 1.0 + probability_rounding);
    const double at_least_zero = p > 0.0 ? p : 0.0;
    const double clamped = at_least_zero < 1.0 ? at_least_zero : 1.0;
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(clamped * 0x1p32 + 0.5));
}

// The uniform number in the open interval (0, 1) that two words make: the midpoints of 2^52 equal
// cells, hence symmetric about one half, and 0 and 1 never occur.
inline double uniform_of(std::uint64_t low, std::uint64_t high) {
    const std::uint64_t bits = high << 32U | low;
    return (static_cast<double>(static_cast<std::int64_t>(bits >> 12U)) + 0.5) * 0x1p-52;
}

// Draws are numbered from 0 in words of 32 bits. bits32, bernoulli and mostly below take one word;
// bits64, uniform, normal, exponential and gumbel take two. Four words cost one Philox block,
// computed at the first need. An identity has 2^34 words per stream and tick.
class Rng {
  public:
    Rng(std::uint64_t key, Identity identity, std::uint32_t tick)
        : key_(key), identity_(identity), tick_(tick) {}

    // Uniform over all 2^32 words.
    [[gnu::always_inline]] std::uint32_t bits32() {
        if (used_ == words_per_block) {
            refill();
        }
        return words_[used_++];
    }

    // Uniform over all 2^64 words; the first draw is the low half.
    std::uint64_t bits64() {
        const std::uint64_t low = bits32();
        const std::uint64_t high = later_bits32();
        return high << 32U | low;
    }

    // Uniform in (0, 1); see uniform_of.
    double uniform() {
        const std::uint64_t low = bits32();
        return uniform_of(low, later_bits32());
    }

    // True with probability p; see bernoulli_threshold. Takes its word whatever p is, so changing a
    // probability never shifts later draws, and raising it never turns true into false.
    bool bernoulli(double p) { return bits32() < bernoulli_threshold(p); }

    // Uniform over [0, n), without bias (Lemire 2019, ACM TOMACS 29); n must not be 0. Takes a
    // second word with probability below n / 2^32.
    std::uint32_t below(std::uint32_t n) {
        SIM_EXPECT(n > 0);
        std::uint64_t product = std::uint64_t{bits32()} * n;
        if (static_cast<std::uint32_t>(product) < n) [[unlikely]] {
            const std::uint32_t excess = (0U - n) % n;
            while (static_cast<std::uint32_t>(product) < excess) {
                product = std::uint64_t{later_bits32()} * n;
            }
        }
        return static_cast<std::uint32_t>(product >> 32U);
    }

    // Standard normal; a rising function of one uniform, within 8.3 of zero.
    double normal() { return normal_quantile(uniform()); }

    // Exponential with mean 1, in (0, 37).
    double exponential() { return -elementary::log(uniform()); }

    // Standard Gumbel (of maxima): location 0, scale 1; mean 0.5772, variance pi^2 / 6.
    double gumbel() { return -elementary::log(exponential()); }

    // Makes `draw` the number of the next word. Going to a word of the current block is free.
    void skip_to(std::uint64_t draw) {
        SIM_EXPECT(draw < (std::uint64_t{1} << 34U));
        const auto block = static_cast<std::uint32_t>(draw / words_per_block);
        const auto word = static_cast<std::uint32_t>(draw % words_per_block);
        if (!has_block_ || block != next_block_ - 1U) {
            next_block_ = block;
            refill();
        }
        used_ = word;
    }

    // Blocks `first`, first + 1, … of four words each, as draws from 4 · first on, faster than one
    // by one. The number of the next word stays.
    void fill_blocks(std::uint32_t first, std::span<PhiloxBlock> out) const;

  private:
    static constexpr std::uint32_t words_per_block = 4;

    // As bits32, for words that seldom begin a block: keeps the second block out of the hot code.
    std::uint32_t later_bits32() {
        if (used_ == words_per_block) {
            refill_apart();
        }
        return words_[used_++];
    }
    [[gnu::noinline]] void refill_apart() { refill(); }

    [[gnu::always_inline]] void refill() {
        words_ = philox({identity_.low(), identity_.high(), tick_, next_block_}, key_);
        ++next_block_;
        used_ = 0;
        has_block_ = true;
    }

    std::uint64_t key_;
    Identity identity_;
    std::uint32_t tick_;
    std::uint32_t next_block_ = 0;
    PhiloxBlock words_{};
    std::uint32_t used_ = words_per_block;
    bool has_block_ = false;
};

class Stream {
  public:
    Stream(std::uint64_t seed, std::uint32_t replicate, Purpose purpose)
        : key_(derived_key(seed, replicate, purpose)) {}

    Rng at(Identity identity, std::uint32_t tick) const { return Rng(key_, identity, tick); }

    // The first word of at(first + i, tick) for each i, faster than one by one.
    void fill_uniform32(Identity first, std::uint32_t tick, std::span<std::uint32_t> out) const;

    // The first word of at(identities[i], tick) for each i; both spans are equally long.
    void fill_uniform32(std::span<const Identity> identities, std::uint32_t tick,
                        std::span<std::uint32_t> out) const;

    std::uint64_t key() const { return key_; }

  private:
    // Keys are outputs of Philox, so that neighbouring seeds and replicates have unrelated keys.
    // The last counter word only tells this use from others.
    static std::uint64_t derived_key(std::uint64_t seed, std::uint32_t replicate, Purpose purpose) {
        constexpr std::uint32_t key_domain = 0x6B657973;  // "keys"
        const PhiloxBlock block =
            philox({static_cast<std::uint32_t>(purpose.hash()),
                    static_cast<std::uint32_t>(purpose.hash() >> 32U), replicate, key_domain},
                   seed);
        return std::uint64_t{block[1]} << 32U | block[0];
    }

    std::uint64_t key_;
};

}  // namespace sim
